import type { Inquiry } from "@/api/generated/persona/types.gen";
import { isRedacted, isUnfinished, moveInquiry } from "./inquiry-status";
import { revokeLinks } from "../session/links";
import { endSession, isLive, sessionsOf } from "../session/sessions";
import { iso, millis } from "../core/time";
import { cancelUnfinished } from "../verification/verification-status";
import type { World } from "../core/world";

/** Makes an inquiry expire when its `expiresAt` comes, unless it was finished or its window was moved by then. */
export function watchInquiry(world: World, inquiry: Inquiry): void {
  const due = millis(inquiry.attributes.expiresAt);
  if (due === undefined) return;
  world.timers.set(due, () => {
    // After redaction nothing moves any more: status and timestamps stay as they were (spec: DELETE /inquiries/{inquiry-id}).
    if (isUnfinished(inquiry) && !isRedacted(inquiry) && millis(inquiry.attributes.expiresAt) === due) endInquiry(world, inquiry);
  });
}

/**
 * Expires an unfinished inquiry with everything that hangs on it: sessions and one-time links end, unfinished verifications are canceled
 * (spec: POST /inquiries/{inquiry-id}/expire).
 */
export function endInquiry(world: World, inquiry: Inquiry): void {
  moveInquiry(world, inquiry, "expired", "inquiry.expired", { expiredAt: iso(world.clock.now()), expiresAt: null });
  revokeLinks(world, inquiry);
  for (const session of sessionsOf(world, inquiry)) if (isLive(session)) endSession(world, session);
  cancelUnfinished(world, inquiry);
}
