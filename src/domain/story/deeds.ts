/** Who did what to an inquiry, out of what others than its events know: the desk's audit log, Persona's log of its dashboard, and the inquiry itself. */
import type { AuditActor, AuditEntry, Decision, DecisionAction, DeskUser } from "@/api/generated/desk/types.gen";
import type { UserAttributes } from "@/api/generated/persona/types.gen";
import { commentOf } from "@/domain/decision-comment";
import type { InquiryFacts } from "@/domain/facts";
import type { Deed, Moment } from "@/domain/story/story-types";
import { displayLine } from "@/lib/display-text";
import { readText, readTime } from "@/lib/read";
import { minute } from "@/lib/time";

/** By the action of the desk's audit log, which is Persona's operation ID (openapi/desk.yaml, AuditEntry). */
const byAction = new Map([
  ["create-an-inquiry", "inquiry.created"],
  ["approve-an-inquiry", "inquiry.approved"],
  ["decline-an-inquiry", "inquiry.declined"],
  ["mark-an-inquiry-for-review", "inquiry.marked-for-review"],
  ["expire-an-inquiry", "inquiry.expired"],
  ["redact-an-inquiry", "inquiry.redacted"],
  ["resume-an-inquiry", "resumed"],
  ["create-an-inquiry-session", "inquiry-session.created"],
  ["generate-a-one-time-link", "inquiry-session.created"],
  ["inquiries-add-tag", "inquiry.updated-tags"],
  ["inquiries-remove-tag", "inquiry.updated-tags"],
  ["inquiries-set-all-tags", "inquiry.updated-tags"],
]);

/** By the last part of the dashboard's path. Persona documents none of them; those of its API's paths are expected. */
const byPath = new Map([
  ["approve", "inquiry.approved"],
  ["decline", "inquiry.declined"],
  ["mark-for-review", "inquiry.marked-for-review"],
  ["expire", "inquiry.expired"],
  ["resume", "resumed"],
  ["sessions", "inquiry-session.created"],
  ["generate-one-time-link", "inquiry-session.created"],
  ["inquiries", "inquiry.created"],
  ["add-tag", "inquiry.updated-tags"],
  ["remove-tag", "inquiry.updated-tags"],
  ["set-tags", "inquiry.updated-tags"],
]);

type LogEntry = Readonly<Pick<AuditEntry, "action" | "outcome" | "createdAt">> & { readonly actor: Readonly<Pick<AuditActor, "name">> };

/** From entries of the desk's own log about this inquiry. */
export function deedsOfLog(entries: readonly LogEntry[]): Deed[] {
  return entries.flatMap(({ action, outcome, createdAt, actor }) =>
    outcome === "done" ? deed(byAction.get(action), createdAt, actor.name) : [],
  );
}

type DecisionTaken = Readonly<Pick<Decision, "action" | "state" | "changedAt">> & { readonly by: Readonly<Pick<DeskUser, "name">> };

const byDecision = {
  approve: "inquiry.approved",
  decline: "inquiry.declined",
  markForReview: "inquiry.marked-for-review",
} as const satisfies Record<DecisionAction, string>;

/** From decisions taken in the desk that Persona has confirmed: everybody may know who took them. */
export function deedsOfDecisions(decisions: readonly DecisionTaken[]): Deed[] {
  return decisions.flatMap(({ action, state, changedAt, by }) =>
    state === "confirmed" ? deed(byDecision[action], changedAt, by.name) : [],
  );
}

type DashboardRequest = {
  readonly method: string;
  readonly path: string;
  readonly createdAt: string;
  readonly inquiryId: string | undefined;
  readonly user: { readonly name: string; readonly emailAddress: string } | undefined;
};

/** From Persona's log of what members did in its dashboard, whomever it was about. */
export function deedsOfDashboard(requests: readonly DashboardRequest[], inquiryId: string): Deed[] {
  return requests.flatMap((request) => {
    if (request.method === "GET" || request.inquiryId !== inquiryId) return [];
    const last = request.path.split("?")[0]?.split("/").findLast(Boolean) ?? "";
    return deed(byPath.get(last), request.createdAt, request.user?.name || request.user?.emailAddress);
  });
}

type Reviewer = Readonly<Partial<UserAttributes>>;

/**
 * From the inquiry: its creator, and who took its present decision: by Persona's own user, or by the signature that the desk puts under a comment.
 * Anybody can type such a signature in Persona's dashboard, so where the two differ both are told.
 */
export function deedsOfInquiry(inquiry: InquiryFacts, reviewer?: Reviewer): Deed[] {
  const user = reviewer && ([reviewer.nameFirst, reviewer.nameLast].filter(Boolean).join(" ") || reviewer.emailAddress);
  const { by } = commentOf(inquiry);
  const isOwn = by?.emailAddress.toLowerCase() === reviewer?.emailAddress?.toLowerCase();
  const signed = by && (user === undefined ? `${by.name} (as signed)` : `${by.name} (as signed; Persona names ${user})`);
  const isHearsay = by !== undefined && !isOwn;
  const decided = inquiry.status === "approved" || inquiry.status === "declined" ? `inquiry.${inquiry.status}` : undefined;
  return [
    ...deed("inquiry.created", inquiry.createdAt, inquiry.creator),
    ...deed(decided, inquiry.decisionedAt, isHearsay ? signed : user).map((one) => ({ ...one, isHearsay })),
  ];
}

function deed(happening: string | undefined, time: unknown, name: unknown): Deed[] {
  const [at, by] = [readTime(time), displayLine(readText(name) ?? "", 80)];
  return happening === undefined || at === undefined || by === "" ? [] : [{ at, by, happening }];
}

/** A deed and what came of it lie this close: the clocks are two, and what was sent may have waited. */
const nearEnough = 2 * minute;

/** Who did it, by the nearest deed of that kind; undefined where none is near, or two people were as near. */
export function doerOf(moment: Moment, deeds: readonly Deed[]): string | undefined {
  const near = deeds
    .filter(({ at, happening }) => moment.key.endsWith(`|${happening}`) && Math.abs(at - moment.at) <= nearEnough)
    .toSorted((one, other) => Math.abs(one.at - moment.at) - Math.abs(other.at - moment.at));
  const known = near.filter(({ isHearsay }) => isHearsay !== true);
  const [first, second] = known.length > 0 ? known : near;
  const isTie = first && second && first.by !== second.by && Math.abs(first.at - moment.at) === Math.abs(second.at - moment.at);
  return isTie ? undefined : first?.by;
}
