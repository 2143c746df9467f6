import type { AuditActor, IssuedLink } from "@/api/generated/desk/types.gen";
import type { InquirySession } from "@/api/generated/persona/types.gen";
import { sha256 } from "../world/core/sha256";
import { iso, millis, minute } from "../world/core/time";
import type { World } from "../world/core/world";

/** A link or token that was handed out; times in milliseconds. */
type Issue = {
  readonly id: string;
  readonly kind: "one-time-link" | "session-token";
  readonly inquiryId: string;
  readonly issuedBy: AuditActor;
  readonly issuedAt: number;
  /** Undefined where Persona did not say. */
  readonly expiresAt: number | undefined;
  /** The session that was made with it. */
  readonly sessionId: string | undefined;
  /** The secret part of the link, in its long and its short form. Only its hash is kept. */
  readonly secrets: readonly string[];
};

type Line = {
  readonly issue: Omit<Issue, "secrets">;
  readonly hashes: readonly string[];
  supersededAt: number | undefined;
};

/** What was issued from this desk. */
export type IssuedLinks = {
  /** Notes an issue. A one-time link supersedes those of its inquiry, unless it ends when they do: then it is the same link. */
  add(issue: Issue): void;
  /** The inquiry is over: nothing issued for it opens any more. */
  end(inquiryId: string, now: number): void;
  /** IDs of the lines whose session this is. */
  ofSession(sessionId: string): string[];
  /** The newest line of the link with this secret. */
  recognize(secret: string, now: number): IssuedLink | undefined;
  /** Newest first, as they stand now. */
  newestFirst(now: number): IssuedLink[];
};

export function createIssuedLinks({ tables, seed }: Pick<World, "tables" | "seed">): IssuedLinks {
  const rows: Line[] = [];
  const hash = (secret: string) => sha256(`${seed} ${secret}`);
  const sessionOf = ({ issue }: Line) => (issue.sessionId === undefined ? undefined : tables.inquirySessions.get(issue.sessionId));
  const stateOf = (row: Line, now: number): "live" | "opened" | "superseded" | "lapsed" => {
    const { kind, inquiryId, expiresAt } = row.issue;
    if (row.supersededAt !== undefined) return "superseded";
    if (kind === "one-time-link" && (sessionOf(row)?.attributes.startedAt ?? null) !== null) return "opened";
    const ends = [expiresAt, millis(tables.inquiries.get(inquiryId)?.attributes.expiresAt)];
    return ends.some((end) => end !== undefined && end <= now) ? "lapsed" : "live";
  };
  const supersede = (now: number, isMeant: (issue: Line["issue"]) => boolean) => {
    for (const row of rows) if (stateOf(row, now) === "live" && isMeant(row.issue)) row.supersededAt = now;
  };
  const asShown = (row: Line, now: number): IssuedLink => {
    const { sessionId: _, issuedAt, expiresAt, ...issue } = row.issue;
    const inquiry = tables.inquiries.get(issue.inquiryId);
    const session = sessionOf(row);
    const isAtAnEnd = !["created", "pending", "expired"].includes(inquiry?.attributes.status ?? "created");
    const others = inquiry?.relationships.sessions.data.flatMap(({ id }) => tables.inquirySessions.get(id) ?? []) ?? [];
    return {
      ...issue,
      referenceId: inquiry?.attributes.referenceId ?? null,
      issuedAt: iso(issuedAt),
      expiresAt: expiresAt === undefined ? null : iso(expiresAt),
      inquiryExpiresAt: row.supersededAt === undefined ? (inquiry?.attributes.expiresAt ?? null) : null,
      supersededAt: row.supersededAt === undefined ? null : iso(row.supersededAt),
      openedAt: session?.attributes.startedAt ?? null,
      openedLike: session && !isAtAnEnd && isScanned(session, others) ? "scanner" : null,
      state: stateOf(row, now),
    };
  };
  return {
    add({ secrets, ...issue }) {
      const hashes = secrets.map(hash);
      const isReplaced = ({ kind, inquiryId, expiresAt }: Line["issue"]) =>
        kind === "one-time-link" && inquiryId === issue.inquiryId && (expiresAt === undefined || expiresAt !== issue.expiresAt);
      if (issue.kind === "one-time-link") supersede(issue.issuedAt, isReplaced);
      const before = rows.findLast((row) => row.hashes.some((one) => hashes.includes(one)));
      rows.push({ issue: { ...issue, expiresAt: issue.expiresAt ?? before?.issue.expiresAt }, hashes, supersededAt: undefined });
    },
    end: (inquiryId, now) => supersede(now, (issue) => issue.inquiryId === inquiryId),
    ofSession: (sessionId) => rows.flatMap(({ issue }) => (issue.sessionId === sessionId ? [issue.id] : [])),
    recognize(secret, now) {
      const row = rows.findLast(({ hashes }) => hashes.includes(hash(secret)));
      return row && asShown(row, now);
    },
    newestFirst: (now) => rows.toReversed().map((row) => asShown(row, now)),
  };
}

/** Opened within a minute, out of a data center or as nobody of this inquiry was before: that is how programs open what they find in mails. */
function isScanned({ id, attributes }: InquirySession, sessions: readonly InquirySession[]): boolean {
  const { startedAt, createdAt, gpsCountryCode, isDatacenter, countryCode } = attributes;
  const opened = millis(startedAt);
  if (opened === undefined || opened - (millis(createdAt) ?? 0) > minute || gpsCountryCode) return false;
  if (isDatacenter === true) return true;
  const earlier = sessions.filter((other) => other.id !== id && (millis(other.attributes.startedAt) ?? Number.POSITIVE_INFINITY) < opened);
  const device = ({ deviceName, osName, browserName }: InquirySession["attributes"]) => [deviceName, osName, browserName].join(" ");
  return (
    earlier.length > 0 &&
    earlier.every((other) => other.attributes.countryCode !== countryCode && device(other.attributes) !== device(attributes))
  );
}
