import type { AuditActor, IssuedLink } from "@/api/generated/desk/types.gen";
import { sha256 } from "../world/sha256";
import { iso } from "../world/time";
import type { World } from "../world/world";

/** A link or token that was handed out; times in milliseconds. */
interface Issue {
  readonly id: string;
  readonly kind: "one-time-link" | "session-token";
  readonly inquiryId: string;
  readonly issuedBy: AuditActor;
  readonly issuedAt: number;
  /** Undefined where Persona did not say. */
  readonly expiresAt: number | undefined;
  /** What lets in whoever has it, in each form it has. Hashed, and not kept. */
  readonly secrets: readonly string[];
}

interface Line {
  readonly issue: Omit<Issue, "secrets">;
  readonly hashes: readonly string[];
  supersededAt: number | undefined;
}

/** What was issued from this desk. */
export interface IssuedLinks {
  /** Notes an issue. A one-time link supersedes those of its inquiry, unless it ends when they do: then it is the same link. */
  add(issue: Issue): void;
  /** The inquiry is over: nothing issued for it opens any more. */
  end(inquiryId: string, now: number): void;
  /** The newest line of the link with this secret. */
  recognize(secret: string, now: number): IssuedLink | undefined;
  /** Newest first, as they stand now. */
  newestFirst(now: number): IssuedLink[];
}

export function createIssuedLinks({ tables, seed }: Pick<World, "tables" | "seed">): IssuedLinks {
  const rows: Line[] = [];
  const hash = (secret: string) => sha256(`${seed} ${secret}`);
  const supersede = (now: number, isMeant: (issue: Line["issue"]) => boolean) => {
    for (const row of rows) if (stateOf(row, now) === "live" && isMeant(row.issue)) row.supersededAt = now;
  };
  const asShown = (row: Line, now: number): IssuedLink => ({
    ...row.issue,
    referenceId: tables.inquiries.get(row.issue.inquiryId)?.attributes.referenceId ?? null,
    issuedAt: iso(row.issue.issuedAt),
    expiresAt: row.issue.expiresAt === undefined ? null : iso(row.issue.expiresAt),
    supersededAt: row.supersededAt === undefined ? null : iso(row.supersededAt),
    state: stateOf(row, now),
  });
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
    recognize(secret, now) {
      const row = rows.findLast(({ hashes }) => hashes.includes(hash(secret)));
      return row && asShown(row, now);
    },
    newestFirst: (now) => rows.toReversed().map((row) => asShown(row, now)),
  };
}

function stateOf({ issue: { expiresAt }, supersededAt }: Line, now: number): "live" | "superseded" | "lapsed" {
  if (supersededAt !== undefined) return "superseded";
  return expiresAt !== undefined && expiresAt <= now ? "lapsed" : "live";
}
