import type { Logger } from "pino";
import { capability, rolesFor } from "@/domain/capability";
import { decisionComment } from "@/domain/decision-comment";
import { type Difference, differencesBetween, type InquirySeen } from "@/domain/inquiry-seen";
import { needsTwoPeople } from "@/domain/two-people";
import { errorKind } from "@/lib/error-kind";
import type { PresentRoles } from "../auth/present-roles";
import { DeskError } from "../http/desk-error";
import type { PersonaCaller } from "../persona/caller";
import type { Clock } from "../persona/clock";
import { matchOperation } from "../persona/match-operation";
import { Withdrawn } from "../persona/write-sending";
import { withLease } from "../persona/with-lease";
import type { PersonaWrites } from "../persona/writes";
import type { Settings } from "../settings/settings";
import { valuesOf } from "../settings/setting-values-of";
import { decisionDetails, stopEntry } from "./decision-entries";
import { decisionOperations, type DecisionRow } from "./decision-row";
import { mostTries, pauseMs } from "./decision-settling";
import type { DecisionStore } from "./decision-store";
import { needsSecondPerson } from "./decision-words";
import { readPicture } from "./picture";

type DecisionRunDeps = {
  readonly store: DecisionStore;
  readonly caller: Pick<PersonaCaller, "call">;
  readonly writes: Pick<PersonaWrites, "perform" | "mayBeSent">;
  readonly settings: Pick<Settings, "all">;
  readonly presentRoles: Pick<PresentRoles, "of">;
  readonly clock: Clock;
  readonly log: Logger;
};

/** What the decision is in the ledger of writes: the same however often it is carried on. */
export const writeKeyOf = (decisionId: string): string => `decision/${decisionId}`;

const nothingSent = "Nothing was sent.";

/**
 * Carries a decision out that an instance has taken on: reads the inquiry strongly, compares it with what the person saw, and sends. Each
 * step is written down before it is taken, so that another instance can carry on; what Persona answers is written down by the ledger of
 * writes, together with the decision.
 */
export function createDecisionRun({ store, caller, writes, settings, presentRoles, clock, log }: DecisionRunDeps) {
  async function differences(row: DecisionRow, now: InquirySeen): Promise<readonly Difference[]> {
    const found = differencesBetween(row.seen, now);
    if (found.length > 0) return found;
    // Persona may be slow to show what it has done
    const other = await store.sentFromSamePicture(row);
    return other === undefined ? [] : [{ what: "decision", id: other.id, seen: null, now: other.action }];
  }

  const refuse = (row: DecisionRow, holder: string, outcome: "refused" | "failed", why: string, lacks?: "second-person") =>
    store.move(
      row.id,
      { states: ["checking", "sending"], holder },
      { state: "refused", isOpen: false, why, ...(lacks !== undefined && { lacks }) },
      { action: decisionOperations[row.action].id, outcome, reason: why, comment: row.comment },
    );

  const mayBeSent = (row: DecisionRow) => writes.mayBeSent(row.by, writeKeyOf(row.id));

  /** Later once more, unless it was tried often enough. What may have left is left to its ledger, which tells what became of it. */
  async function putOff(row: DecisionRow, holder: string, error: DeskError): Promise<void> {
    if (await mayBeSent(row)) return;
    // a read that got lost may have reached Persona, and still nothing was sent
    const details = error.details?.endsWith(nothingSent) === true ? error.details : nothingSent;
    const why = `${error.message}. ${details}`;
    if (error.status === 404) {
      await refuse(row, holder, "refused", `Persona has no such inquiry. ${nothingSent}`);
    } else if (row.tries + 1 >= mostTries) {
      await refuse(row, holder, "failed", why);
    } else {
      const change = { state: "checking", tries: row.tries + 1, holder: null, leaseUntil: clock.now() + pauseMs(row.tries), why } as const;
      await store.move(row.id, { states: ["checking", "sending"], holder }, change);
    }
  }

  /** Whether somebody else proposed it who may still decide so; that it is whoever took it that agreed, the second look says. */
  async function haveTwoAgreed({ id, action }: DecisionRow): Promise<boolean> {
    const look = await store.lookBehind(id);
    const role = look === undefined ? null : await presentRoles.of(look.by.id);
    return role !== null && rolesFor(action).includes(role);
  }

  /** @returns whether it may be sent now */
  async function check(row: DecisionRow, holder: string): Promise<boolean> {
    const { seen: now, inquiryTemplateId } = await readPicture(caller, row.inquiryId, row.by.id, "verifications,reports");
    const found = await differences(row, now);
    // it was taken with the role of then, and may have been held, or waited, since
    const role = await presentRoles.of(row.by.id);
    if (role === null || !rolesFor(row.action).includes(role)) {
      await refuse(row, holder, "refused", `${row.by.name} may not decide any more. ${nothingSent}`);
      return false;
    }
    if (found.length > 0) {
      const stopped = { state: "stopped", isOpen: false, difference: found } as const;
      await store.move(row.id, { states: ["checking", "sending"], holder }, stopped, stopEntry(row));
      return false;
    }
    const allowed = capability(row.action, row.seen, { role, permissions: ["inquiry.write"] });
    if (!allowed.allowed) {
      await refuse(row, holder, "refused", allowed.reason);
      return false;
    }
    // what the company demands now, of the template that Persona tells now
    const { twoPeople } = valuesOf(await settings.all());
    if (needsTwoPeople(twoPeople, { action: row.action, inquiryTemplateId, seen: now }) && !(await haveTwoAgreed(row))) {
      await refuse(row, holder, "refused", needsSecondPerson, "second-person");
      return false;
    }
    return (await store.move(row.id, { states: ["checking", "sending"], holder }, { state: "sending", why: null })) !== undefined;
  }

  async function send(row: DecisionRow, holder: string): Promise<void> {
    const { id: operation, step } = decisionOperations[row.action];
    const match = matchOperation("POST", `/api/v1/inquiries/${row.inquiryId}/${step}`);
    // the ID was checked where the request was read, and the three are in the contract
    if (match === undefined) throw new Error(`No operation for ${operation}`);
    const by = { name: row.by.name, emailAddress: row.by.emailAddress ?? "" };
    const body = row.action === "markForReview" ? undefined : { meta: { comment: decisionComment(row.comment ?? "", by, row.reasons) } };
    await writes.perform({
      match,
      query: "",
      body: body && JSON.stringify(body),
      actor: row.by,
      key: writeKeyOf(row.id),
      comment: row.comment,
      details: decisionDetails(row),
      // it was compared with what is
      statusBefore: row.seen.status,
      // an instance that was only slow finds it in other hands, which may have stopped it
      mayLeave: (transaction) => store.isHolders(row.id, holder, transaction),
      requestId: row.requestId,
    });
  }

  async function carryOut(row: DecisionRow, holder: string): Promise<void> {
    try {
      // what may have left is not compared any more: it may be the reason for the difference
      const wasBegun = row.state === "sending" || row.tries > 0;
      const hasLeft = wasBegun && (await mayBeSent(row));
      if (hasLeft || (await check(row, holder))) await send(row, holder);
    } catch (error) {
      if (error instanceof Withdrawn) return;
      if (!(error instanceof DeskError)) throw error;
      await putOff(row, holder, error);
    }
  }

  return async function run(row: DecisionRow, holder: string): Promise<void> {
    const lease = { clock, leaseMs: store.leaseMs, renew: () => store.renew(row.id, holder) };
    try {
      await withLease(lease, () => carryOut(row, holder));
    } catch (error) {
      // the row is still there when its lease runs out
      log.warn({ decision: row.id, error: errorKind(error) }, "a decision has to wait");
    }
  };
}
