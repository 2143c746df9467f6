import { createHmac } from "node:crypto";

/** Times in ms since the epoch, keys as the API documents them. */
export type InquiryEventInput = {
  readonly eventId: string;
  readonly inquiryId: string;
  readonly status?: string;
  readonly updatedAt: number;
  readonly createdAt?: number;
  readonly name?: string;
  readonly referenceId?: string | null;
  readonly templateId?: string | null;
  readonly accountId?: string | null;
  readonly redactedAt?: number | null;
  readonly inflection?: "kebab" | "camel" | "snake";
};

const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

/** What Persona posts when something happens to an inquiry, with personal data in it as usual. */
export function inquiryEvent(input: InquiryEventInput): unknown {
  const { eventId, inquiryId, status = "pending", updatedAt, name = "inquiry.transitioned", inflection = "kebab" } = input;
  const { createdAt = updatedAt, referenceId = "usr_1", templateId = "itmpl_1", accountId = "act_1", redactedAt = null } = input;
  const related = (type: string, id: string | null) => ({ data: id === null ? null : { type, id } });
  const inquiry = {
    type: "inquiry",
    id: inquiryId,
    attributes: {
      status,
      "reference-id": referenceId,
      "created-at": iso(createdAt),
      "updated-at": iso(updatedAt),
      "redacted-at": iso(redactedAt),
      note: "Mara Quill called",
      fields: { "name-first": { type: "string", value: "Mara" } },
    },
    relationships: {
      account: related("account", accountId),
      "inquiry-template": related("inquiry-template", templateId),
      template: related("template", null),
      sessions: { data: [{ type: "inquiry-session", id: "iqse_1" }] },
    },
  };
  return inflected(
    { data: { type: "event", id: eventId, attributes: { name, payload: { data: inquiry, included: [] }, "created-at": iso(updatedAt) } } },
    inflection,
  );
}

function inflected(value: unknown, inflection: "kebab" | "camel" | "snake"): unknown {
  if (Array.isArray(value)) return value.map((item) => inflected(item, inflection));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [respelled(key, inflection), inflected(inner, inflection)]));
}

/** Signs a body as Persona does. @param at ms */
export function personaSignature(body: string, secret: string, at: number): string {
  const time = Math.floor(at / 1_000);
  return `t=${time},v1=${createHmac("sha256", secret).update(`${time}.${body}`).digest("hex")}`;
}

function respelled(key: string, inflection: "kebab" | "camel" | "snake"): string {
  if (inflection === "kebab") return key;
  return inflection === "snake" ? key.replaceAll("-", "_") : key.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
