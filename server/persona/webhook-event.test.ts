import { describe, expect, it } from "vitest";
import { inquiryEvent } from "@test/server/support/webhooks";
import { changeOf, readWebhookEvent } from "./webhook-event";

const at = Date.parse("2026-03-02T09:00:00.000Z");
const received = at + 60_000;

const event = (payload: unknown, name = "report/watchlist.ready") => ({
  data: {
    type: "event",
    id: "evt_1",
    attributes: { name, payload: { data: payload, included: [] }, "created-at": new Date(at).toISOString() },
  },
});

describe("a webhook about an inquiry", () => {
  it.each(["kebab", "camel", "snake"] as const)("is read in %s case", (inflection) => {
    const { value: read } = readWebhookEvent(
      inquiryEvent({
        eventId: "evt_1",
        inquiryId: "inq_1",
        status: "expired",
        updatedAt: at,
        createdAt: at - 5,
        redactedAt: at,
        inflection,
      }),
      received,
    );
    expect(read?.observation).toEqual({
      inquiryId: "inq_1",
      referenceId: "usr_1",
      inquiryTemplateId: "itmpl_1",
      accountId: "act_1",
      status: "expired",
      redacted: true,
      updatedAt: at,
      createdAt: at - 5,
      expiresAt: null,
      redactedAt: at,
      sessionCount: 1,
      times: undefined,
      details: undefined,
      findings: {},
      source: "webhook",
      observedAt: at,
    });
  });

  it("tells open screens its name, IDs and status, and nothing of the person", () => {
    const { value: read } = readWebhookEvent(inquiryEvent({ eventId: "evt_1", inquiryId: "inq_1", updatedAt: at }), received);
    expect(read && changeOf(read)).toEqual({
      type: "inquiry",
      id: "inq_1",
      name: "inquiry.transitioned",
      related: [{ type: "account", id: "act_1" }],
      status: "pending",
      updatedAt: "2026-03-02T09:00:00.000Z",
    });
    expect(JSON.stringify(read)).not.toMatch(/Mara|Quill/);
  });

  it("that reads well has no problem", () => {
    for (const inflection of ["kebab", "camel", "snake"] as const) {
      expect(
        readWebhookEvent(inquiryEvent({ eventId: "evt_1", inquiryId: "inq_1", updatedAt: at, inflection }), received).problems,
      ).toEqual([]);
    }
  });

  it("that does not tells where, and not what", () => {
    const attributes = { status: 7, "reference-id": ["Mara"], "updated-at": "Mara", "redacted-at": null };
    const { value, problems } = readWebhookEvent(event({ type: "inquiry", id: "inq_1", attributes, relationships: {} }), received);
    expect(value).toMatchObject({ object: { id: "inq_1" }, observation: undefined });
    expect(problems.toSorted()).toEqual([
      "inquiry without referenceId",
      "inquiry without status",
      "inquiry without updatedAt",
      "inquiry.attributes.referenceId: expected string, received array",
      "inquiry.attributes.status: expected string, received number",
      "inquiry.attributes.updatedAt: expected a time",
    ]);
  });

  it("was heard no later than it arrived, whatever Persona's clock says", () => {
    const { value: read } = readWebhookEvent(inquiryEvent({ eventId: "evt_1", inquiryId: "inq_1", updatedAt: at }), at - 5_000);
    expect(read?.observation?.observedAt).toBe(at - 5_000);
  });

  it.each([
    ["without a status", { "updated-at": new Date(at).toISOString(), "reference-id": null, "redacted-at": null }],
    ["without a time", { status: "pending", "reference-id": null, "redacted-at": null }],
    ["that does not say whether it was redacted", { status: "pending", "updated-at": new Date(at).toISOString(), "reference-id": null }],
    [
      "whose status no database takes",
      { status: "a\u0000", "updated-at": new Date(at).toISOString(), "reference-id": null, "redacted-at": null },
    ],
  ])("%s is pushed but changes no state", (_what, attributes) => {
    const { value: read } = readWebhookEvent(
      event({ type: "inquiry", id: "inq_1", attributes, relationships: {} }, "inquiry.updated"),
      received,
    );
    expect(read).toMatchObject({ object: { type: "inquiry", id: "inq_1" }, observation: undefined });
  });
});

describe("a webhook about something else", () => {
  it("names the inquiries and accounts it belongs to, whatever the relationship is called", () => {
    const relationships = {
      inquiry: { data: { type: "inquiry", id: "inq_1" } },
      accounts: {
        data: [
          { type: "account", id: "act_1" },
          { type: "account", id: "act_2" },
        ],
      },
      "report-template": { data: { type: "report-template", id: "rptp_1" } },
      transaction: { data: null },
      broken: 7,
    };
    const { value: read } = readWebhookEvent(event({ type: "report/watchlist", id: "rep_1", attributes: {}, relationships }), received);
    expect(read && changeOf(read)).toEqual({
      type: "report/watchlist",
      id: "rep_1",
      name: "report/watchlist.ready",
      related: [
        { type: "inquiry", id: "inq_1" },
        { type: "account", id: "act_1" },
        { type: "account", id: "act_2" },
      ],
    });
  });

  it.each([
    ["an event nobody has documented", event({ type: "gizmo", id: "giz_1" }, "gizmo.polished"), { type: "gizmo", id: "giz_1" }],
    ["an event without a payload", { data: { id: "evt_1", attributes: { name: "case.updated" } } }, { type: "event", id: "evt_1" }],
    ["an object whose ID is a sentence", event({ type: "case", id: "Mara Quill, 12 March" }), { type: "event", id: "evt_1" }],
  ])("is told neutrally: %s", (_what, body, object) => {
    const { value: read } = readWebhookEvent(body, received);
    expect(read && changeOf(read)).toMatchObject({ ...object, related: [] });
  });

  it.each([
    ["no object", 7],
    ["a list", []],
    ["no ID", { data: { attributes: { name: "case.updated" } } }],
    ["no name", { data: { id: "evt_1", attributes: {} } }],
    ["an ID that is a sentence", { data: { id: "evt 1; drop table", attributes: { name: "case.updated" } } }],
    ["nothing", undefined],
  ])("with %s is none", (_what, body) => {
    expect(readWebhookEvent(body, received).value).toBeUndefined();
  });
});
