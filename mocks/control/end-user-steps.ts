import * as z from "zod/mini";
import { parseBody } from "../http/body";
import { confirmVerification, completeFlow, leaveFlow, retryVerification, submitVerification } from "../world/flow/flow";
import { failVerification, passVerification, requireVerificationRetry, skipVerification } from "../world/flow/flow-results";
import { anyDevice } from "../world/session/devices";
import { openLink } from "../world/session/end-user";
import { notFound } from "../world/core/refusal";
import type { World } from "../world/core/world";

/** `device` tells devices apart; a link that was opened on one device does not open on another. */
const openBody = z.strictObject({ link: z.string(), device: z.optional(z.string()) });

const stepBody = z.strictObject({
  sessionId: z.string(),
  /** The kind of verification, for steps that begin one. */
  kind: z.optional(z.string()),
  /** What was entered or captured; made up when left out. */
  attributes: z.optional(z.record(z.string(), z.unknown())),
});

/**
 * What the person who is being verified does: opens a link, submits, passes, fails, tries again, leaves, completes.
 * @throws Refusal as the step does, 404 for a step there is not
 */
export function endUserStep(world: World, step: string, body: string): object {
  if (step === "open") {
    const { link, device = anyDevice.key } = parseBody(body, openBody);
    return openLink(world, { link, device: { ...anyDevice, key: device } });
  }
  const { sessionId, kind, attributes } = parseBody(body, stepBody);
  switch (step) {
    case "submit":
      return submitVerification(world, { sessionId, kind, attributes });
    case "confirm":
      return confirmVerification(world, { sessionId });
    case "pass":
      return passVerification(world, { sessionId, kind, attributes });
    case "fail":
      return failVerification(world, { sessionId, kind, attributes });
    case "require-retry":
      return requireVerificationRetry(world, { sessionId, kind, attributes });
    case "skip":
      return skipVerification(world, { sessionId });
    case "retry":
      return retryVerification(world, { sessionId });
    case "leave":
      return leaveFlow(world, { sessionId });
    case "complete":
      return completeFlow(world, { sessionId });
    default:
      throw notFound();
  }
}
