import { CallFailure } from "@server/persona/call-failure";
import type { PersonaCall, PersonaCaller } from "@server/persona/caller";
import { heedsKey, isWrite, operationOf } from "@server/persona/match-operation";
import type { PersonaAnswer } from "@server/persona/persona-answer";

/** What becomes of one call of a write. */
export type Fate = {
  /** What is answered in place of the truth. */
  readonly status?: number;
  readonly title?: string;
  /** Text that is answered as JSON. */
  readonly text?: string;
  /** Whether Persona acts. Default: only where nothing is answered in place of the truth. */
  readonly acts?: boolean;
  /** Whether it keeps that answer under the key, as it does with all but 429. Default: where it does not act. */
  readonly keeps?: boolean;
  /** The connection breaks, or nothing comes. */
  readonly fails?: "lost" | "timeout" | "unconnected";
  /** The instance never hears of it: it has died. */
  readonly dies?: boolean;
};

/** What properties let become of a call: it is answered, most often; it, or its answer, is lost; it is refused, with or without an effect. */
export const usualFates: readonly Fate[] = [
  {},
  {},
  { fails: "timeout" },
  { fails: "timeout", acts: true },
  { fails: "lost", acts: true },
  { fails: "unconnected" },
  { status: 500, acts: true },
  { status: 500, keeps: false },
  { status: 429, title: "Quota exceeded" },
  { text: '{"data":', acts: true },
];

export type FakeDecisions = Pick<PersonaCaller, "call"> & {
  /** What Persona did, in order: replays are not among it. */
  readonly acts: string[];
  /** The Idempotency-Key of every write, replays too. */
  readonly keys: (string | undefined)[];
  /** The body of every write that has one, replays too. */
  readonly bodies: string[];
  /** The inquiries that were read. */
  readonly reads: string[];
  /** The names of events that were asked for. */
  readonly stories: string[];
  /** The priority of every call that named one. */
  readonly priorities: string[];
  /** Keeps all answers back. @returns lets them go */
  hold(): () => void;
  /** The next so many answers get lost on their way; what was asked is done all the same. */
  loseAnswers(times: number): void;
  /** Refuses from now on. */
  refuse(status: number, title: string): void;
  /** What becomes of the next writes, one each. */
  next(...fates: readonly Fate[]): void;
  /** Nothing of that any more. */
  calm(): void;
  /** Is told of every act right before it is done; replays are none. */
  whenActing(listener: (call: PersonaCall) => void): void;
  /** What its list of events answers in place of the truth, from now on. */
  tells(answer: Pick<Fate, "status" | "text">): void;
  /** Somebody else does something to an inquiry. */
  becomes(inquiryId: string, attributes: Readonly<Record<string, unknown>>): void;
};

const statuses: Readonly<Record<string, string>> = {
  approve: "approved",
  decline: "declined",
  resume: "pending",
  "mark-for-review": "needs_review",
};
const times: Readonly<Record<string, string>> = {
  approve: "decisionedAt",
  decline: "decisionedAt",
  "mark-for-review": "markedForReviewAt",
  "": "redactedAt",
};

const eventNames: Readonly<Record<string, string>> = {
  approve: "inquiry.approved",
  decline: "inquiry.declined",
  "mark-for-review": "inquiry.marked-for-review",
  "": "inquiry.redacted",
};

/** What Persona answers to a write on an inquiry. @param more attributes; `sessions`: how many it has had; `template`: its template */
export function inquiryAnswer(
  id: string,
  status: string,
  { sessions = 0, template = null, ...more }: Readonly<Record<string, unknown>> = {},
): { data: object; meta: object } {
  const attributes = { status, referenceId: null, updatedAt: "2026-03-02T09:00:00.000Z", redactedAt: null, ...more };
  const relationships = {
    account: { data: { type: "account", id: "act_1" } },
    inquiryTemplate: { data: typeof template === "string" ? { type: "inquiry-template", id: template } : null },
    sessions: { data: Array.from({ length: Number(sessions) }, (_, nth) => ({ type: "inquiry-session", id: `iqse_${nth}` })) },
  };
  return { data: { type: "inquiry", id, attributes, relationships }, meta: {} };
}

/**
 * Persona as far as writes go: acts once per Idempotency-Key and gives its first answer again, be it an error, except 429.
 * @param now ms
 */
export function createFakeDecisions(now: () => number = () => Date.parse("2026-03-02T09:00:00.000Z")): FakeDecisions {
  const stored = new Map<string, PersonaAnswer>();
  const inquiries = new Map<string, Readonly<Record<string, unknown>>>();
  const [acts, reads, stories, bodies, priorities]: [string[], string[], string[], string[], string[]] = [[], [], [], [], []];
  const fates: Fate[] = [];
  const events: { readonly name: string; readonly objectId: string; readonly createdAt: string }[] = [];
  let story: Pick<Fate, "status" | "text"> = {};
  const keys: (string | undefined)[] = [];
  let gate: Promise<void> = Promise.resolve();
  let refusal: Fate = {};

  const jsonAnswer = (status: number, body: object | string): PersonaAnswer => ({
    status,
    headers: { "content-type": "application/json", "request-id": "req_1" },
    body: new TextEncoder().encode(typeof body === "string" ? body : JSON.stringify(body)),
  });
  const inquiry = (id: string) => {
    const { status = "pending", ...more } = inquiries.get(id) ?? {};
    return inquiryAnswer(id, String(status), more);
  };

  let acting: (call: PersonaCall) => void = () => {};

  function act(call: PersonaCall): PersonaAnswer {
    acting(call);
    const { operation, path } = call;
    acts.push(`${operationOf(operation).method} ${path}`);
    const [, , id = "", verb = ""] = path.split("/");
    const [at, name] = [times[verb], eventNames[verb]];
    if (name !== undefined) events.unshift({ name, objectId: id, createdAt: new Date(now()).toISOString() });
    const status = statuses[verb] ?? inquiries.get(id)?.["status"] ?? "pending";
    inquiries.set(id, { ...inquiries.get(id), status, ...(at !== undefined && { [at]: new Date(now()).toISOString() }) });
    const meta = {
      ...(verb === "resume" && { sessionToken: "secret-token" }),
      ...(verb === "generate-one-time-link" && { oneTimeLink: "https://withpersona.com/verify?code=secret" }),
    };
    return jsonAnswer(200, { ...inquiry(id), meta });
  }

  function read({ path }: PersonaCall): PersonaAnswer {
    const id = path.split("/")[2] ?? "";
    reads.push(id);
    return jsonAnswer(200, inquiry(id));
  }

  function tellStory({ query = "" }: PersonaCall): PersonaAnswer {
    const asked = new URLSearchParams(query);
    const wanted = asked.get("filter[name]") ?? "";
    stories.push(wanted);
    const found = events.filter(({ name, objectId }) => name === wanted && objectId === asked.get("filter[object-id]"));
    const data = found.map(({ name, createdAt }, index) => ({ type: "event", id: `evt_${index}`, attributes: { name, createdAt } }));
    return jsonAnswer(story.status ?? 200, story.text ?? { data, links: { prev: null, next: null } });
  }

  async function write(call: PersonaCall): Promise<PersonaAnswer> {
    await call.beforeSending?.();
    const key = heedsKey(call.operation) ? call.idempotencyKey : undefined;
    keys.push(call.idempotencyKey);
    if (call.body !== undefined) bodies.push(call.body);
    const known = key === undefined ? undefined : stored.get(key);
    const { status, title = "Trouble", text, fails, dies, acts: doesAct, keeps } = fates.shift() ?? (known ? {} : refusal);
    const isTrue = status === undefined && text === undefined && fails === undefined;
    const said = text === undefined ? jsonAnswer(status ?? 500, { errors: [{ title }] }) : jsonAnswer(status ?? 200, text);
    const truth = known ?? ((doesAct ?? isTrue) ? act(call) : undefined);
    const isKept = status !== undefined && status !== 429 && (keeps ?? doesAct !== true);
    const kept = known ?? (isKept ? said : truth);
    if (key !== undefined && kept !== undefined) stored.set(key, kept);
    await gate;
    if (dies === true) return new Promise<never>(() => {});
    if (fails !== undefined) throw new CallFailure(fails);
    return (isTrue ? truth : undefined) ?? said;
  }

  return {
    acts,
    keys,
    bodies,
    reads,
    stories,
    priorities,
    async call(call) {
      if (call.priority !== undefined) priorities.push(call.priority);
      if (isWrite(operationOf(call.operation))) return write(call);
      return call.operation === "listAllEvents" ? tellStory(call) : read(call);
    },
    hold() {
      let open = () => {};
      gate = new Promise((resolve) => (open = resolve));
      return open;
    },
    loseAnswers: (count) => void fates.push(...Array.from({ length: count }, (): Fate => ({ acts: true, fails: "lost" }))),
    refuse(status, title) {
      refusal = { status, title };
    },
    next: (...more) => void fates.push(...more),
    whenActing: (listener) => void (acting = listener),
    tells: (answer) => void (story = answer),
    calm: () => void fates.splice(0),
    becomes: (inquiryId, attributes) => void inquiries.set(inquiryId, { ...inquiries.get(inquiryId), ...attributes }),
  };
}
