import type { Decision, DecisionAction } from "@/api/generated/desk/types.gen";
import type { InquirySeen } from "@/domain/inquiry-seen";
import { readList, readProperty, readText } from "@/lib/read";
import type { Random } from "@mocks/world/core/random";
import type { StormPersona } from "./decisions-persona";

/** Somebody at a browser. */
export type Decider = {
  readonly cookie: string;
  readonly userId: string;
};

/** What somebody was told last of a decision they wished for. */
export type Told = {
  /** Names the decision. */
  readonly comment: string;
  /** The decision's ID, where they heard of it. */
  readonly id: string | undefined;
  readonly state: Decision["state"] | undefined;
  /** Of the last answer; 0 for none. */
  readonly status: number;
};

/** What happens between a person and their browser, and how often. */
const twists = [
  ["none", 0.4],
  ["reload", 0.1],
  ["closed tab", 0.08],
  ["second tab", 0.08],
  ["second person", 0.12],
  ["taken back", 0.08],
  ["paused", 0.03],
  ["moved", 0.05],
  ["offline", 0.06],
] as const;
export type Twist = (typeof twists)[number][0];

type Wish = {
  readonly inquiryId: string;
  readonly seen: InquirySeen;
  readonly action: DecisionAction;
  readonly holdSeconds: number;
  readonly comment: string;
  readonly key: string;
};
type Reply = {
  readonly status: number;
  readonly body: unknown;
};

type ClientsOptions = {
  readonly people: readonly Decider[];
  readonly instanceUrls: readonly string[];
  /** As the desk knows its pages. */
  readonly publicOrigin: string;
  readonly persona: StormPersona;
  readonly random: Random;
  /** How many decisions are wished for. */
  readonly count: number;
  /** How long an answer is waited for, ms. */
  readonly patienceMs: number;
};

const mostAsked = 60;
const pause = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));

/** People who decide one inquiry after another, as the application does it for them. @returns what each was told, and what befell them */
export async function runClients(options: ClientsOptions): Promise<{ readonly told: Told[]; readonly twists: ReadonlyMap<Twist, number> }> {
  const { people, instanceUrls, publicOrigin, persona, random, count, patienceMs } = options;
  const told: Told[] = [];
  const happened = new Map<Twist, number>();
  let wished = 0;

  /** One request, to whichever instance the balancer takes. @param ms until the page gives up */
  async function request({ cookie, userId }: Decider, method: string, path: string, more: object = {}, ms = patienceMs): Promise<Reply> {
    const { body, key } = more as { readonly body?: unknown; readonly key?: string };
    const headers = {
      cookie,
      origin: publicOrigin,
      "sec-fetch-site": "same-origin",
      "desk-client": "web",
      "desk-person": userId,
      ...(body !== undefined && { "content-type": "application/json" }),
      ...(key !== undefined && { "idempotency-key": key }),
    };
    try {
      const response = await fetch(random.pick(instanceUrls) + path, {
        method,
        headers,
        body: body === undefined ? null : JSON.stringify(body),
        signal: AbortSignal.timeout(ms),
      });
      const text = await response.text();
      return { status: response.status, body: text === "" ? undefined : (JSON.parse(text) as unknown) };
    } catch {
      return { status: 0, body: undefined };
    }
  }

  const isKnown = ({ status }: Reply) => status >= 200 && status < 500 && status !== 429;
  /** Again and again until it is known. */
  async function certainly(ask: () => Promise<Reply>): Promise<Reply> {
    for (let asked = 1; ; asked += 1) {
      const reply = await ask();
      if (isKnown(reply) || asked === mostAsked) return reply;
      await pause(random.int(100, 600));
    }
  }

  const wish = (inquiryId: string, seen: InquirySeen, holdSeconds: number): Wish => {
    wished += 1;
    const action = random.chance(0.5) ? "approve" : "decline";
    return { inquiryId, seen, action, holdSeconds, comment: `wish-${wished}`, key: crypto.randomUUID() };
  };
  const post = (who: Decider, { key, ...asked }: Wish, ms?: number) =>
    request(
      who,
      "POST",
      "/desk/v1/decisions",
      { key, body: { ...asked, reasonIds: [asked.action === "decline" ? "document-altered" : "evidence-consistent"] } },
      ms,
    );
  const hear = ({ comment }: Wish, { status, body }: Reply): Told => {
    const isTaken = status === 200 || status === 201;
    // what a 2xx of these operations holds is a decision
    const decision = isTaken ? (body as Decision) : undefined;
    const one: Told = { comment, status, id: decision?.id, state: decision?.state };
    told.push(one);
    return one;
  };
  const decide = async (who: Decider, one: Wish): Promise<Told> => hear(one, await certainly(() => post(who, one)));

  /** What a page shows of an inquiry after it was loaded anew. */
  async function listed(who: Decider, { inquiryId, comment }: Wish): Promise<Decision | undefined> {
    const reply = await certainly(() => request(who, "GET", `/desk/v1/decisions?filter[inquiry-id]=${inquiryId}`));
    const found = readList(readProperty(reply.body, "data")).find((each) => readText(readProperty(each, "comment")) === comment);
    return found as Decision | undefined;
  }

  const plays: Readonly<Record<Twist, (who: Decider, other: Decider, inquiryId: string, seen: InquirySeen) => Promise<unknown>>> = {
    none: (who, _, id, seen) => decide(who, wish(id, seen, random.chance(0.8) ? 0 : 1)),
    async offline(who, _, id, seen) {
      const one = wish(id, seen, 0);
      // it may have arrived
      if (random.chance(0.5)) await post(who, one, random.int(1, 40));
      await pause(random.int(500, 2_000));
      await decide(who, one);
    },
    async reload(who, _, id, seen) {
      const first = wish(id, seen, random.pick([0, 1]));
      await post(who, first, random.int(1, 80));
      const found = await listed(who, first);
      if (found !== undefined) return void hear(first, { status: 200, body: found });
      // nothing is shown, so they decide again, under another key
      hear(first, { status: 0, body: undefined });
      await decide(who, wish(id, seen, 0));
    },
    async "closed tab"(who, _, id, seen) {
      const one = wish(id, seen, random.pick([0, 1]));
      hear(one, await post(who, one, random.int(1, 60)));
    },
    "second tab": (who, _, id, seen) => Promise.all([decide(who, wish(id, seen, random.pick([0, 1]))), decide(who, wish(id, seen, 0))]),
    "second person": (who, other, id, seen) =>
      Promise.all([
        decide(who, wish(id, seen, random.pick([0, 1]))),
        pause(random.int(0, 1_500)).then(() => decide(other, wish(id, seen, 0))),
      ]),
    async "taken back"(who, _, id, seen) {
      const one = await decide(who, wish(id, seen, 1));
      if (one.id === undefined) return;
      await pause(random.int(0, 1_100));
      await certainly(() => request(who, "DELETE", `/desk/v1/decisions/${one.id}`));
    },
    async paused(who, _, id, seen) {
      const one = await decide(who, wish(id, seen, 1));
      if (one.id === undefined) return;
      for (const isPaused of [true, false]) {
        await certainly(() => request(who, "PATCH", `/desk/v1/decisions/${one.id}`, { body: { paused: isPaused } }));
        await pause(random.int(0, 500));
      }
    },
    async moved(who, _, id, seen) {
      const one = wish(id, seen, 2);
      const reply = await certainly(() => post(who, one));
      hear(one, reply);
      const sendsAt = Date.parse(readText(readProperty(reply.body, "sendsAt")) ?? "");
      // while it is surely held: later nobody sees it between the read and the sending
      if (sendsAt - Date.now() > 500) persona.moves(id);
    },
  };

  const twistOf = (): Twist => {
    let left = random.next();
    return twists.find(([, share]) => (left -= share) < 0)?.[0] ?? "none";
  };
  async function work(who: Decider): Promise<void> {
    while (wished < count) {
      const inquiryId = persona.add();
      const twist = twistOf();
      happened.set(twist, (happened.get(twist) ?? 0) + 1);
      await plays[twist](who, random.pick(people), inquiryId, persona.picture(inquiryId));
    }
  }

  await Promise.all(people.map(work));
  return { told, twists: happened };
}
