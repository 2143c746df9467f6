import type { DeskUser, LookOpinion, SecondLook, SecondLookMark } from "@/api/generated/desk/types.gen";
import type { InquiryHead } from "../world/core/resources";
import type { World } from "../world/core/world";
import { iso } from "../world/core/time";
import { statusSince } from "./inquiry-index/status-since";
import { isOneOf, type Person, userOf } from "./person";

export type LookState = "open" | "agreed" | "differed" | "taken-back" | "lapsed";
export const lookStates: readonly string[] = ["open", "agreed", "differed", "taken-back", "lapsed"] satisfies readonly LookState[];

/** What somebody would decide; times in milliseconds. */
type HeldOpinion = {
  readonly action: "approve" | "decline";
  readonly reasons: LookOpinion["reasons"];
  comment: string | null;
  readonly by: DeskUser;
  readonly at: number;
};

/** A second look as the desk keeps it. */
export type KeptLook = {
  readonly id: string;
  /** Its number: later ones have higher ones. */
  readonly place: number;
  readonly inquiryId: string;
  readonly proposal: HeldOpinion;
  note: string | null;
  /** The inquiry as it was then. */
  readonly status: string;
  readonly since: string | null;
  /** What came of it; undefined while nothing has. */
  ended: "agreed" | "differed" | "taken-back" | undefined;
  answer: HeldOpinion | undefined;
  decisionId: string | null;
};

/** All that were asked for, the oldest first. */
export type LookBook = KeptLook[];

/** One whose inquiry has another status, or had another one in between, has lapsed. */
export function lookState({ tables }: World, look: KeptLook): LookState {
  if (look.ended !== undefined) return look.ended;
  const inquiry = tables.inquiries.get(look.inquiryId);
  if (inquiry === undefined || inquiry.attributes.redactedAt !== null || inquiry.attributes.status !== look.status) return "lapsed";
  const since = statusSince(inquiry);
  return since !== null && look.since !== null && since > look.since ? "lapsed" : "open";
}

/** The one that is open on an inquiry. */
export const openLook = (world: World, looks: LookBook, { id }: Pick<InquiryHead, "id">): KeptLook | undefined =>
  looks.findLast((look) => look.inquiryId === id && lookState(world, look) === "open");

/** As the row of its inquiry shows it. */
export const lookMark = (look: KeptLook | undefined): SecondLookMark | null =>
  look === undefined ? null : { id: look.id, by: look.proposal.by, askedAt: iso(look.proposal.at) };

/** Who may answer: leads and admins, and nobody their own. */
export const mayAnswer = (world: World, look: KeptLook, person: Person): boolean =>
  lookState(world, look) === "open" && look.proposal.by.id !== person.id && isOneOf(person.role, "lead", "admin");

/** As the API shows it to somebody: what is proposed, to who proposes it alone, until it is answered. */
export function shownLook(world: World, look: KeptLook, person: Person): SecondLook {
  const { id, inquiryId, proposal, note, answer, decisionId } = look;
  const state = lookState(world, look);
  const mine = proposal.by.id === person.id;
  const shown = ({ comment, at, by, ...rest }: HeldOpinion): LookOpinion => ({
    ...rest,
    by,
    comment: by.id === person.id || isOneOf(person.role, "lead", "admin") ? comment : null,
    at: iso(at),
  });
  return {
    id,
    inquiryId,
    referenceId: world.tables.inquiries.get(inquiryId)?.attributes.referenceId ?? null,
    by: proposal.by,
    mine,
    askedAt: iso(proposal.at),
    note,
    state,
    mayAnswer: mayAnswer(world, look, person),
    proposal: mine || answer !== undefined ? shown(proposal) : null,
    answer: answer === undefined ? null : shown(answer),
    decisionId,
  };
}

/** What somebody says. @param comment blank for none */
export const opinionOf = (
  { action, comment }: { readonly action: HeldOpinion["action"]; readonly comment: string | null },
  reasons: HeldOpinion["reasons"],
  person: Person,
  at: number,
): HeldOpinion => ({
  action,
  reasons: reasons.map(({ id, label }) => ({ id, label })),
  comment: comment === null || comment.trim() === "" ? null : comment.trim(),
  by: userOf(person),
  at,
});

/** The inquiry was redacted: what was said about it is gone as well. */
export function eraseLooks(looks: LookBook, inquiryId: string): void {
  for (const look of looks.filter((one) => one.inquiryId === inquiryId)) {
    look.note = null;
    look.proposal.comment = null;
    if (look.answer !== undefined) look.answer.comment = null;
  }
}
