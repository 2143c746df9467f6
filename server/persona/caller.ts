import type { Logger } from "pino";
import { errorKind } from "@/lib/error-kind";
import type { PersonaConfig } from "../config/config";
import type { Database } from "../db/database";
import { createAnswerCache } from "./answer-cache";
import { type Askers, createAskers } from "./askers";
import { type Budget, type BudgetState, createBudget } from "./budget";
import { CallFailure } from "./call-failure";
import { type Clock, systemClock } from "./clock";
import type { DeviceUse } from "../devices/device-index";
import type { OpenedSession } from "../links/link-use";
import { type InquiryObservation, observeInquiry } from "./inquiry-observation";
import { matchesIn, type ReportMatch } from "./inquiry-findings";
import { deviceUsesIn } from "./session-devices";
import { openedSessionsIn } from "./session-openings";
import { isWrite, type OperationId, operationOf } from "./match-operation";
import { type Meter, noMeter } from "./meter";
import { isJson, jsonOf, type PersonaAnswer } from "./persona-answer";
import { cacheLife, type Priority, priorityOf } from "./priorities";
import { pauseOf, rateOf, type RateReport, withRate } from "./rate-headers";
import { readDocument } from "./resources/read-document";
import { createScheduler } from "./scheduler";
import { createUpstream } from "./upstream";
import { cacheChannel } from "./webhook-store";
import { refusalIn } from "./write-outcome";

/** A call to Persona. Path and query are sent as they are: they come out of `matchOperation` and `operationQuery`, or are made here. */
export type PersonaCall = {
  readonly operation: OperationId;
  /** Who wants it: a person's ID or a partner token's, so that they share the budget fairly. */
  readonly asker: string;
  /** Below Persona's base: `/inquiries/inq_…`. */
  readonly path: string;
  /** Without the question mark. */
  readonly query?: string;
  readonly body?: string;
  readonly idempotencyKey?: string;
  /** Default: the operation's own. */
  readonly priority?: Priority;
  /** A read that shares no other's answer: it shows what is once it is asked for. */
  readonly fresh?: true;
  /** Whoever calls notes the inquiries that the answer brings, together with what they do with it. */
  readonly notesItself?: true;
  /** Runs right before it is sent, every time that it is. When it throws, it is not. */
  readonly beforeSending?: () => Promise<void>;
  /** Ends waiting for it. A write that is under way goes on at Persona. */
  readonly signal?: AbortSignal;
};

export type PersonaCaller = {
  /**
   * Calls Persona within the shared budget. Reads that are the same share one call; what Persona answers, errors too, is returned.
   * @throws CallFailure when there is no answer of Persona's
   */
  call(call: PersonaCall): Promise<PersonaAnswer>;
  /** Forgets what was cached of a resource type. */
  invalidate(resourceType: string): void;
  /** Stops hearing what other instances changed. */
  close(): Promise<void>;
};

/** What the resources of one answer tell that the desk keeps. */
export type Seen = {
  /** Of a read alone: what a write answered is noted with the write. */
  readonly inquiries: readonly InquiryObservation[];
  readonly opened: readonly OpenedSession[];
  readonly devices: readonly DeviceUse[];
  /** Inquiries of which a report has a match. */
  readonly matches: readonly ReportMatch[];
};

export type PersonaCallerDeps = {
  readonly db: Database;
  readonly persona: PersonaConfig;
  readonly log: Logger;
  /** Is told what an answer brought; not awaited. */
  readonly onSeen?: (seen: Seen) => Promise<void>;
  readonly meter?: Meter;
  readonly clock?: Clock;
  readonly fetch?: typeof fetch;
};

/** Longer than a window: whoever waits this long has seen a reset. */
const longestWaitMs = 90_000;

/** Everything that calls Persona goes through one of these per instance; all instances share one budget. */
export async function createPersonaCaller(deps: PersonaCallerDeps): Promise<PersonaCaller> {
  const { db, persona, log, onSeen, meter = noMeter, clock = systemClock } = deps;
  const now = () => clock.now();
  const counted = createBudget({ db, now, environment: persona.environment, callsPerMinute: persona.callsPerMinute });
  let state: BudgetState | undefined;
  const budget: Budget = {
    ...counted,
    async reserve(priority, asker) {
      const reservation = await counted.reserve(priority, asker);
      ({ state } = reservation);
      return reservation;
    },
  };
  /** Where the budget stood when this instance last asked for a call of it; undefined once that window is over. */
  const rateNow = (): RateReport | undefined =>
    state === undefined || state.resetsAt <= now()
      ? undefined
      : { limit: state.capacity, remaining: state.remaining, resetSeconds: Math.ceil((state.resetsAt - now()) / 1000) };
  const scheduler = createScheduler({ budget, clock, meter });
  const upstream = createUpstream({ persona, ...(deps.fetch && { fetch: deps.fetch }) });
  const cache = createAnswerCache({ clock, onHit: (how) => (how === "cached" ? meter.cacheHit() : meter.coalesced()) });

  const send = async (call: PersonaCall, signal: AbortSignal | undefined, askers: Askers): Promise<PersonaAnswer> => {
    const operation = operationOf(call.operation);
    const deadline = now() + longestWaitMs;
    const { path, query = "", body, idempotencyKey } = call;
    for (;;) {
      const release = await scheduler.enter(call.priority ?? priorityOf(call.operation), { askers, deadline, signal });
      try {
        await call.beforeSending?.();
      } catch (error) {
        release();
        throw error;
      }
      const startedAt = now();
      const measured = (status: number) => meter.upstream(call.operation, status, (now() - startedAt) / 1000);
      try {
        const answer = await upstream({ operation, path, query, body, idempotencyKey, signal });
        measured(answer.status);
        // Persona's 429 comes before its idempotency layer: nothing was done or stored, so the same call is sent again
        if (answer.status !== 429 || isQuota(answer)) return await settled(call, answer);
        await budget.exhausted(pauseOf(answer, now()));
        log.warn({ operation: operation.id }, "Persona's rate limit was reached");
      } catch (error) {
        measured(0);
        throw error;
      } finally {
        release();
      }
    }
  };

  async function settled(call: PersonaCall, answer: PersonaAnswer): Promise<PersonaAnswer> {
    if (answer.status === 401) {
      log.error({ requestId: answer.headers["request-id"] }, "Persona does not accept the API key");
      throw new CallFailure("key");
    }
    look(call, answer);
    const rate = rateOf(answer, now());
    // a count that is a little off is put right by the next answer
    if (rate !== undefined) {
      await budget.report(rate).catch((error: unknown) => log.warn({ error: errorKind(error) }, "the budget was not corrected"));
    }
    return answer;
  }

  /** Tells what of an answer can't be read, once and without values, and notes what it brought. */
  function look(call: PersonaCall, answer: PersonaAnswer): void {
    if (!isJson(answer.headers["content-type"]) || answer.body.byteLength === 0) return;
    const { value: document, problems } = readDocument(jsonOf(answer));
    const resources = [...(document?.data ?? []), ...(document?.included ?? [])];
    const inquiries = resources.map((each) => observeInquiry(each, "read", now(), resources));
    // what was not asked for is not missed
    const lacking = call.query?.includes("fields") ? [] : inquiries.flatMap((inquiry) => inquiry.lacking);
    const odd = [...new Set([...problems, ...inquiries.flatMap((inquiry) => inquiry.problems), ...lacking])];
    if (odd.length > 0) {
      meter.oddAnswer(call.operation);
      log.warn(
        { operation: call.operation, requestId: answer.headers["request-id"], problems: odd },
        "Persona's answer can't be read wholly",
      );
    }
    const read = isWrite(operationOf(call.operation)) ? [] : inquiries.flatMap((inquiry) => inquiry.value ?? []);
    const seen: Seen = {
      inquiries: read,
      opened: openedSessionsIn(resources),
      devices: deviceUsesIn(resources),
      matches: matchesIn(resources),
    };
    if (onSeen === undefined || call.notesItself || answer.status >= 300 || Object.values(seen).every((each) => each.length === 0)) return;
    onSeen(seen).catch((error: unknown) => log.warn({ error: errorKind(error) }, "inquiry states were not noted"));
  }

  const invalidate = (resourceType: string) => {
    const templates = isTemplate(resourceType);
    cache.forget((key) => isTemplate(key.slice(1)) === templates);
  };
  const stopListening = await db.listen(cacheChannel, invalidate, () => cache.forget(() => true));

  const write = async (call: PersonaCall): Promise<PersonaAnswer> => {
    try {
      return await send(call, call.signal, createAskers(call.asker));
    } finally {
      // What the caller reads next must show it, be it done or half done; a read that began before may not.
      const resourceType = call.path.split("/")[1] ?? "";
      invalidate(resourceType);
      await db
        .query("select pg_notify($1, $2)", [cacheChannel, resourceType])
        .catch((error: unknown) => log.warn({ error: errorKind(error) }, "other instances were not told of a change"));
    }
  };

  return {
    call(call) {
      if (isWrite(operationOf(call.operation))) return write(call);
      if (call.fresh === true) return send(call, call.signal, createAskers(call.asker));
      const read = cache.read({
        // who is in a hurry does not wait with those who are not
        key: `${call.path}?${call.query ?? ""}\n${call.body ?? ""}\n${call.priority ?? ""}`,
        asker: call.asker,
        life: cacheLife(call.operation),
        signal: call.signal,
        send: (signal, askers) => send(call, signal, askers),
      });
      return read.then((answer) => withRate(answer, rateNow()));
    },
    invalidate,
    close: stopListening,
  };
}

/** Both by the resource's type and by a path that begins with it. */
const isTemplate = (typeOrPath: string) => typeOrPath.startsWith("inquiry-template");

/** Creation quotas are answered with 429 as well, and are no matter of waiting. */
const isQuota = (answer: PersonaAnswer) => /^quota/i.test(refusalIn(jsonOf(answer)) ?? "");
