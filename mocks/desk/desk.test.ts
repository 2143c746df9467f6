import { describe, expect, it } from "vitest";
import type { AuditEntry, IssuedLink } from "@/api/generated/desk/types.gen";
import { seeded } from "../seeded";
import type { Simulator } from "../simulator";
import { decide, decline } from "../testing/deciding";
import { inquiryId, send, tinySimulator } from "../testing/tiny-world";
import { createMemoryJournal } from "../world/core/journal";
import { brokenEntry } from "./audit-log";

const web = { "desk-client": "web" };
const desk = (simulator: Simulator, method: string, path: string, body?: unknown) =>
  send(simulator, `/desk/v1/${path}`, { method, headers: web, body });
const act = (simulator: Simulator, number: number, action: string, body: object = {}, headers = {}) =>
  send(simulator, `/api/v1/inquiries/${inquiryId(simulator, number)}/${action}`, { body, headers });
/** The contract's lists; test/contract holds them to it. */
const listed = async <Row>(simulator: Simulator, path: string) =>
  ((await (await send(simulator, `/desk/v1/${path}`)).json()) as { data: Row[] }).data;
const entries = (simulator: Simulator) => listed<AuditEntry>(simulator, "audit-entries?page[size]=100");
/** A decision of the lead's, without a hold. */
const declineAs = (simulator: Simulator, number: number, comment: string) =>
  decide(simulator, number, { ...decline, comment, holdSeconds: 0 });
const links = async (simulator: Simulator) =>
  (await listed<IssuedLink>(simulator, "links")).map(({ kind, state, supersededAt, expiresAt }) => [kind, state, supersededAt, expiresAt]);

const now = "2026-03-02T09:00:00.000Z";

describe("the audit log", () => {
  it("tells who did what to what, why, and what came of it", async () => {
    const simulator = tinySimulator({ role: "reviewer" });
    const response = await act(simulator, 1, "decline");
    await simulator.control("sign-in", { role: "lead" });
    const [, entry] = await entries(simulator);
    expect(entry).toMatchObject({
      action: "decline-an-inquiry",
      outcome: "done",
      actor: { type: "person", name: "Maya Lindqvist", role: "reviewer" },
      subject: { type: "inquiry", id: inquiryId(simulator, 1) },
      statusBefore: "created",
      statusAfter: "declined",
      reason: null,
      comment: null,
      requestId: response.headers.get("desk-request-id"),
      personaRequestId: response.headers.get("request-id"),
      createdAt: now,
    });
  });

  it("tells what the desk refused and what Persona refused", async () => {
    const simulator = tinySimulator({ role: "support" });
    await act(simulator, 1, "approve");
    await act(simulator, 1, "resume");
    const [byPersona, byDesk] = await entries(simulator);
    expect(byDesk).toMatchObject({ outcome: "refused", personaRequestId: null, reason: "Your role (support) may not approve inquiries" });
    expect(byPersona).toMatchObject({ action: "resume-an-inquiry", outcome: "refused", statusAfter: "created" });
    expect(byPersona?.personaRequestId).toMatch(/^req_/);
  });

  it("tells who opened what, once an hour, and keeps it over a reload", async () => {
    const journal = createMemoryJournal();
    const simulator = tinySimulator({ journal });
    const open = (path: string) => send(simulator, `/api/v1/${path}`);
    const opened = async (of: Simulator) =>
      (await listed<AuditEntry>(of, "audit-entries?filter[openings]=only")).map(({ action, subject }) => [action, subject?.id]);
    const id = inquiryId(simulator, 1);
    for (let times = 0; times < 3; times += 1) await open(`inquiries/${id}`);
    await open("inquiries/inq_none");
    expect(await opened(simulator)).toEqual([["retrieve-an-inquiry", id]]);
    await simulator.control("clock/advance", { seconds: 3600 });
    await open(`inquiries/${id}`);
    expect(await opened(simulator)).toHaveLength(2);
    expect(await opened(tinySimulator({ journal }))).toHaveLength(2);
  });

  it("sums what one person is refused more than ten times a minute", async () => {
    const simulator = tinySimulator({ role: "support" });
    for (let times = 0; times < 13; times += 1) await act(simulator, 1, "approve");
    await simulator.control("sign-in", { role: "lead" });
    const refused = async () => (await entries(simulator)).filter(({ outcome }) => outcome === "refused");
    expect(await refused()).toHaveLength(10);
    await simulator.control("clock/advance", { seconds: 60 });
    const [sum, ...rest] = await refused();
    expect(rest).toHaveLength(10);
    expect(sum).toMatchObject({
      action: "approve-an-inquiry",
      actor: { role: "support" },
      subject: null,
      reason: "Tried 3 more times within this minute, and was refused.",
      details: { count: 3, minute: now, actions: "approve-an-inquiry" },
      createdAt: "2026-03-02T09:01:00.000Z",
    });
    expect(await refused()).toHaveLength(11);
  });

  it("tells a repeated call once, and no lists", async () => {
    const simulator = tinySimulator();
    const before = (await entries(simulator)).length;
    for (let times = 0; times < 2; times += 1) await act(simulator, 1, "approve", {}, { "idempotency-key": "once" });
    await send(simulator, "/api/v1/inquiries/search", { body: {} });
    expect(await entries(simulator)).toHaveLength(before + 1);
  });

  it("is a chain that shows where it was touched", async () => {
    const simulator = tinySimulator();
    await act(simulator, 1, "approve");
    await act(simulator, 2, "decline");
    const chain = (await entries(simulator)).toReversed();
    expect(brokenEntry(chain)).toBeUndefined();
    const touched = chain.map((entry) => (entry.action === "approve-an-inquiry" ? { ...entry, outcome: "refused" } : entry));
    expect(brokenEntry(touched)).toMatchObject({ action: "approve-an-inquiry" });
    expect(brokenEntry(chain.toSpliced(-2, 1))).toMatchObject({ action: "decline-an-inquiry" });
  });

  it("loses comments and reference IDs with a redaction, says so, and stays a chain", async () => {
    const simulator = tinySimulator({ role: "lead" });
    await declineAs(simulator, 1, "Forged");
    await declineAs(simulator, 2, "Forged as well");
    const id = inquiryId(simulator, 1);
    await send(simulator, `/api/v1/inquiries/${id}`, { method: "DELETE" });
    await simulator.control("clock/advance", { seconds: 60 });
    const chain = await entries(simulator);
    expect(chain.find(({ action }) => action === "erase-texts")).toMatchObject({
      actor: { type: "system" },
      subject: { type: "inquiry", id },
      details: { texts: 2 },
    });
    const declined = chain.filter(({ action }) => action === "decline-an-inquiry");
    expect(declined.map(({ comment, referenceId, erased }) => [comment, referenceId, erased])).toEqual([
      ["Forged as well", "ref-2", []],
      [null, null, ["comment", "referenceId"]],
    ]);
    expect(brokenEntry(chain.toReversed())).toBeUndefined();
  });

  it("exports what a spreadsheet cannot run", async () => {
    const simulator = tinySimulator();
    await declineAs(simulator, 1, '=HYPERLINK("x"),\nForged');
    const text = await (await desk(simulator, "POST", "audit-entries/export?filter[action]=decline-an-inquiry")).text();
    expect(text).toContain(`,"'=HYPERLINK(""x""),\nForged",`);
  });

  it("tells that the list of inquiries was not exported for support", async () => {
    const simulator = tinySimulator({ role: "support" });
    expect((await desk(simulator, "GET", "inquiries.csv")).status).toBe(403);
    expect((await entries(simulator))[0]).toMatchObject({ action: "export", outcome: "refused", actor: { role: "support" } });
  });
});

describe("the link ledger", () => {
  it("keeps that a link was issued, and not the link", async () => {
    const simulator = tinySimulator();
    const response = await act(simulator, 1, "generate-one-time-link", { meta: { expiresInSeconds: 3600 } });
    const { meta } = (await response.json()) as { meta: { oneTimeLink: string } };
    expect(await links(simulator)).toEqual([["one-time-link", "live", null, "2026-03-02T10:00:00.000Z"]]);
    expect(JSON.stringify([await listed(simulator, "links"), await entries(simulator)])).not.toContain(meta.oneTimeLink);
    await simulator.control("clock/advance", { seconds: 3600 });
    expect((await links(simulator))[0]?.[1]).toBe("lapsed");
  });

  it("supersedes a link by the next, and everything by the end of the inquiry", async () => {
    const simulator = tinySimulator();
    await act(simulator, 1, "generate-one-time-link");
    await act(simulator, 1, "generate-one-time-link", { meta: { expiresInSeconds: 60 } });
    await act(simulator, 2, "generate-one-time-link");
    expect((await links(simulator)).map(([, state]) => state)).toEqual(["live", "live", "superseded"]);
    await act(simulator, 1, "expire");
    expect((await links(simulator)).map(([, state]) => state)).toEqual(["live", "superseded", "superseded"]);
    await act(simulator, 1, "resume");
    expect((await links(simulator))[0]).toEqual(["session-token", "live", null, null]);
  });
});

describe("claims", () => {
  it("lapse after 90 seconds, unless they are kept", async () => {
    const simulator = tinySimulator();
    const put = async () => (await desk(simulator, "PUT", "claims/inq_1", {})).status;
    const claims = async () => (await listed(simulator, "claims")).length;
    await put();
    await simulator.control("clock/advance", { seconds: 60 });
    await put();
    await simulator.control("clock/advance", { seconds: 89 });
    expect(await claims()).toBe(1);
    await simulator.control("sign-in", { role: "support" });
    expect(await put()).toBe(409);
    await simulator.control("clock/advance", { seconds: 1 });
    expect(await claims()).toBe(0);
    expect(await put()).toBe(200);
  });
});

describe("in the journal", () => {
  const play = async (simulator: Simulator) => {
    await desk(simulator, "PUT", "claims/inq_1", {});
    await act(simulator, 1, "approve");
    await desk(simulator, "PUT", "settings/sla", { value: { reviewHours: 8, warnHours: 1 }, version: 1 });
    await desk(simulator, "POST", "saved-views", { name: "Mine", screen: "accounts", search: "", shared: true });
    await desk(simulator, "POST", "partner-tokens", { name: "Refused", scopes: ["standing.read"], expiresInDays: null });
    await simulator.control("sign-in", { role: "admin" });
    await desk(simulator, "POST", "partner-tokens", { name: "CRM", scopes: ["standing.read"], expiresInDays: null });
    await desk(simulator, "PUT", "claims/inq_1", { takeOver: true });
    await act(simulator, 2, "generate-one-time-link");
  };
  const lists = ["audit-entries?page[size]=100", "claims", "links", "settings", "settings/sla/versions", "saved-views", "partner-tokens"];
  const snapshot = async (simulator: Simulator) => Promise.all(lists.map((list) => listed(simulator, list)));

  it("the desk comes back whole, seals and IDs included", async () => {
    const journal = createMemoryJournal();
    const simulator = tinySimulator({ journal });
    await play(simulator);
    expect(await snapshot(tinySimulator({ journal }))).toEqual(await snapshot(simulator));
  });

  it("keeping a claim leaves no trace, and what one tab knew of it does not end the life of the other", async () => {
    const journal = createMemoryJournal();
    const [one, two] = [tinySimulator({ journal }), tinySimulator({ journal })];
    await desk(one, "PUT", "claims/inq_1", {});
    const { length } = journal.load().entries;
    await one.control("clock/advance", { seconds: 60 });
    await desk(one, "PUT", "claims/inq_1", {});
    await desk(one, "POST", "session/extend");
    expect(journal.load().entries).toHaveLength(length + 1);
    await two.control("sign-in", { role: "support" });
    await two.control("clock/advance", { seconds: 60 });
    // For this tab it has lapsed.
    expect((await desk(two, "PUT", "claims/inq_1", {})).status).toBe(200);
    expect(await snapshotOfAudit(one)).toEqual(await snapshotOfAudit(two));
    expect(await listed(one, "claims")).toMatchObject([{ user: { name: "Jonas Abara" } }]);
    expect(await listed(one, "claims")).toEqual(await listed(two, "claims"));
  });

  const snapshotOfAudit = (simulator: Simulator) => listed(simulator, "audit-entries");
});

it("a desk begins with a past that fits its world", async () => {
  const simulator = tinySimulator(seeded);
  const all = await entries(simulator);
  expect(all.length).toBeGreaterThan(15);
  expect(brokenEntry(all.toReversed())).toBeUndefined();
  const times = all.map(({ createdAt }) => createdAt);
  expect(times).toEqual(times.toSorted().toReversed());
  expect(times.every((time) => time < now)).toBe(true);
  for (const { action, subject, statusAfter, outcome } of all.filter(({ action }) => action === "approve-an-inquiry")) {
    const inquiry = simulator.world().tables.inquiries.get(subject?.id ?? "");
    expect([action, outcome, statusAfter]).toEqual(["approve-an-inquiry", "done", inquiry?.attributes.status]);
  }
  expect(await listed<{ name: string }>(simulator, "saved-views")).toMatchObject([
    { name: "Expired this week", shared: true },
    { name: "Waiting for review", shared: true },
  ]);
  expect(await links(simulator)).toHaveLength(3);
  expect(await listed(simulator, "settings/sla/versions")).toMatchObject([{ version: 1, changedBy: { name: "Ruth Castellan" } }]);
});
