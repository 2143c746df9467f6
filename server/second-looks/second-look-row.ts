import type { LookOpinion, SecondLook } from "@/api/generated/desk/types.gen";
import { secondLookCapability } from "@/domain/desk-capability";
import type { GivenReason } from "@/domain/decision-comment";
import type { AuditActor } from "../audit/audit-entry";
import { msOf, timestamp } from "../db/sql-time";
import type { SignedIn } from "../http/context";
import type { Push } from "../push/push";

/** openapi/desk.yaml, SecondLook.state. */
export const secondLookStates = ["open", "agreed", "differed", "taken-back", "lapsed"] as const;
export type SecondLookState = (typeof secondLookStates)[number];
/** What can be proposed and answered. */
export type LookAction = "approve" | "decline";

/** A second look as the database has it. Times in ms. */
export type SecondLookRow = {
  readonly sequence: number;
  readonly id: string;
  readonly inquiryId: string;
  readonly referenceId: string | null;
  readonly by: AuditActor;
  readonly askedAt: number;
  readonly action: LookAction;
  readonly reasons: readonly GivenReason[];
  readonly comment: string | null;
  readonly note: string | null;
  /** `lapsed` also where nobody has closed it yet. */
  readonly state: SecondLookState;
  readonly answerAction: LookAction | null;
  readonly answerReasons: readonly GivenReason[] | null;
  readonly answerComment: string | null;
  readonly answerBy: AuditActor | null;
  readonly answeredAt: number | null;
  readonly decisionId: string | null;
};

/** SQL: whether an open row `look` of `second_looks` still is about its inquiry as it is, a row `inquiry` of `inquiry_states`. */
export const isAboutNow = (look: string, inquiry: string): string => `(${look}.status = ${inquiry}.status and not ${inquiry}.redacted)`;

/** SQL: IDs of inquiries on which one is open. */
export const lookedAtIds = `select open_look.inquiry_id from second_looks open_look join inquiry_states of_look using (inquiry_id)
   where open_look.state = 'open' and ${isAboutNow("open_look", "of_look")}`;

/** SQL: the state of `l`, beside its inquiry `s`, which may be missing. */
export const stateNow = `case when l.state = 'open' and not coalesce(${isAboutNow("l", "s")}, false) then 'lapsed' else l.state end`;

/** Of the table `l`, beside its inquiry `s`. */
export const secondLookColumns = `l.sequence::float8 as sequence, l.id, l.inquiry_id as "inquiryId", s.reference_id as "referenceId", l.by,
  ${msOf("l.asked_at")} as "askedAt", l.action, l.reasons, l.comment, l.note, ${stateNow} as state, l.answer_action as "answerAction",
  l.answer_reasons as "answerReasons", l.answer_comment as "answerComment", l.answer_by as "answerBy",
  ${msOf("l.answered_at")} as "answeredAt", l.decision_id as "decisionId"`;

/** SQL: the one that is open on an inquiry, as its row in lists shows it. @param inquiry a row of `inquiry_states` */
export const secondLookMarkOf = (inquiry: string): string => `(
  select json_build_object('id', look.id, 'by', look.by, 'askedAt', ${msOf("look.asked_at")}) from second_looks look
  where look.inquiry_id = ${inquiry}.inquiry_id and look.state = 'open' and ${isAboutNow("look", inquiry)}
)`;

const userOf = ({ id, name, emailAddress }: AuditActor) => ({ id, name, emailAddress: emailAddress ?? "" });

/** The same as the API shows it. */
export const secondLookMark = ({ id, by, askedAt }: { readonly id: string; readonly by: AuditActor; readonly askedAt: number }) => ({
  id,
  by: userOf(by),
  askedAt: timestamp(askedAt),
});

/** Whether somebody may answer it: who has asked never, whatever they are. */
export const mayAnswer = (row: SecondLookRow, { user, role }: SignedIn): boolean =>
  row.state === "open" && row.by.id !== user.id && secondLookCapability({ role, permissions: [] }).allowed;

/**
 * A second look for somebody. What is proposed is for who proposes it alone, until it is answered: whoever answers must not know it, and nobody
 * else can tell them.
 */
export function secondLookFor(row: SecondLookRow, viewer: SignedIn): SecondLook {
  const mine = row.by.id === viewer.user.id;
  const isAnswered = row.state === "agreed" || row.state === "differed";
  const opinion = (
    action: LookAction,
    reasons: readonly GivenReason[],
    comment: string | null,
    by: AuditActor,
    at: number,
  ): LookOpinion => ({
    action,
    reasons: [...reasons],
    comment: by.id === viewer.user.id || viewer.role === "lead" || viewer.role === "admin" ? comment : null,
    by: userOf(by),
    at: timestamp(at),
  });
  const { answerAction, answerBy, answeredAt } = row;
  return {
    id: row.id,
    inquiryId: row.inquiryId,
    referenceId: row.referenceId,
    by: userOf(row.by),
    mine,
    askedAt: timestamp(row.askedAt),
    note: row.note,
    state: row.state,
    mayAnswer: mayAnswer(row, viewer),
    proposal: mine || isAnswered ? opinion(row.action, row.reasons, row.comment, row.by, row.askedAt) : null,
    answer:
      answerAction === null || answerBy === null || answeredAt === null
        ? null
        : opinion(answerAction, row.answerReasons ?? [], row.answerComment, answerBy, answeredAt),
    decisionId: row.decisionId,
  };
}

/** What open screens are told of one that is in another state now. What is proposed is not among it. */
export const secondLookPush = ({ id, inquiryId, by }: Pick<SecondLookRow, "id" | "inquiryId" | "by">, name: SecondLookState): Push => ({
  change: {
    type: "second-look",
    id,
    name,
    related: [
      { type: "inquiry", id: inquiryId },
      { type: "person", id: by.id },
    ],
  },
});
