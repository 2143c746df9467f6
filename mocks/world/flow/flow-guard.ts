import type { Inquiry, InquirySession } from "@/api/generated/persona/types.gen";
import { isUnfinished, needInquiry, refuseUnless } from "../inquiry/inquiry-status";
import { openVerification } from "./flow-position";
import { conflict } from "../core/refusal";
import type { AnyVerification } from "../core/resources";
import { needSession } from "../session/sessions";
import type { World } from "../core/world";

/** Every move of the end user names the session it is made in. */
export type FlowInput = {
  sessionId: string;
};

/**
 * The inquiry behind a session that may move on.
 * @throws Refusal 404 for an unknown session, 409 when the session isn't open or the inquiry is finished, expired or redacted
 */
export function needFlow(world: World, { sessionId }: FlowInput): { inquiry: Inquiry; session: InquirySession } {
  const session = needSession(world, sessionId);
  const inquiry = needInquiry(world, session.relationships.inquiry.data.id);
  if (session.attributes.status === "new") throw conflict("Inquiry session was not opened");
  if (session.attributes.status !== "active") throw conflict("Inquiry session has expired");
  refuseUnless(inquiry, isUnfinished(inquiry), "continued");
  return { inquiry, session };
}

/** @throws Refusal as `needFlow`, 409 when no verification is open */
export function needOpenVerification(world: World, input: FlowInput): { inquiry: Inquiry; verification: AnyVerification } {
  const { inquiry } = needFlow(world, input);
  const verification = openVerification(world, inquiry);
  if (verification === undefined) throw conflict("No verification is open");
  return { inquiry, verification };
}

/** A move of the end user: settles what is due, then runs at one instant. */
export function flowMove<Input, Result>(body: (world: World, input: Input) => Result): (world: World, input: Input) => Result {
  return (world, input) => world.perform(() => body(world, input));
}
