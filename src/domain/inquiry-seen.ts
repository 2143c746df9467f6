/**
 * What somebody saw of an inquiry when they made up their mind, and how that differs from what is now. The server compares it once more
 * before it sends; the application says at once that something has changed.
 */
import type * as Desk from "@/api/generated/desk/types.gen";
import type { ReportFacts } from "@/domain/facts";
import { hasStandingMatch } from "@/domain/reports/report-match";
import { readTime } from "@/lib/read";

/** `updatedAt` moves with every change; a report that was cleared by review is no match any more. */
export type InquirySeen = Desk.InquirySeen;

/** The contract leaves open what may differ; these are all that are found here. */
export type Difference = Desk.Difference & {
  what: "status" | "updatedAt" | "redactedAt" | "reviewer" | "verification" | "report" | "decision";
};

type Seeable = {
  readonly inquiry: {
    readonly status: string;
    readonly updatedAt?: string | null | undefined;
    readonly redactedAt?: string | null | undefined;
  };
  readonly reviewerId: string | null;
  readonly verifications: readonly { readonly id: string; readonly status: string }[];
  /** Whole: what their records say of themselves counts. */
  readonly reports: readonly (ReportFacts & { readonly id: string; readonly status: string })[];
};

/** The picture that an inquiry, with what belongs to it, makes. */
export const seenOf = ({ inquiry, reviewerId, verifications, reports }: Seeable): InquirySeen => ({
  status: inquiry.status,
  updatedAt: inquiry.updatedAt ?? null,
  redactedAt: inquiry.redactedAt ?? null,
  reviewerId,
  verifications: verifications.map(({ id, status }) => ({ id, status })),
  reports: reports.map((report) => ({ id: report.id, status: report.status, hasMatch: hasStandingMatch(report) })),
});

/**
 * What is not as it was seen; empty when everything is. That Persona changed something is told by itself only where nothing else tells
 * what: a tag, a field, a step of the user's.
 */
export function differencesBetween(seen: InquirySeen, now: InquirySeen): Difference[] {
  const told = [
    ...between("status", seen.status, now.status),
    ...between("redactedAt", moment(seen.redactedAt), moment(now.redactedAt)),
    ...between("reviewer", seen.reviewerId, now.reviewerId),
    ...amongst("verification", seen.verifications, now.verifications, ({ status }) => status),
    ...amongst("report", seen.reports, now.reports, ({ status, hasMatch }) => (hasMatch === true ? `${status}, match` : status)),
  ];
  return told.length > 0 ? told : between("updatedAt", moment(seen.updatedAt), moment(now.updatedAt));
}

const between = (what: Difference["what"], seen: string | null, now: string | null): Difference[] =>
  seen === now ? [] : [{ what, id: null, seen, now }];

function amongst<Item extends { readonly id: string }>(
  what: Difference["what"],
  seen: readonly Item[],
  now: readonly Item[],
  tell: (item: Item) => string,
): Difference[] {
  const before = new Map(seen.map((item) => [item.id, tell(item)]));
  const after = new Map(now.map((item) => [item.id, tell(item)]));
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((id) => before.get(id) !== after.get(id))
    .map((id) => ({ what, id, seen: before.get(id) ?? null, now: after.get(id) ?? null }));
}

/** The same moment is the same, however it is written. */
function moment(text: string | null): string | null {
  const at = text === null ? undefined : readTime(text);
  return at === undefined ? text : new Date(at).toISOString();
}
