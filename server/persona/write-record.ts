import type { AuditInput, AuditWriter } from "../audit/audit-entry";
import type { IssuedLinks } from "../links/issued-links";
import type { Pushes } from "../push/push";
import type { Database } from "../db/database";
import { type InquiryObservation, readInquiryObservation } from "./inquiry-observation";
import type { InquiryStates } from "./inquiry-states";
import { heedsKey, operationOf } from "./match-operation";
import { jsonOf, type PersonaAnswer } from "./persona-answer";
import type { WriteLedger, WriteRow } from "./write-ledger";
import { changesIn, createdIn, inquiryStatusIn, issuedIn, outcomeOf, refusalIn } from "./write-outcome";

export interface WriteRecordDeps {
  readonly db: Database;
  readonly ledger: WriteLedger;
  readonly audit: AuditWriter;
  readonly pushes: Pushes;
  readonly links: Pick<IssuedLinks, "record" | "noteInquiryStates">;
  readonly inquiryStates: Pick<InquiryStates, "note">;
  readonly now: () => number;
}

interface Ending {
  readonly row: WriteRow;
  /** Finished by another instance than the one that began it. */
  readonly recovered: boolean;
}

export type WriteRecord = ReturnType<typeof createWriteRecord>;

/** Writes down how a write ended: all that follows from it, or, when the transaction fails, nothing. */
export function createWriteRecord({ db, ledger, audit, pushes, links, inquiryStates, now }: WriteRecordDeps) {
  const entryOf = ({ row, recovered }: Ending, details: Record<string, string | number>) => ({
    action: operationOf(row.operation).id,
    actor: row.actor,
    subject: row.subject,
    statusBefore: row.statusBefore,
    comment: row.reason,
    requestId: row.requestId,
    details: { ...details, ...(recovered && { recovered: true }) },
  });

  return {
    /**
     * Persona answered.
     * @param repeated it was, or may have been, sent more than once: where Persona heeds no key, a refusal may be the repetition's
     */
    answered(ending: Ending, answer: PersonaAnswer, repeated: boolean): Promise<void> {
      const { row } = ending;
      const body = jsonOf(answer);
      const said = outcomeOf(answer.status);
      const outcome: AuditInput["outcome"] = said === "refused" && repeated && !heedsKey(row.operation) ? "unknown" : said;
      const refusal = refusalIn(body);
      return db.transaction(async (transaction) => {
        const state = outcome === "unknown" ? "unknown" : "answered";
        if (!(await ledger.settle(row.id, state, answer.status, transaction))) return;
        if (outcome === "done") {
          const observation: InquiryObservation | undefined = readInquiryObservation(dataOf(body), "write", now());
          if (observation !== undefined) {
            await inquiryStates.note(observation, transaction);
            await links.noteInquiryStates([observation], transaction);
          }
          for (const issued of issuedIn(body, row.body, now())) await links.record({ ...issued, issuedBy: row.actor }, transaction);
          for (const change of changesIn(body)) await pushes.publish({ change }, transaction);
        }
        const entry = entryOf(ending, { httpStatus: answer.status, ...(refusal !== undefined && { answer: refusal }) });
        await audit.append(
          {
            ...entry,
            outcome,
            subject: row.subject ?? createdIn(answer, body),
            statusAfter: inquiryStatusIn(body),
            reason: outcome === "refused" ? (refusal ?? null) : null,
            personaRequestId: answer.headers["request-id"] ?? null,
            intent: outcome === "unknown" ? `${row.id}/unknown` : row.id,
          },
          transaction,
        );
      });
    },

    /** No answer came. @param sent whether Persona may have acted all the same @param why without values */
    unanswered(ending: Ending, sent: "no" | "unknown", why: string): Promise<void> {
      const outcome = sent === "no" ? "failed" : "unknown";
      return db.transaction(async (transaction) => {
        if (!(await ledger.settle(ending.row.id, "unknown", null, transaction))) return;
        await audit.append({ ...entryOf(ending, { answer: why }), outcome, intent: `${ending.row.id}/${outcome}` }, transaction);
      });
    },
  };
}

const dataOf = (body: unknown): unknown => (typeof body === "object" && body !== null && "data" in body ? body.data : undefined);
