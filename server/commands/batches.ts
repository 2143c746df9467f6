import { randomUUID } from "node:crypto";
import type { Batch, BatchDetail, BatchRequest } from "@/api/generated/desk/types.gen";
import { isSnooze } from "@/domain/batch-action";
import { certainContradictions } from "@/domain/rehearsal";
import { readTime } from "@/lib/read";
import { personActor } from "../audit/audit-actor";
import type { AuditLog } from "../audit/audit-log";
import { requireAudit } from "../audit/require-audit";
import type { SignedIn } from "../http/context";
import { badRequest, conflict, DeskError, notFound } from "../http/desk-error";
import { type Clock, systemClock } from "../persona/clock";
import { intentOf } from "../persona/writes";
import { requireSnoozeEnd } from "../postponements/snooze-end";
import type { Settings } from "../settings/settings";
import { valuesOf } from "../settings/setting-values-of";
import { batchFor, batchItemFor, type BatchRow, type BatchState, batchWords, isBatchOf } from "./batch-row";
import { type BatchWorkerDeps, createBatchWorker } from "./batch-run";
import { considered, type Considered } from "./decision-policy";
import { fingerprintOf, requireSameRequest } from "./request-fingerprint";

export type BatchesDeps = Omit<BatchWorkerDeps, "clock"> & {
  readonly settings: Pick<Settings, "all">;
  readonly audit: Pick<AuditLog, "canAppend">;
  readonly clock?: Clock;
};

/** A person means something for many inquiries, in their words and under their key. */
export type BatchIntent = {
  readonly request: BatchRequest;
  readonly key: string;
  readonly person: SignedIn;
  readonly requestId: string;
};

export type Batches = ReturnType<typeof createBatches>;

type Verb = { readonly action: string; readonly from: readonly BatchState[]; readonly to: BatchState };

const verbs = {
  pause: { action: "pause-batch", from: ["held", "running"], to: "paused" },
  // held anew where nothing was decided yet
  resume: { action: "resume-batch", from: ["paused"], to: "running" },
  stop: { action: "stop-batch", from: ["held", "running", "paused"], to: "stopped" },
  "take-back": { action: "take-back-batch", from: ["held"], to: "taken-back" },
} as const satisfies Record<string, Verb>;

/** What somebody can do with a batch. */
export type BatchVerb = keyof typeof verbs;

/** Batches: held once as a whole, then decided one inquiry after the other, each by the command that decides a single one. */
export function createBatches(deps: BatchesDeps) {
  const { store, settings, audit, clock = systemClock } = deps;
  const worker = createBatchWorker({ ...deps, clock });

  async function theirs(id: string, person: SignedIn): Promise<BatchRow> {
    const row = await store.get(id);
    if (row === undefined || !isBatchOf(row, person)) throw notFound();
    return row;
  }
  const shown = async (row: BatchRow, person: SignedIn): Promise<Batch> => batchFor(row, await store.counts(row.id), person);

  return {
    /**
     * @returns the batch as it stands; `isNew` unless it was taken before under this key
     * @throws DeskError 400 when it lacks what the company demands, or the key was used for something else; 422 where something speaks against
     * an item that was not taken in by itself; 503 when it can't be audited
     */
    async take({ request, key, person, requestId }: BatchIntent): Promise<{ readonly isNew: boolean; readonly batch: Batch }> {
      const by = personActor(person);
      const fingerprint = fingerprintOf(request);
      const intent = intentOf(by, `batch/${key}`);
      const known = await store.known(intent);
      if (known !== undefined) return { isNew: false, batch: await shown(requireSameRequest(known, fingerprint), person) };
      const [values] = await Promise.all([settings.all().then(valuesOf), requireAudit(audit, "Nothing was sent.")]);
      const policy = consideredAll(request, values, clock.now());
      const { action, items } = request;
      const row = await store.insert({
        id: `bat_${randomUUID().replaceAll("-", "")}`,
        intent,
        fingerprint,
        action,
        reasons: policy.reasons,
        comment: policy.comment,
        until: readTime(request.until) ?? null,
        untilUserActs: request.untilUserActs ?? false,
        by,
        holdSeconds: policy.holdSeconds,
        requestId,
        items: items.map(({ inquiryId, seen, override = false }) => ({ inquiryId, seen, override })),
      });
      if (row === undefined) {
        const other = await store.known(intent);
        if (other === undefined) throw notFound();
        return { isNew: false, batch: await shown(requireSameRequest(other, fingerprint), person) };
      }
      worker.wake(row.holdSeconds * 1_000);
      return { isNew: true, batch: await shown(row, person) };
    },
    /** Pauses one, goes on with it, stops it or takes it back. What it is already stays as it is. @throws DeskError 404, 409 */
    async does(verb: BatchVerb, id: string, person: SignedIn, requestId: string): Promise<Batch> {
      await theirs(id, person);
      const { action, from, to } = verbs[verb];
      const moved = await store.move(id, from, to, { action, actor: personActor(person), requestId });
      const row = moved ?? (await theirs(id, person));
      const isSo = row.state === to || (verb === "resume" && row.state === "held");
      if (moved === undefined && !isSo) throw conflict(batchWords[row.state], { batch: await shown(row, person) });
      if (verb === "resume" && moved !== undefined) worker.wake(moved.state === "held" ? moved.holdSeconds * 1_000 : 0);
      return shown(row, person);
    },
    /** @throws DeskError 404 */
    async detail(id: string, person: SignedIn): Promise<BatchDetail> {
      const row = await theirs(id, person);
      const [batch, items] = await Promise.all([shown(row, person), store.items(id)]);
      return { batch, items: items.map(batchItemFor) };
    },
    /** One's own, newest first. */
    list: async (isOpen: boolean, person: SignedIn): Promise<Batch[]> =>
      Promise.all((await store.list(person.user.id, isOpen)).map((row) => shown(row, person))),
    /** Carries out what is due now. */
    round: () => worker.round(),
    start: () => worker.start(),
    idle: () => worker.idle(),
    stop: () => worker.stop(),
  };
}

/** What the company asks of the batch: what it asks of each of its decisions. @throws DeskError 400, 422 */
function consideredAll(request: BatchRequest, values: Parameters<typeof considered>[1], now: number): Omit<Considered, "tags"> {
  const { action, items, reasonIds, comment, holdSeconds } = request;
  if (new Set(items.map(({ inquiryId }) => inquiryId)).size < items.length) throw badRequest("items: holds an inquiry twice");
  if (isSnooze(action)) {
    if (reasonIds.length > 0) throw badRequest("reasonIds: are nothing of a snooze");
    requireSnoozeEnd({ until: readTime(request.until) ?? null, untilUserActs: request.untilUserActs ?? false }, now);
    const why = comment?.trim() ?? "";
    const isLine = why !== "" && why.length <= 200 && !/\p{Cc}/u.test(why);
    if (!isLine) throw badRequest("comment: a snooze needs one line of at most 200 characters");
    return {
      reasons: [],
      comment: why,
      holdSeconds: Math.max(values.decisionHold.atLeastSeconds, holdSeconds ?? values.decisionHold.seconds),
    };
  }
  if (request.until !== undefined || request.untilUserActs !== undefined) throw badRequest("until: is something of a snooze");
  for (const { inquiryId, seen, override = false } of items) {
    if (!override && certainContradictions(action, seen).length > 0) {
      throw new DeskError(
        422,
        "Unprocessable Entity",
        `Something speaks against it for ${inquiryId}. Take it in by itself, or leave it out.`,
      );
    }
  }
  const policies = items.map(({ seen }) => considered({ action, seen, reasonIds, comment, holdSeconds }, values));
  const [policy] = policies;
  if (policy === undefined) throw badRequest("items: is empty");
  return policy;
}
