import type { Random } from "@mocks/world/random";
import { publicOrigin } from "./bench-desk";
import type { Person } from "./people";

/** Something somebody wants done once. */
export interface Wish {
  /** As Persona's path says it: `approve`, `decline`, `mark-for-review`, `resume`, `generate-one-time-link`. */
  readonly step: string;
  readonly inquiryId: string;
  /** Persona's operationId, by which the audit log names it. */
  readonly action: string;
}

/** What the person who wished it was told last. */
export interface Told {
  readonly wish: Wish;
  /** A 2xx came. */
  readonly confirmed: boolean;
  /** How often they asked. */
  readonly asked: number;
  /** The last status; 0 for a lost connection. */
  readonly status: number;
}

interface WritersOptions {
  readonly people: readonly Person[];
  readonly instanceUrls: readonly string[];
  readonly random: Random;
  readonly wishes: Iterator<Wish>;
}

/** As a browser does: the same key again, at whichever instance answers. Some close the tab and never ask again. */
const mostAsked = 4;
const givesUp = 0.3;

/** People who ask for one thing after another, and ask again when no answer comes. @returns what each was told */
export async function runWriters({ people, instanceUrls, random, wishes }: WritersOptions): Promise<Told[]> {
  const told: Told[] = [];
  const work = async (person: Person) => {
    for (;;) {
      const { value, done } = wishes.next();
      if (done) return;
      told.push(await ask(person, value));
      // they read before they decide
      await pause(random.int(0, 1_500));
    }
  };

  async function ask(person: Person, wish: Wish): Promise<Told> {
    const key = crypto.randomUUID();
    for (let asked = 1; ; asked += 1) {
      const status = await balanced(person, wish, key);
      const isSettled = status !== 0 && status < 500 && status !== 429;
      if (isSettled || asked === mostAsked || random.chance(givesUp))
        return { wish, confirmed: status >= 200 && status < 300, asked, status };
      await pause(random.int(50, 900));
    }
  }

  /** As a load balancer does: an instance that takes no connection is passed over, and while none does, the request waits. */
  async function balanced(person: Person, wish: Wish, key: string): Promise<number> {
    for (;;) {
      const status = await send(person, random.pick(instanceUrls), wish, key);
      if (status !== "refused") return status;
      await pause(100);
    }
  }

  await Promise.all(people.map(work));
  return told;
}

const pause = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));

async function send({ cookie }: Person, instanceUrl: string, { step, inquiryId }: Wish, key: string): Promise<number | "refused"> {
  const headers = {
    cookie,
    origin: publicOrigin,
    "sec-fetch-site": "same-origin",
    "desk-client": "web",
    "content-type": "application/json",
    "idempotency-key": key,
  };
  // resume takes no body
  const body = step === "resume" ? null : JSON.stringify({ meta: step === "generate-one-time-link" ? {} : { comment: "Looked at it" } });
  try {
    const response = await fetch(`${instanceUrl}/api/v1/inquiries/${inquiryId}/${step}`, {
      method: "POST",
      headers,
      body,
      signal: AbortSignal.timeout(20_000),
    });
    await response.text();
    return response.status;
  } catch (error) {
    // fetch says why in the cause of its error
    const { code } = (error as { cause?: { code?: string } }).cause ?? {};
    return code === "ECONNREFUSED" ? "refused" : 0;
  }
}
