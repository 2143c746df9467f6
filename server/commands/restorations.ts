import { randomUUID } from "node:crypto";
import type { Logger } from "pino";
import type { AuditActor } from "../audit/audit-entry";
import type { AuditLog } from "../audit/audit-log";
import { requireAudit } from "../audit/require-audit";
import type { PresentRoles } from "../auth/present-roles";
import { conflict } from "../http/desk-error";
import { CallFailure } from "../persona/call-failure";
import type { PersonaCaller } from "../persona/caller";
import { type Clock, systemClock, wait } from "../persona/clock";
import { intentOf, type PersonaWrites } from "../persona/writes";
import { fingerprintOf, requireSameRequest } from "./request-fingerprint";
import { createRestorationRun, NoLongerMine, type WayIn } from "./restoration-run";
import type { RestorationKind, RestorationRow, RestorationSeen, RestorationStore } from "./restoration-store";
import { createRounds } from "./rounds";

export type RestorationsDeps = {
  readonly store: RestorationStore;
  readonly caller: Pick<PersonaCaller, "call">;
  readonly writes: Pick<PersonaWrites, "perform">;
  readonly presentRoles: Pick<PresentRoles, "of">;
  readonly audit: Pick<AuditLog, "canAppend">;
  readonly log: Logger;
  readonly clock?: Clock;
};

/** A request to restore a user's access. */
export type RestorationIntent = {
  readonly inquiryId: string;
  readonly kind: RestorationKind;
  /** Null: as the template says. */
  readonly expiresInSeconds: number | null;
  /** Null for a system of the company, which looks at nothing. */
  readonly seen: RestorationSeen | null;
  readonly by: AuditActor;
  readonly key: string;
  readonly requestId: string;
};

export type Restorations = ReturnType<typeof createRestorations>;

const pollMs = 200;
/** Longer than any call can wait in the queue and then take. */
const longestMs = 120_000;

/** Restores access to inquiries: one command each, which is carried to its end whatever stops in between. */
export function createRestorations(deps: RestorationsDeps) {
  const { store, audit, clock = systemClock, log } = deps;
  const restoration = createRestorationRun({ ...deps, clock });
  const rounds = createRounds({ work: carryOn, clock, log, name: "restorations" });

  /** Finishes what a stopped instance left behind; the link that comes of it reaches nobody. */
  async function carryOn(): Promise<void> {
    const holder = randomUUID();
    const rows = await store.takeDue(holder);
    // failures are in the row, or it is due again later
    await Promise.allSettled(rows.map((row) => restoration.run(row, holder)));
  }

  /** @returns undefined while another instance works on it */
  async function attempt(asked: Parameters<RestorationStore["begin"]>[0]): Promise<{ row: RestorationRow; wayIn: WayIn } | undefined> {
    const holder = randomUUID();
    const { isNew, row } = await store.begin(asked, holder);
    if (isNew) return { row, wayIn: await restoration.run(row, holder) };
    if (row.intent !== asked.intent) throw inTheWay(row, asked.by);
    requireSameRequest(row, asked.fingerprint);
    if (row.state === "done") return { row, wayIn: await restoration.lastStep(row) };
    const taken = await store.takeOver(row.id, holder);
    return taken && { row: taken, wayIn: await restoration.run(taken, holder) };
  }

  async function restore({ by, key, requestId, ...asked }: RestorationIntent) {
    await requireAudit(audit, "Nothing was sent.");
    const meant = { ...asked, by, requestId, intent: intentOf(by, `restore/${key}`), fingerprint: fingerprintOf(asked) };
    const until = clock.now() + longestMs;
    for (;;) {
      try {
        const done = await attempt(meant);
        if (done !== undefined) return { id: done.row.id, inquiryId: asked.inquiryId, kind: asked.kind, ...done.wayIn };
      } catch (error) {
        if (!(error instanceof NoLongerMine)) throw error;
      }
      if (clock.now() > until) throw new CallFailure("timeout");
      await wait(clock, pollMs);
    }
  }

  return {
    /**
     * Resumes what has expired, then makes the way in. The same key of the same caller has the same outcome.
     * @throws DeskError 404; 409 with the reason or the difference; 422 when Persona gives no more sessions; 502, 503 and 504 when it does not
     * answer, or can't be audited
     */
    restore: (intent: RestorationIntent) => rounds.track(restore(intent)),
    /** Finishes what was left behind. */
    round: () => rounds.round(),
    start: () => rounds.start(),
    idle: () => rounds.idle(),
    stop: () => rounds.stop(),
  };
}

const inTheWay = ({ by }: RestorationRow, asks: AuditActor) =>
  conflict(`${by.id === asks.id ? "You are" : `${by.name} is`} restoring access to this inquiry just now. Nothing was sent.`);
