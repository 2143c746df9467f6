import type { PersonaCall, PersonaCaller } from "@server/persona/caller";
import { CallFailure } from "@server/persona/call-failure";
import type { PersonaAnswer } from "@server/persona/persona-answer";
import { operationOf } from "@server/persona/match-operation";

type KnownInquiry = {
  readonly id: string;
  readonly status: string;
  readonly [attribute: string]: unknown;
};

/** A Persona that knows the inquiries of one account on one template: it lists them, creates them once per Idempotency-Key, and has templates. */
export type FakeCreations = Pick<PersonaCaller, "call"> & {
  /** What the account has on the template, the newest first. */
  readonly inquiries: KnownInquiry[];
  /** The reference IDs of accounts that there are. */
  readonly accounts: string[];
  /** What was asked, in order. */
  readonly asked: string[];
  /** The bodies of what was created. */
  readonly bodies: unknown[];
  /** How the template is; an answer of this status in its place. */
  template: { status: string; version: string } | number;
  /** Keeps what creates back. @returns lets it go */
  hold(): () => void;
  /** The answer of the next creation gets lost so many times. */
  loseAnswers(times: number): void;
  /** Answers this in place of the next list. */
  answersList(body: unknown): void;
  /** What a creation answers as its link, from now on. */
  link: string | null;
  /** Answers the next creations with this refusal of Persona's; undefined lets them be made. */
  refusal: { readonly status: number; readonly pointer: string } | undefined;
};

export function createFakeCreations(): FakeCreations {
  const inquiries: KnownInquiry[] = [];
  const accounts: string[] = [];
  const [asked, bodies]: [string[], unknown[]] = [[], []];
  const stored = new Map<string, PersonaAnswer>();
  let gate: Promise<void> = Promise.resolve();
  let [losing, count] = [0, 0];
  let list: unknown;

  const json = (status: number, body: unknown): PersonaAnswer => ({
    status,
    headers: { "content-type": "application/json", "request-id": "req_1" },
    body: new TextEncoder().encode(JSON.stringify(body)),
  });
  const resourceOf = ({ id, version = "itmplv_1", ...attributes }: KnownInquiry) => ({
    type: "inquiry",
    id,
    attributes: { redactedAt: null, createdAt: "2026-03-01T09:00:00.000Z", ...attributes },
    relationships: {
      account: { data: { type: "account", id: "act_1" } },
      inquiryTemplate: { data: { type: "inquiry-template", id: "itmpl_1" } },
      inquiryTemplateVersion: { data: { type: "inquiry-template-version", id: version } },
    },
  });

  async function create(call: PersonaCall): Promise<PersonaAnswer> {
    await call.beforeSending?.();
    const known = stored.get(call.idempotencyKey ?? "");
    const answer = known ?? made(call);
    stored.set(call.idempotencyKey ?? "", answer);
    await gate;
    if (losing > 0) {
      losing -= 1;
      throw new CallFailure("timeout");
    }
    return answer;
  }
  function made(call: PersonaCall): PersonaAnswer {
    if (fake.refusal !== undefined) {
      const { status, pointer } = fake.refusal;
      return json(status, { errors: [{ title: "Unprocessable entity", details: "Ada can't be it", source: { pointer } }] });
    }
    const inquiry: KnownInquiry = { id: `inq_new${(count += 1)}`, status: "created", expiresAt: "2026-03-03T09:00:00.000Z" };
    inquiries.unshift(inquiry);
    const body: { meta?: { autoCreateInquirySession?: boolean } } = JSON.parse(call.body ?? "");
    bodies.push(body);
    const isToken = body.meta?.autoCreateInquirySession === true;
    return json(201, {
      data: resourceOf(inquiry),
      meta: { sessionToken: isToken ? "token-secret" : null, oneTimeLink: isToken ? null : fake.link, oneTimeLinkShort: null },
    });
  }

  const fake: FakeCreations = {
    inquiries,
    accounts,
    asked,
    bodies,
    template: { status: "active", version: "itmplv_1" },
    link: "https://withpersona.com/verify?code=secret",
    refusal: undefined,
    async call(call) {
      asked.push(`${operationOf(call.operation).method} ${call.path}`);
      if (call.operation === "createAnInquiry") return create(call);
      if (call.operation === "listAllInquiries") {
        const answer = list ?? { data: inquiries.map(resourceOf), links: { prev: null, next: null } };
        list = undefined;
        return json(200, answer);
      }
      if (call.operation === "listAllAccounts") {
        const data = accounts.map((referenceId) => ({ type: "account", id: "act_2", attributes: { referenceId }, relationships: {} }));
        return json(200, { data, links: { prev: null, next: null } });
      }
      if (call.operation === "listAllInquiryTemplateVersions") {
        const data = ["itmplv_1", "itmplv_0"].map((id, index) => ({
          type: "inquiry-template-version",
          id,
          attributes: { status: index === 0 ? "published" : "draft" },
        }));
        return json(200, { data, links: { prev: null, next: null } });
      }
      if (typeof fake.template === "number") return json(fake.template, { errors: [{ title: "Forbidden" }] });
      const { status, version } = fake.template;
      const relationships = { latestPublishedVersion: { data: { type: "inquiry-template-version", id: version } } };
      return json(200, { data: { type: "inquiry-template", id: "itmpl_1", attributes: { status }, relationships } });
    },
    hold() {
      let open = () => {};
      gate = new Promise((resolve) => (open = resolve));
      return open;
    },
    loseAnswers: (times) => void (losing = times),
    answersList: (body) => void (list = body),
  };
  return fake;
}
