import type { Logger } from "pino";
import { isSnooze } from "@/domain/batch-action";
import { errorKind } from "@/lib/error-kind";
import type { PresentRoles } from "../auth/present-roles";
import type { SignedIn } from "../http/context";
import { DeskError } from "../http/desk-error";
import type { Clock } from "../persona/clock";
import type { InquiryStates } from "../persona/inquiry-states";
import { withLease } from "../persona/with-lease";
import { Withdrawn } from "../persona/write-sending";
import type { Postponements } from "../postponements/postponements";
import type { BatchRow, WaitingItem } from "./batch-row";
import type { BatchStore, Turn } from "./batch-store";
import type { Decisions } from "./decisions";
import { createRounds } from "./rounds";

export type BatchWorkerDeps = {
  readonly store: BatchStore;
  readonly decisions: Pick<Decisions, "take">;
  readonly postponements: Pick<Postponements, "put">;
  readonly presentRoles: Pick<PresentRoles, "of">;
  readonly inquiryStates: Pick<InquiryStates, "get">;
  readonly clock: Clock;
  readonly log: Logger;
};

/** Carries batches out, one inquiry after the other, on whichever instance has the lease. */
export function createBatchWorker({ store, decisions, postponements, presentRoles, inquiryStates, clock, log }: BatchWorkerDeps) {
  let isStopping = false;
  const rounds = createRounds({ work: takeOn, clock, log, name: "batches" });

  async function takeOn(): Promise<void> {
    const { holder, rows } = await store.takeDue();
    void rounds.track(Promise.all(rows.map((row) => run(row, holder))));
  }

  async function run(batch: BatchRow, holder: string): Promise<void> {
    const lease = { clock, leaseMs: store.leaseMs, renew: () => store.renew(batch.id, holder) };
    try {
      await withLease(lease, () => carryOn(batch, holder));
      await store.release(batch.id, holder);
    } catch (error) {
      // the batch is still there when its lease runs out
      log.warn({ batch: batch.id, error: errorKind(error) }, "a batch has to wait");
    }
  }

  /** Until nothing waits, or the next round has to look again. */
  async function carryOn(batch: BatchRow, holder: string): Promise<void> {
    while (!isStopping && !(await store.isUnderWay(batch.id))) {
      const item = await store.nextItem(batch.id);
      if (item === undefined) return store.finish(batch.id, holder);
      if (!(await turnOf(batch, item, { batchId: batch.id, position: item.position, holder }))) return;
      await store.progressed(batch);
    }
  }

  /** @returns whether the next one may follow at once */
  async function turnOf(batch: BatchRow, item: WaitingItem, turn: Turn): Promise<boolean> {
    try {
      await (isSnooze(batch.action) ? snooze(batch, item, turn) : decide(batch, item, turn));
      return true;
    } catch (error) {
      // paused, stopped, or in other hands
      if (error instanceof Withdrawn) return false;
      if (!(error instanceof DeskError)) throw error;
      // nothing can be done now, to this one or to any
      if (error.status >= 500) return false;
      return refuse(turn, error.details ?? error.message);
    }
  }

  const refuse = (turn: Turn, why: string): Promise<boolean> =>
    store.settle(turn, "refused", why).then(
      () => true,
      (error: unknown) => {
        if (error instanceof Withdrawn) return false;
        throw error;
      },
    );

  async function decide(batch: BatchRow, { inquiryId, seen, position }: WaitingItem, turn: Turn): Promise<void> {
    // the other kind of batch is asked for above
    if (isSnooze(batch.action)) return;
    const reasonIds = batch.reasons.map(({ id }) => id);
    await decisions.take({
      request: { inquiryId, action: batch.action, reasonIds, comment: batch.comment, seen },
      key: `batch/${batch.id}/${position}`,
      person: personOf(batch),
      requestId: batch.requestId ?? batch.id,
      batch: { id: batch.id, link: (decisionId, transaction) => store.link(turn, decisionId, transaction) },
    });
  }

  async function snooze(batch: BatchRow, { inquiryId, seen }: WaitingItem, turn: Turn): Promise<void> {
    const [role, known] = await Promise.all([presentRoles.of(batch.by.id), inquiryStates.get(inquiryId)]);
    if (role === null || role === "auditor") return store.settle(turn, "refused", `${batch.by.name} may not snooze any more.`);
    if (known === undefined) return store.settle(turn, "refused", "The desk does not know this inquiry.");
    if (known.status !== seen.status) return store.settle(turn, "refused", `It is ${known.status} by now.`);
    const asked = {
      kind: "snooze",
      inquiryId,
      reason: batch.comment ?? "",
      until: batch.until,
      untilUserActs: batch.untilUserActs,
    } as const;
    await postponements.put({ ...asked, batchId: batch.id }, personOf(batch), batch.requestId ?? batch.id, (transaction) =>
      store.settle(turn, "done", null, transaction),
    );
  }

  return {
    round: () => rounds.round(),
    start: () => rounds.start(),
    idle: () => rounds.idle(),
    wake: (ms: number) => rounds.wake(ms),
    stop(): Promise<void> {
      isStopping = true;
      return rounds.stop();
    },
  };
}

/** Who meant it, as they were then: what they may do by now is looked at with each inquiry. */
const personOf = ({ id, by }: BatchRow): SignedIn => ({
  sessionId: id,
  user: { id: by.id, name: by.name, emailAddress: by.emailAddress ?? "" },
  // it was the role of a session
  role: by.role as SignedIn["role"],
});
