import { type Askers, createAskers } from "./askers";
import type { Clock } from "./clock";
import type { PersonaAnswer } from "./persona-answer";

type Kept = {
  readonly answer: PersonaAnswer;
  readonly until: number;
};

type UnderWay = {
  readonly answer: Promise<PersonaAnswer>;
  readonly giveUp: AbortController;
  readonly askers: Askers;
  waiting: number;
};

type SharedRead = {
  /** What makes two reads the same. */
  readonly key: string;
  readonly asker: string;
  /** How long the answer holds, ms; undefined: only as long as the call takes. */
  readonly life: number | undefined;
  readonly signal: AbortSignal | undefined;
  /** Makes the call for all who ask while it is under way; `signal` aborts when nobody waits for it any more. */
  readonly send: (signal: AbortSignal, askers: Askers) => Promise<PersonaAnswer>;
};

const mostKept = 300;

/**
 * Reads that several people share: one upstream call for all who ask the same while it is under way, and for some a while longer.
 * @param onHit called with what saved a call: the cache, or a call under way
 */
export function createAnswerCache({ clock, onHit }: { clock: Clock; onHit: (how: "coalesced" | "cached") => void }) {
  const kept = new Map<string, Kept>();
  const underWay = new Map<string, UnderWay>();

  function begin({ key, asker, life, send }: SharedRead): UnderWay {
    const giveUp = new AbortController();
    const askers = createAskers(asker);
    const call: UnderWay = { answer: send(giveUp.signal, askers), giveUp, askers, waiting: 0 };
    underWay.set(key, call);
    call.answer
      .then((answer) => {
        // `forget` has taken it out when what it reads was changed meanwhile
        if (underWay.get(key) !== call || life === undefined || answer.status !== 200) return;
        const one = { answer: withoutRate(answer), until: clock.now() + life };
        kept.set(key, one);
        // expired answers are removed, so that memory does not grow
        clock.later(life, () => {
          if (kept.get(key) === one) kept.delete(key);
        });
        const [oldest] = kept.keys();
        if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
      })
      // those who wait for the call get its failure themselves
      .catch(() => undefined)
      .finally(() => {
        if (underWay.get(key) === call) underWay.delete(key);
      });
    return call;
  }

  return {
    async read(shared: SharedRead): Promise<PersonaAnswer> {
      const { key, signal } = shared;
      signal?.throwIfAborted();
      const known = kept.get(key);
      if (known !== undefined && known.until > clock.now()) {
        onHit("cached");
        return known.answer;
      }
      kept.delete(key);
      const joined = underWay.get(key);
      if (joined !== undefined) {
        onHit("coalesced");
        joined.askers.join(shared.asker);
      }
      const call = joined ?? begin(shared);
      call.waiting += 1;
      try {
        return await (signal === undefined ? call.answer : Promise.race([call.answer, aborted(signal)]));
      } finally {
        call.waiting -= 1;
        if (call.waiting === 0) {
          if (underWay.get(key) === call) underWay.delete(key);
          call.giveUp.abort();
        }
      }
    },
    /** From now on these reads are made anew, also where a call is under way. @param concerns by the key of the read */
    forget(concerns: (key: string) => boolean): void {
      for (const map of [kept, underWay]) for (const key of map.keys()) if (concerns(key)) map.delete(key);
    },
  };
}

const aborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });

/** What was left in the window then says nothing now. */
function withoutRate({ status, headers, body }: PersonaAnswer): PersonaAnswer {
  return { status, headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith("ratelimit-"))), body };
}
