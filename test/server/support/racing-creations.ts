import { CallFailure } from "@server/persona/call-failure";
import type { PersonaCall, PersonaCaller } from "@server/persona/caller";
import type { PersonaAnswer } from "@server/persona/persona-answer";
import type { Fate } from "./fake-decisions";

/** What becomes of one call that creates. */
export type CreationFate = Fate & {
  /** Persona goes on working on it when nobody waits for the answer any more, and acts once it is told to. */
  readonly actsLater?: boolean;
};

export type MadeInquiry = {
  readonly id: string;
  status: string;
  /** How many were open when it was made. */
  readonly openBefore: number;
  /** Of the request it was made for, which marked it with a tag. */
  readonly tag: string;
};

/** A Persona for one person and one template, which makes whatever it is asked for: it refuses no second inquiry. */
export type RacingCreations = Pick<PersonaCaller, "call"> & {
  /** The newest first. */
  readonly inquiries: MadeInquiry[];
  readonly hasAccount: boolean;
  /** What becomes of the next calls that create, one each; later ones are answered. */
  next(...fates: readonly CreationFate[]): void;
  /** What it still works on happens. */
  finish(): void;
};

export const isOpen = ({ status }: Pick<MadeInquiry, "status">): boolean => status === "created" || status === "pending";

type Person = {
  readonly accountId: string;
  readonly referenceId: string;
  /** Nobody has made the account yet. */
  readonly isNew: boolean;
};

export function createRacingCreations({ accountId, referenceId, isNew }: Person): RacingCreations {
  const inquiries: MadeInquiry[] = [];
  const fates: CreationFate[] = [];
  const stored = new Map<string, PersonaAnswer>();
  const working: (() => void)[] = [];
  let hasAccount = !isNew;

  const json = (status: number, body: unknown): PersonaAnswer => ({
    status,
    headers: { "content-type": "application/json", "request-id": "req_1" },
    body: new TextEncoder().encode(JSON.stringify(body)),
  });
  const resourceOf = ({ id, status }: MadeInquiry) => ({
    type: "inquiry",
    id,
    attributes: { status, redactedAt: null, createdAt: "2026-03-01T09:00:00.000Z", expiredAt: "2026-03-01T10:00:00.000Z" },
    relationships: {
      account: { data: { type: "account", id: accountId } },
      inquiryTemplate: { data: { type: "inquiry-template", id: "itmpl_1" } },
      inquiryTemplateVersion: { data: { type: "inquiry-template-version", id: "itmplv_1" } },
    },
  });
  const page = (data: readonly unknown[]) => json(200, { data, links: { prev: null, next: null } });

  function act({ body = "", idempotencyKey: key = "" }: PersonaCall): PersonaAnswer {
    // what the desk itself has written
    const { data } = JSON.parse(body) as { data: { attributes: { tags: string[] } } };
    const openBefore = inquiries.filter(isOpen).length;
    const inquiry = {
      id: `inq_${accountId.slice(4)}x${inquiries.length + 1}`,
      status: "created",
      openBefore,
      tag: data.attributes.tags.join(),
    };
    inquiries.unshift(inquiry);
    hasAccount = true;
    const answer = json(201, { data: resourceOf(inquiry), meta: { oneTimeLink: "https://withpersona.com/verify?code=secret" } });
    stored.set(key, answer);
    return answer;
  }

  async function create(call: PersonaCall): Promise<PersonaAnswer> {
    await call.beforeSending?.();
    const key = call.idempotencyKey ?? "";
    const fate = fates.shift() ?? {};
    const known = stored.get(key);
    // what Persona itself would refuse it answers as before: only a gateway, its quota or the network comes in between
    const isReplayed = known !== undefined && fate.status !== undefined && fate.status < 500 && fate.status !== 429;
    const { status, title = "Trouble", fails, dies, acts, keeps, actsLater } = isReplayed ? {} : fate;
    const isTrue = status === undefined && fails === undefined && dies !== true;
    const said = json(status ?? 500, { errors: [{ title }] });
    if (known === undefined && actsLater === true) working.push(() => void (stored.has(key) || act(call)));
    const truth = known ?? ((acts ?? isTrue) ? act(call) : undefined);
    if (truth === undefined && status !== undefined && status !== 429 && (keeps ?? true)) stored.set(key, said);
    if (dies === true) return new Promise<never>(() => {});
    if (fails !== undefined) throw new CallFailure(fails);
    return (isTrue ? truth : undefined) ?? said;
  }

  return {
    inquiries,
    get hasAccount() {
      return hasAccount;
    },
    async call(call) {
      if (call.operation === "createAnInquiry") return create(call);
      if (call.operation === "listAllInquiries") return page(inquiries.map(resourceOf));
      if (call.operation === "listAllAccounts") {
        return page(hasAccount ? [{ type: "account", id: accountId, attributes: { referenceId }, relationships: {} }] : []);
      }
      const latestPublishedVersion = { data: { type: "inquiry-template-version", id: "itmplv_1" } };
      const template = {
        type: "inquiry-template",
        id: "itmpl_1",
        attributes: { status: "active" },
        relationships: { latestPublishedVersion },
      };
      return json(200, { data: template });
    },
    next: (...more) => void fates.splice(0, fates.length, ...more),
    finish() {
      for (const work of working.splice(0)) work();
    },
  };
}
