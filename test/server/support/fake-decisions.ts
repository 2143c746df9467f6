import { CallFailure } from "@server/persona/call-failure";
import type { PersonaCall, PersonaCaller } from "@server/persona/caller";
import { operationOf } from "@server/persona/match-operation";
import type { PersonaAnswer } from "@server/persona/persona-answer";

export interface FakeDecisions extends Pick<PersonaCaller, "call"> {
  /** What Persona did, in order: replays are not among it. */
  readonly acts: string[];
  /** The Idempotency-Key of every call, replays too. */
  readonly keys: (string | undefined)[];
  /** Keeps all answers back. @returns lets them go */
  hold(): () => void;
  /** The next so many answers get lost on their way; what was asked is done all the same. */
  loseAnswers(times: number): void;
  /** Refuses from now on. */
  refuse(status: number, title: string): void;
}

const statuses: Readonly<Record<string, string>> = { approve: "approved", decline: "declined", resume: "pending" };

/** What Persona answers to a write on an inquiry. */
export function inquiryAnswer(id: string, status: string): { data: object; meta: object } {
  const attributes = { status, referenceId: null, updatedAt: "2026-03-02T09:00:00.000Z", redactedAt: null };
  const relationships = { account: { data: { type: "account", id: "act_1" } } };
  return { data: { type: "inquiry", id, attributes, relationships }, meta: {} };
}

/** Persona as far as writes go: acts once per Idempotency-Key and gives its first answer again. */
export function createFakeDecisions(): FakeDecisions {
  const stored = new Map<string, PersonaAnswer>();
  const acts: string[] = [];
  const keys: (string | undefined)[] = [];
  let gate: Promise<void> = Promise.resolve();
  let lost = 0;
  let refusal: { status: number; title: string } | undefined;

  function act({ operation, path }: PersonaCall): PersonaAnswer {
    acts.push(`${operationOf(operation).method} ${path}`);
    const [, , id = "", verb = ""] = path.split("/");
    const meta = {
      ...(verb === "resume" && { sessionToken: "secret-token" }),
      ...(verb === "generate-one-time-link" && { oneTimeLink: "https://withpersona.com/verify?code=secret" }),
    };
    const body = refusal ? { errors: [{ title: refusal.title }] } : { ...inquiryAnswer(id, statuses[verb] ?? "pending"), meta };
    return {
      status: refusal?.status ?? 200,
      headers: { "content-type": "application/json", "request-id": "req_1" },
      body: new TextEncoder().encode(JSON.stringify(body)),
    };
  }

  return {
    acts,
    keys,
    async call(call) {
      const { idempotencyKey: key } = call;
      keys.push(key);
      const answer = (key === undefined ? undefined : stored.get(key)) ?? act(call);
      if (key !== undefined) stored.set(key, answer);
      await gate;
      if (lost > 0) {
        lost -= 1;
        throw new CallFailure("lost");
      }
      return answer;
    },
    hold() {
      let open = () => {};
      gate = new Promise((resolve) => (open = resolve));
      return open;
    },
    loseAnswers: (times) => void (lost = times),
    refuse: (status, title) => void (refusal = { status, title }),
  };
}
