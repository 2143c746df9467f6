import { expect, it } from "vitest";
import type { AuditInput } from "../audit/audit-entry";
import type { PersonaCall } from "../persona/caller";
import type { PersonaAnswer } from "../persona/persona-answer";
import type { WriteIntent } from "../persona/writes";
import { createPartnerResume } from "./partner-resume";
import type { Partner } from "./partner-tokens";

const readable = { status: "expired", referenceId: "usr_1", updatedAt: "2026-03-02T09:00:00.000Z", redactedAt: null };
const { status: _status, ...noStatus } = readable;
const { redactedAt: _redactedAt, ...noRedaction } = readable;
const partner: Partner = { id: "ptok_1", name: "Core banking", scopes: ["inquiry.resume"] };

/** What Persona answers to the read that comes first, as JSON. */
function desk(body: string) {
  const [asked, sent, entries]: [PersonaCall[], WriteIntent[], AuditInput[]] = [[], [], []];
  const json = (text: string): PersonaAnswer => ({
    status: 200,
    headers: { "content-type": "application/json" },
    body: new TextEncoder().encode(text),
  });
  const resume = createPartnerResume({
    persona: { call: async (call) => (asked.push(call), json(body)) },
    writes: {
      perform: async (intent) => {
        sent.push(intent);
        return json(
          JSON.stringify({ data: inquiry(readable), meta: { oneTimeLink: "https://withpersona.com/verify?code=1", sessionToken: "ey" } }),
        );
      },
    },
    inquiryStates: { note: async () => undefined },
    audit: {
      append: async (entry) => void entries.push(entry),
      refuse: async (attempt) => void entries.push({ ...attempt, outcome: "refused" }),
    },
    now: () => Date.parse("2026-03-02T09:00:00.000Z"),
  });
  const ask = (as: "oneTimeLink" | "sessionToken") =>
    resume({ partner, inquiryId: "inq_1", as, idempotencyKey: undefined, requestId: "dr_1" });
  return { ask, asked, sent, entries };
}

const inquiry = (attributes: object) => ({ type: "inquiry", id: "inq_1", attributes });

it("somebody is let back in where Persona tells the status, and that it was not redacted", async () => {
  const { ask, sent } = desk(JSON.stringify({ data: inquiry(readable) }));
  expect(await ask("oneTimeLink")).toMatchObject({ inquiryId: "inq_1", oneTimeLink: "https://withpersona.com/verify?code=1" });
  expect(sent.map(({ match }) => match.operation.id)).toEqual(["resume-an-inquiry", "generate-a-one-time-link"]);
});

it.each([
  ["no status", { data: inquiry(noStatus) }],
  ["a status that is no text", { data: inquiry({ ...readable, status: 7 }) }],
  ["an empty status", { data: inquiry({ ...readable, status: " " }) }],
  ["no redaction", { data: inquiry(noRedaction) }],
  ["a redaction that is no time", { data: inquiry({ ...readable, redactedAt: "yes" }) }],
  ["no attributes", { data: { type: "inquiry", id: "inq_1" } }],
  ["something else", { data: { ...inquiry(readable), type: "account" } }],
  ["nothing", { data: null }],
  ["a list", []],
])("nothing is sent, and nothing guessed, where Persona tells %s", async (_what, body) => {
  for (const as of ["oneTimeLink", "sessionToken"] as const) {
    const { ask, asked, sent, entries } = desk(JSON.stringify(body));
    await expect(ask(as)).rejects.toMatchObject({ status: 502, details: "The answer of Persona can't be read." });
    expect([asked.length, sent, entries]).toEqual([1, [], []]);
  }
});
