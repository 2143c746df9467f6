import type { Event } from "@/api/generated/persona/types.gen";
import type { Misbehaviour, WebhookControls } from "../control/control-api";
import { type Inflection, inflect } from "../http/inflection";
import { createRandom } from "../world/core/random";
import { loopbackUrl } from "./loopback";
import { signature } from "./signature";

export type WebhookOptions = {
  /** An http(s) address of this machine. */
  readonly url: string;
  /** Several while one is being replaced: all of them sign. */
  readonly secrets: readonly string[];
  readonly inflection?: Inflection;
  /** How long to wait before each further attempt, milliseconds; default Persona's. */
  readonly retryAfterMs?: readonly number[];
  /** How many are on their way at a time. */
  readonly parallel?: number;
};

/** Delivers events as webhooks (Persona docs: Webhooks): each until it is taken, in no particular order. */
export type Webhooks = WebhookControls & {
  readonly send: (event: Event) => void;
  /** Resolves when nothing waits and nothing is on its way, retries included. */
  idle(): Promise<void>;
  /** Gives up what has not been delivered. */
  close(): void;
};

type Delivery = {
  readonly body: string;
  attempts: number;
  firstAttemptedAt: number | undefined;
};

/** About 3, 64, 729, 4096, 15625, 46656 and 117649 seconds (Persona docs: Webhooks, retries). */
const personaRetries = [3, 64, 729, 4096, 15_625, 46_656, 117_649].map((seconds) => seconds * 1000);
const timeoutMs = 5000;
const takenStatuses: readonly number[] = [200, 201, 202, 204];

/** @throws RangeError for an address of another machine */
export function createWebhooks(options: WebhookOptions): Webhooks {
  const { secrets, inflection = "kebab", retryAfterMs = personaRetries, parallel = 8 } = options;
  const url = loopbackUrl(options.url);
  const random = createRandom("webhooks");
  const how = { copies: 1, shuffle: false, pause: false };
  const counts = { sent: 0, taken: 0, refused: 0, givenUp: 0 };
  const waiting: Delivery[] = [];
  const retries = new Set<ReturnType<typeof setTimeout>>();
  const closing = new AbortController();
  let running = 0;
  let onIdle: (() => void)[] = [];

  const pump = () => {
    while (!how.pause && running < parallel && waiting.length > 0) {
      const index = how.shuffle ? random.int(0, waiting.length - 1) : 0;
      // The index is inside the array by construction.
      void attempt(waiting.splice(index, 1)[0]!);
    }
    if (running > 0 || waiting.length > 0 || retries.size > 0) return;
    for (const resolve of onIdle) resolve();
    onIdle = [];
  };

  const attempt = async (delivery: Delivery) => {
    running += 1;
    delivery.firstAttemptedAt ??= Date.now();
    const isTaken = await post(delivery);
    running -= 1;
    delivery.attempts += 1;
    counts.sent += 1;
    counts[isTaken ? "taken" : "refused"] += 1;
    if (!isTaken) retry(delivery);
    pump();
  };

  const post = async ({ body, attempts, firstAttemptedAt = 0 }: Delivery): Promise<boolean> => {
    try {
      const response = await fetch(url, {
        method: "POST",
        body,
        redirect: "manual",
        signal: AbortSignal.any([closing.signal, AbortSignal.timeout(timeoutMs)]),
        headers: {
          "content-type": "application/json",
          "persona-signature": signature(body, secrets, Math.floor(Date.now() / 1000)),
          "persona-webhook-attempts-made": String(attempts),
          "persona-webhook-attempts-left": String(retryAfterMs.length - attempts),
          "persona-webhook-first-attempted-at": String(Math.floor(firstAttemptedAt / 1000)),
        },
      });
      await response.body?.cancel();
      return takenStatuses.includes(response.status);
    } catch {
      return false;
    }
  };

  const retry = (delivery: Delivery) => {
    const after = retryAfterMs[delivery.attempts - 1];
    if (after === undefined || closing.signal.aborted) {
      counts.givenUp += 1;
      return;
    }
    const timer = setTimeout(() => {
      retries.delete(timer);
      waiting.push(delivery);
      pump();
    }, after);
    // Nobody stays alive for a webhook in an hour.
    timer.unref();
    retries.add(timer);
  };

  return {
    send(event) {
      if (closing.signal.aborted) return;
      const body = JSON.stringify(inflect({ data: bodyOf(event) }, inflection));
      for (let copy = 0; copy < how.copies; copy += 1) waiting.push({ body, attempts: 0, firstAttemptedAt: undefined });
      // Not before the call that brought it about has been answered.
      setTimeout(pump);
    },
    misbehave(changed: Misbehaviour) {
      how.copies = changed.copies ?? how.copies;
      how.shuffle = changed.shuffle ?? how.shuffle;
      how.pause = changed.pause ?? how.pause;
      pump();
    },
    counts: () => ({ ...counts, waiting: waiting.length, running, retrying: retries.size }),
    idle: () =>
      new Promise((resolve) => {
        onIdle.push(resolve);
        setTimeout(pump);
      }),
    close() {
      closing.abort();
      waiting.length = 0;
      for (const timer of retries) clearTimeout(timer);
      retries.clear();
    },
  };
}

/** Nothing is included by default (Persona docs: Webhooks, `include_none`). */
const bodyOf = ({ attributes, ...event }: Event) => ({
  ...event,
  attributes: { ...attributes, payload: { ...attributes.payload, included: [] } },
});
