import { readProperty, readText } from "@/lib/read";
import type { Random } from "@mocks/world/core/random";
import { publicOrigin } from "./bench-desk";
import type { Visitor } from "./people";

/** What a command does at Persona, in this order. */
export type Step = {
  /** As Persona's path says it: `approve`, `decline`, `mark-for-review`, `resume`, `generate-one-time-link`. */
  readonly step: string;
  /** Persona's operationId, by which the audit log names it. */
  readonly action: string;
  /** What the ledger of links takes down of it. */
  readonly issues?: "one-time-link" | "session-token";
};

/** Something somebody wants done once: one command of the desk. */
export type Wish = {
  readonly path: "/desk/v1/decisions" | "/desk/v1/restorations";
  readonly inquiryId: string;
  readonly steps: readonly Step[];
  readonly body: object;
};

/** What the person who wished it was told last. */
export type Told = {
  readonly wish: Wish;
  /** That it was done: the decision is confirmed, the way in was handed out. */
  readonly confirmed: boolean;
  /** That nothing was done, and nothing will be. */
  readonly denied: boolean;
  /** How often they asked. */
  readonly asked: number;
  /** The last status, and the state of a decision; 0 for a lost connection. */
  readonly answer: string;
};

type WritersOptions = {
  readonly people: readonly Visitor[];
  readonly instanceUrls: readonly string[];
  readonly random: Random;
  readonly wishes: Iterator<Wish>;
};

/** As a browser does: the same key again, at whichever instance answers. Some close the tab and never ask again. */
const mostAsked = 4;
const givesUp = 0.3;

/** People who ask for one thing after another, and ask again when no answer comes. @returns what each was told */
export async function runWriters({ people, instanceUrls, random, wishes }: WritersOptions): Promise<Told[]> {
  const told: Told[] = [];
  const work = async (person: Visitor) => {
    for (;;) {
      const { value, done } = wishes.next();
      if (done) return;
      told.push(await ask(person, value));
      // they read before they decide
      await pause(random.int(0, 1_500));
    }
  };

  async function ask(person: Visitor, wish: Wish): Promise<Told> {
    const key = crypto.randomUUID();
    for (let asked = 1; ; asked += 1) {
      const { status, state } = await balanced(person, wish, key);
      const isSettled = status !== 0 && status < 500 && status !== 429;
      if (isSettled || asked === mostAsked || random.chance(givesUp)) {
        const confirmed = status === 201 || status === 200 ? state === undefined || state === "confirmed" : false;
        return { wish, confirmed, denied: state === "refused" || state === "stopped", asked, answer: [status, state].join(" ").trim() };
      }
      await pause(random.int(50, 900));
    }
  }

  /** As a load balancer does: an instance that takes no connection is passed over, and while none does, the request waits. */
  async function balanced(person: Visitor, wish: Wish, key: string): Promise<Reply> {
    for (;;) {
      const reply = await send(person, random.pick(instanceUrls), wish, key);
      if (reply !== "refused") return reply;
      await pause(100);
    }
  }

  await Promise.all(people.map(work));
  return told;
}

const pause = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));

/** `state` is a decision's; a way in has none. */
type Reply = {
  readonly status: number;
  readonly state?: string | undefined;
};

async function send({ cookie, userId }: Visitor, instanceUrl: string, { path, body }: Wish, key: string): Promise<Reply | "refused"> {
  const headers = {
    cookie,
    origin: publicOrigin,
    "sec-fetch-site": "same-origin",
    "desk-client": "web",
    "desk-person": userId,
    "content-type": "application/json",
    "idempotency-key": key,
  };
  try {
    const response = await fetch(instanceUrl + path, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    });
    const text = await response.text();
    return { status: response.status, state: response.ok ? readText(readProperty(JSON.parse(text), "state")) : undefined };
  } catch (error) {
    // fetch says why in the cause of its error
    const { code } = (error as { cause?: { code?: string } }).cause ?? {};
    return code === "ECONNREFUSED" ? "refused" : { status: 0 };
  }
}
