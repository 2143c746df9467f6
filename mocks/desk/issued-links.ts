import type { AuditActor, IssuedLink } from "@/api/generated/desk/types.gen";
import { iso } from "../world/time";

/** A link or token that was handed out; times in milliseconds. The link itself is kept nowhere. */
interface Issue {
  readonly id: string;
  readonly kind: "one-time-link" | "session-token";
  readonly inquiryId: string;
  readonly issuedBy: AuditActor;
  readonly issuedAt: number;
  /** Undefined where Persona did not say. */
  readonly expiresAt: number | undefined;
}

interface Line {
  readonly issue: Issue;
  supersededAt: number | undefined;
}

/** What was issued from this desk. */
export interface IssuedLinks {
  /** Notes an issue. A one-time link supersedes those of its inquiry, unless it ends when they do: then it is the same link. */
  add(issue: Issue): void;
  /** The inquiry is over: nothing issued for it opens any more. */
  end(inquiryId: string, now: number): void;
  /** Newest first, as they stand now. */
  newestFirst(now: number): IssuedLink[];
}

/** @param referenceIdOf that of an inquiry now */
export function createIssuedLinks(referenceIdOf: (inquiryId: string) => string | null): IssuedLinks {
  const rows: Line[] = [];
  const supersede = (now: number, isMeant: (issue: Issue) => boolean) => {
    for (const row of rows) if (stateOf(row, now) === "live" && isMeant(row.issue)) row.supersededAt = now;
  };
  return {
    add(issue) {
      const isReplaced = ({ kind, inquiryId, expiresAt }: Issue) =>
        kind === "one-time-link" && inquiryId === issue.inquiryId && (expiresAt === undefined || expiresAt !== issue.expiresAt);
      if (issue.kind === "one-time-link") supersede(issue.issuedAt, isReplaced);
      rows.push({ issue, supersededAt: undefined });
    },
    end: (inquiryId, now) => supersede(now, (issue) => issue.inquiryId === inquiryId),
    newestFirst: (now) =>
      rows.toReversed().map((row) => ({
        ...row.issue,
        referenceId: referenceIdOf(row.issue.inquiryId),
        issuedAt: iso(row.issue.issuedAt),
        expiresAt: row.issue.expiresAt === undefined ? null : iso(row.issue.expiresAt),
        supersededAt: row.supersededAt === undefined ? null : iso(row.supersededAt),
        state: stateOf(row, now),
      })),
  };
}

function stateOf({ issue: { expiresAt }, supersededAt }: Line, now: number): "live" | "superseded" | "lapsed" {
  if (supersededAt !== undefined) return "superseded";
  return expiresAt !== undefined && expiresAt <= now ? "lapsed" : "live";
}
