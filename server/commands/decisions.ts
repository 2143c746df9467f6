import { randomUUID } from "node:crypto";
import type { Logger } from "pino";
import type { Decision, DecisionRequest } from "@/api/generated/desk/types.gen";
import { type Difference, differencesBetween } from "@/domain/inquiry-seen";
import { needsTwoPeople } from "@/domain/two-people";
import { readTime } from "@/lib/read";
import { personActor } from "../audit/audit-actor";
import type { AuditLog } from "../audit/audit-log";
import { requireAudit } from "../audit/require-audit";
import type { PresentRoles } from "../auth/present-roles";
import type { SignedIn } from "../http/context";
import { conflict, notFound } from "../http/desk-error";
import type { PersonaCaller } from "../persona/caller";
import { type Clock, systemClock } from "../persona/clock";
import type { InquiryState, InquiryStates } from "../persona/inquiry-states";
import { intentOf, type PersonaWrites } from "../persona/writes";
import type { Settings } from "../settings/settings";
import { valuesOf } from "../settings/setting-values-of";
import { secondLookFor } from "../second-looks/second-look-row";
import type { DecisionBatch, NewDecision } from "./decision-insert";
import { considered } from "./decision-policy";
import { decisionFor, decisionOperations, type DecisionRow, mayTakeBack } from "./decision-row";
import { createDecisionRun, writeKeyOf } from "./decision-run";
import type { DecisionFilter, DecisionStore } from "./decision-store";
import { createDecisionWorker, longestPauseMs } from "./decision-worker";
import { inTheWay, lookInTheWay, needsSecondPerson, noLongerHeld } from "./decision-words";
import { fingerprintOf, requireSameRequest } from "./request-fingerprint";

export type DecisionsDeps = {
  readonly store: DecisionStore;
  readonly caller: Pick<PersonaCaller, "call">;
  readonly writes: Pick<PersonaWrites, "perform" | "mayBeSent">;
  readonly inquiryStates: Pick<InquiryStates, "get">;
  readonly settings: Pick<Settings, "all">;
  readonly presentRoles: Pick<PresentRoles, "of">;
  readonly audit: Pick<AuditLog, "canAppend">;
  readonly log: Logger;
  readonly clock?: Clock;
};

/** A person takes a decision, in their words and under their key. */
export type DecisionIntent = {
  readonly request: DecisionRequest;
  readonly key: string;
  readonly person: SignedIn;
  readonly requestId: string;
  /** The batch that it is of: that was held as a whole, so this one is not. */
  readonly batch?: DecisionBatch;
  /** The second look that it answers: see NewDecision. */
  readonly answering?: NewDecision["answering"];
};

export type Decisions = ReturnType<typeof createDecisions>;

/** How long a decision without a hold is waited for before it is answered as it stands, ms. */
const answeredWithinMs = 10_000;

/** Decisions on inquiries: taken, held, compared with the inquiry as it is, sent once, and pushed to open screens. */
export function createDecisions(deps: DecisionsDeps) {
  const { store, inquiryStates, settings, audit, clock = systemClock } = deps;
  const run = createDecisionRun({ ...deps, clock });
  const worker = createDecisionWorker({ ...deps, clock, run });

  /** What webhooks and reads have told since the person looked: no call of Persona's is needed to see that it moved. */
  function knownDifference(known: InquiryState | undefined, { seen }: DecisionRequest): readonly Difference[] {
    const seenAt = seen.updatedAt === null ? undefined : readTime(seen.updatedAt);
    if (known === undefined || seenAt === undefined || known.updatedAt <= seenAt) return [];
    return differencesBetween(seen, { ...seen, status: known.status });
  }

  async function held(id: string): Promise<DecisionRow> {
    const row = await store.get(id);
    if (row === undefined) throw notFound();
    return row;
  }

  /** Starts the hold of a new decision, or sends it at once. @returns it as it is then; a failure from here on does not undo it */
  async function begun(row: DecisionRow, holder: string | undefined): Promise<DecisionRow> {
    if (holder === undefined) {
      worker.wake(row.holdSeconds * 1_000);
      return row;
    }
    await worker.now(row, holder, answeredWithinMs);
    return store.get(row.id).then(
      (now) => now ?? row,
      () => row,
    );
  }

  return {
    /**
     * @returns the decision as it stands; `isNew` unless it was taken before under this key
     * @throws DeskError 400 when it lacks what the company demands, or the key was used for something else; 409 with the decision or the
     * second look that is in the way; 503 when it can't be audited
     */
    async take({
      request,
      key,
      person,
      requestId,
      batch,
      answering,
    }: DecisionIntent): Promise<{ readonly isNew: boolean; readonly decision: Decision }> {
      const by = personActor(person);
      const fingerprint = fingerprintOf(request);
      const intent = intentOf(by, `decide/${key}`);
      // the same key again: it was taken, even if settings, audit log or inquiry would refuse it now
      const known = await store.known(intent);
      if (known !== undefined) return { isNew: false, decision: decisionFor(requireSameRequest(known, fingerprint), person) };
      const [values, state] = await Promise.all([
        settings.all().then(valuesOf),
        inquiryStates.get(request.inquiryId),
        requireAudit(audit, "Nothing was sent."),
      ]);
      const id = `dec_${randomUUID().replaceAll("-", "")}`;
      const asked = considered(request, values);
      const policy = batch === undefined ? asked : { ...asked, holdSeconds: 0 };
      // as far as it is known yet: the strong read before the sending has the last word
      const isForTwo = needsTwoPeople(values.twoPeople, { ...request, inquiryTemplateId: state?.inquiryTemplateId ?? null });
      const holder = policy.holdSeconds === 0 ? randomUUID() : undefined;
      const taken = await store.take({
        ...policy,
        answering,
        holder,
        id,
        intent,
        fingerprint,
        writeIntent: intentOf(by, writeKeyOf(id)),
        inquiryId: request.inquiryId,
        action: request.action,
        by,
        seen: request.seen,
        difference: knownDifference(state, request),
        needsSecondPerson: isForTwo && answering === undefined ? needsSecondPerson : undefined,
        requestId,
        batch,
      });
      if (taken.how === "look") throw conflict(lookInTheWay(taken.look, person), { secondLook: secondLookFor(taken.look, person) });
      const { how, row } = taken;
      if (how === "other") throw conflict(inTheWay(row, person, clock.now()), { decision: decisionFor(row, person) });
      if (how === "known") return { isNew: false, decision: decisionFor(requireSameRequest(row, fingerprint), person) };
      return { isNew: true, decision: decisionFor(row.isOpen ? await begun(row, holder) : row, person) };
    },

    /** Pauses one's own held decision, or starts its hold anew. @throws DeskError 404, 409 */
    async pause(id: string, paused: boolean, person: SignedIn, requestId: string): Promise<Decision> {
      const row = await held(id);
      if (row.by.id !== person.user.id) throw notFound();
      const isSo = (now: DecisionRow) => now.state === "held" && (now.pausedAt !== null) === paused;
      // paused for too long: it is taken back, whether the next round or the person notices first
      const until = clock.now() - longestPauseMs;
      const isOver = row.state === "held" && row.pausedAt !== null && row.pausedAt <= until;
      if (!isOver && isSo(row)) return decisionFor(row, person);
      const change = paused ? { pausedAt: clock.now(), sendsAt: null } : { pausedAt: null, sendsAt: clock.now() + row.holdSeconds * 1_000 };
      const from = { states: ["held"], pause: paused ? "none" : { after: until } } as const;
      const details = { operation: decisionOperations[row.action].id, paused };
      if (isOver) await worker.takeBack(row, until);
      const moved = isOver
        ? undefined
        : await store.move(id, from, change, { action: "pause-decision", outcome: "done", requestId, details });
      if (moved === undefined) {
        const now = await held(id);
        // asked for twice at once
        if (isSo(now)) return decisionFor(now, person);
        throw notHeld(now, person);
      }
      if (!paused) worker.wake(row.holdSeconds * 1_000);
      return decisionFor(moved, person);
    },

    /** Takes a held decision back: one's own, or as a lead anybody's. @throws DeskError 404, 409 once it is not held any more */
    async takeBack(id: string, person: SignedIn, requestId: string): Promise<Decision> {
      const row = await held(id);
      if (!mayTakeBack(row, person)) throw notFound();
      if (row.state === "taken-back") return decisionFor(row, person);
      const details = { operation: decisionOperations[row.action].id };
      const entry = {
        action: "take-back-decision",
        outcome: "done",
        actor: personActor(person),
        comment: row.comment,
        requestId,
        details,
      } as const;
      const why = row.by.id === person.user.id ? null : `${person.user.name} took it back.`;
      const moved = await store.move(id, { states: ["held"] }, { state: "taken-back", isOpen: false, why }, entry);
      if (moved !== undefined) return decisionFor(moved, person);
      const now = await held(id);
      // twice at once
      if (now.state === "taken-back") return decisionFor(now, person);
      throw notHeld(now, person);
    },

    /** Newest first: of an inquiry everybody's; else one's own, and for leads and admins everybody's. */
    async list(filter: DecisionFilter, person: SignedIn, page: { readonly below?: number | undefined; readonly limit: number }) {
      const sees = filter.inquiryId !== undefined || person.role === "lead" || person.role === "admin";
      const rows = await store.list(sees ? filter : { ...filter, by: person.user.id }, page);
      return rows.map((row) => ({ sequence: row.sequence, decision: decisionFor(row, person) }));
    },

    /** Carries out what is due now. */
    round: () => worker.round(),
    start: () => worker.start(),
    idle: () => worker.idle(),
    stop: () => worker.stop(),
  };
}

const notHeld = (row: DecisionRow, person: SignedIn) => conflict(noLongerHeld(row), { decision: decisionFor(row, person) });
