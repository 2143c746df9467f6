import type { InquirySession } from "@/api/generated/persona/types.gen";
import { change } from "../core/change";
import { flowMove, needFlow, type FlowInput } from "../flow/flow-guard";
import { addLink } from "./links";
import { addSession } from "./sessions";
import type { World } from "../core/world";

export type HandOffInput = FlowInput & {
  /** How the other device got the link. */
  method: "qr" | "sms" | "email";
};

/**
 * The end user goes on with another device: a session for it, and a link that lives as long as the inquiry's hand-off window says, an hour
 * by default (Persona docs: Device handoff).
 * @throws Refusal 404, 409 as `needFlow`, 422 past the limit of sessions
 */
export const handOffDevice = flowMove((world: World, input: HandOffInput): { session: InquirySession; link: string } => {
  const { inquiry } = needFlow(world, input);
  const session = addSession(world, inquiry);
  change(world, session, { deviceHandoffMethod: input.method });
  const { deviceHandoffSeconds } = world.hidden.inquiries.need(inquiry.id).windows;
  return { session, link: addLink(world, inquiry, session, deviceHandoffSeconds).shortUrl };
});
