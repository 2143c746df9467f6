import type { AuditActor, AuditEntry } from "@/api/generated/desk/types.gen";
import { sha256 } from "../world/core/sha256";
import { iso } from "../world/core/time";

/** What is written down; place, time and seal are the log's own. */
export type AuditInput = {
  readonly action: string;
  readonly outcome: "done" | "refused" | "failed";
  readonly actor: AuditActor;
  readonly subject: AuditEntry["subject"];
  readonly statusBefore?: string | null;
  readonly statusAfter?: string | null;
  readonly reason?: string | null;
  readonly comment?: string | null;
  readonly referenceId?: string | null;
  readonly requestId?: string | null;
  readonly personaRequestId?: string | null;
  readonly details?: AuditEntry["details"];
};

/** An append-only chain of entries. */
export type AuditLog = {
  /** @param at milliseconds */
  append(input: AuditInput, at: number): AuditEntry;
  /** Erases what people wrote about an object, and its reference ID. @param at milliseconds @returns how many texts */
  eraseTexts(subjectId: string, at: number): number;
  /** Oldest first. */
  readonly entries: readonly AuditEntry[];
};

const erasable = ["comment", "referenceId"] as const;
const genesis = "0".repeat(64);

/** An empty log. @param newId makes the id of the next entry */
export function createAuditLog(newId: () => string): AuditLog {
  const entries: AuditEntry[] = [];
  return {
    entries,
    append(input, at) {
      const content = {
        id: newId(),
        position: entries.length + 1,
        action: input.action,
        outcome: input.outcome,
        actor: input.actor,
        subject: input.subject,
        createdAt: iso(at),
        statusBefore: input.statusBefore ?? null,
        statusAfter: input.statusAfter ?? null,
        reason: input.reason ?? null,
        comment: input.comment ?? null,
        referenceId: input.referenceId ?? null,
        erased: [],
        erasedAt: null,
        requestId: input.requestId ?? null,
        personaRequestId: input.personaRequestId ?? null,
        details: input.details ?? {},
      };
      const entry = { ...content, hash: seal(entries.at(-1)?.hash ?? genesis, content) };
      entries.push(entry);
      return entry;
    },
    eraseTexts(subjectId, at) {
      let texts = 0;
      for (const [index, entry] of entries.entries()) {
        const written = entry.subject?.id === subjectId ? erasable.filter((field) => entry[field] !== null) : [];
        if (written.length === 0) continue;
        const erased = erasable.filter((field) => written.includes(field) || entry.erased.includes(field));
        entries[index] = { ...entry, comment: null, referenceId: null, erased, erasedAt: iso(at) };
        texts += written.length;
      }
      return texts;
    },
  };
}

/** The first entry that does not follow from those before it; undefined when the chain holds. */
export function brokenEntry(entries: readonly AuditEntry[]): AuditEntry | undefined {
  return entries.find(({ hash, ...content }, index) => hash !== seal(entries[index - 1]?.hash ?? genesis, content));
}

/** Over all but what can be erased: that stands beside the chain. */
const seal = (before: string, { comment: _1, referenceId: _2, erased: _3, erasedAt: _4, ...content }: Omit<AuditEntry, "hash">) =>
  sha256(`${before}\n${JSON.stringify(content)}`);
