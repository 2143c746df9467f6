import { expect, it } from "vitest";
import type { PersonaCall } from "../persona/caller";
import type { PersonaAnswer } from "../persona/persona-answer";
import { readPicture } from "./picture";

const readable = { status: "expired", referenceId: "usr_1", updatedAt: "2026-03-02T09:00:00.000Z", redactedAt: null, expiresAt: null };
const { status: _status, ...noStatus } = readable;
const { redactedAt: _redactedAt, ...noRedaction } = readable;
const { updatedAt: _updatedAt, ...noUpdate } = readable;
const inquiry = (attributes: object) => ({ type: "inquiry", id: "inq_1", attributes });

/** Reads what Persona answers. */
function reading(body: unknown, status = 200) {
  const asked: PersonaCall[] = [];
  const answer: PersonaAnswer = {
    status,
    headers: { "content-type": "application/json" },
    body: new TextEncoder().encode(JSON.stringify(body)),
  };
  const caller = { call: async (call: PersonaCall) => (asked.push(call), answer) };
  return { asked, picture: readPicture(caller, "inq_1", "user_1", "verifications,reports") };
}

it("a picture holds what a decision rests on, by a read of its own ahead of others", async () => {
  const included = [
    { type: "verification/government-id", id: "ver_1", attributes: { status: "passed" } },
    { type: "report/watchlist", id: "rep_1", attributes: { status: "ready", "has-match": true } },
    { type: "account", id: "act_1", attributes: {} },
  ];
  const relationships = {
    reviewer: { data: { type: "user", id: "user_1" } },
    "inquiry-template": { data: { type: "inquiry-template", id: "itmpl_1" } },
  };
  const { picture, asked } = reading({ data: { ...inquiry(readable), relationships }, included });
  expect(await picture).toEqual({
    seen: {
      status: "expired",
      updatedAt: readable.updatedAt,
      redactedAt: null,
      reviewerId: "user_1",
      verifications: [{ id: "ver_1", status: "passed" }],
      reports: [{ id: "rep_1", status: "ready", hasMatch: true }],
    },
    inquiryTemplateId: "itmpl_1",
    expiresAt: null,
  });
  expect(asked).toMatchObject([{ fresh: true, priority: "decision", asker: "user_1", query: "include=verifications,reports" }]);
});

it.each([
  ["cleared, record by record, is none", ["false_positive", "false_positive"], false],
  ["cleared in part is one", ["false_positive", "pending"], true],
  ["confirmed is one", ["true_positive"], true],
])("a match that was %s", async (_, statuses, hasMatch) => {
  const matchedRecords = statuses.map((reviewStatus) => ({ reviewStatus }));
  const included = [{ type: "report/screening", id: "rep_1", attributes: { status: "ready", hasMatch: true, matchedRecords } }];
  expect((await reading({ data: inquiry(readable), included }).picture).seen.reports).toEqual([{ id: "rep_1", status: "ready", hasMatch }]);
});

it.each([
  ["no status", { data: inquiry(noStatus) }],
  ["a status that is no text", { data: inquiry({ ...readable, status: 7 }) }],
  ["an empty status", { data: inquiry({ ...readable, status: " " }) }],
  ["no redaction", { data: inquiry(noRedaction) }],
  ["a redaction that is no time", { data: inquiry({ ...readable, redactedAt: "yes" }) }],
  ["not when it was updated", { data: inquiry(noUpdate) }],
  ["no attributes", { data: { type: "inquiry", id: "inq_1" } }],
  ["something else", { data: { ...inquiry(readable), type: "account" } }],
  ["nothing", { data: null }],
  ["a list", []],
  [
    "a verification without a status",
    { data: inquiry(readable), included: [{ type: "verification/selfie", id: "ver_1", attributes: {} }] },
  ],
  [
    "a match that is none",
    { data: inquiry(readable), included: [{ type: "report/watchlist", id: "rep_1", attributes: { status: "ready", hasMatch: "no" } }] },
  ],
])("nothing is guessed where Persona tells %s", async (_what, body) => {
  await expect(reading(body).picture).rejects.toMatchObject({ status: 502, headers: { "Desk-Sent": "no" } });
});

it.each([
  [404, 404],
  [500, 502],
  [429, 502],
])("an answer of %s is no picture", async (status, told) => {
  await expect(reading({ errors: [{ title: "Trouble" }] }, status).picture).rejects.toMatchObject({ status: told });
});
