import { expect, it } from "vitest";
import type { AuditEntry, Difference, IssuedLink, Restoration } from "@/api/generated/desk/types.gen";
import type { Simulator } from "../simulator";
import { askDesk, type Asked, called, inquiryOf, signIn } from "../testing/deciding";
import { inquiryId, send, tinySimulator } from "../testing/tiny-world";
import { createMemoryJournal } from "../world/core/journal";
import { hour } from "../world/core/time";

type Body = Restoration & { difference?: Difference[]; errors: { title: string; details: string }[] };

async function restore(simulator: Simulator, number: number, more: object = {}, asked: Asked = {}) {
  const { status, redactedAt } = inquiryOf(simulator, number).attributes;
  const request = { inquiryId: inquiryId(simulator, number), seen: { status, redactedAt }, kind: "link", ...more };
  const response = await askDesk(simulator, "POST", "restorations", request, asked);
  return { status: response.status, headers: response.headers, body: (await response.json()) as Body };
}

const act = (simulator: Simulator, number: number, action: string) =>
  send(simulator, `/api/v1/inquiries/${inquiryId(simulator, number)}/${action}`, { body: {} });
const listed = async <Row>(simulator: Simulator, path: string) =>
  ((await (await send(simulator, `/desk/v1/${path}`)).json()) as { data: Row[] }).data;
const links = async (simulator: Simulator) =>
  (await listed<IssuedLink>(simulator, "links")).map(({ kind, state, issuedBy }) => [kind, state, issuedBy.role]);
const actions = async (simulator: Simulator, number: number) =>
  (await listed<AuditEntry>(simulator, `audit-entries?filter[subject-id]=${inquiryId(simulator, number)}`)).map(
    ({ action, outcome }) => `${action} ${outcome}`,
  );

it("an expired inquiry is resumed and gets a link, which is in the ledger and in the audit log", async () => {
  const simulator = tinySimulator();
  await act(simulator, 1, "expire");
  await signIn(simulator, "support");
  const { status, body } = await restore(simulator, 1, { expiresInSeconds: 600 }, { role: "support" });
  expect(status).toBe(201);
  expect(body).toMatchObject({ resumed: true, status: "pending", sessionToken: null, linkExpiresAt: "2026-03-02T09:10:00.000Z" });
  expect(body.oneTimeLink).toContain("https://withpersona.com/verify?code=");
  expect(body.expiresAt).toBe(inquiryOf(simulator, 1).attributes.expiresAt);
  await signIn(simulator, "lead");
  expect(await links(simulator)).toEqual([["one-time-link", "live", "support"]]);
  expect(await actions(simulator, 1)).toEqual(["generate-a-one-time-link done", "resume-an-inquiry done", "expire-an-inquiry done"]);
});

it("a link without a life of its own is the unused one again, and burns no session", async () => {
  const simulator = tinySimulator();
  const [first, again] = [await restore(simulator, 1), await restore(simulator, 1)];
  expect(first.body).toMatchObject({ resumed: false, status: "created", linkExpiresAt: null });
  expect(again.body.oneTimeLink).toBe(first.body.oneTimeLink);
  expect((await restore(simulator, 1, { expiresInSeconds: 600 })).body.oneTimeLink).not.toBe(first.body.oneTimeLink);
});

it("a token comes from a resume", async () => {
  const simulator = tinySimulator();
  await act(simulator, 1, "expire");
  const { body } = await restore(simulator, 1, { kind: "sdk-token" });
  expect(body).toMatchObject({ resumed: true, oneTimeLink: null, oneTimeLinkShort: null });
  expect(body.sessionToken).toBeTruthy();
  expect(await links(simulator)).toEqual([["session-token", "live", "lead"]]);
});

it("the same key is the same way in, and another request under it is refused", async () => {
  const simulator = tinySimulator();
  await act(simulator, 1, "expire");
  const { status, redactedAt } = inquiryOf(simulator, 1).attributes;
  const seen = { seen: { status, redactedAt }, expiresInSeconds: 600 };
  const first = await restore(simulator, 1, seen, { key: "one" });
  const again = await restore(simulator, 1, seen, { key: "one" });
  expect([again.status, again.body]).toEqual([201, first.body]);
  expect((await restore(simulator, 1, { ...seen, expiresInSeconds: 700 }, { key: "one" })).status).toBe(400);
  expect(await links(simulator)).toHaveLength(1);
});

it("nothing is sent where it is not what the person saw, or cannot be", async () => {
  const simulator = tinySimulator();
  const changed = await restore(simulator, 1, { seen: { status: "expired", redactedAt: null } });
  expect([changed.status, changed.body.difference]).toEqual([409, [{ what: "status", id: null, seen: "expired", now: "created" }]]);
  await act(simulator, 2, "approve");
  const over = await restore(simulator, 2);
  expect([over.status, over.body.errors[0]?.details]).toEqual([409, "Inquiry cannot be given a one-time link while approved"]);
  expect((await restore(simulator, 1, { kind: "sdk-token" })).status).toBe(409);
  expect((await restore(simulator, 1, { inquiryId: "inq_none" })).status).toBe(404);
  expect((await restore(simulator, 1, { expiresInSeconds: 59 })).status).toBe(400);
  expect([called(simulator, "resumeAnInquiry"), called(simulator, "generateAOneTimeLink")]).toEqual([0, 0]);
});

it("what came to nothing is the same after a reload, and what follows as well", async () => {
  const journal = createMemoryJournal();
  const simulator = tinySimulator({ journal });
  await restore(simulator, 1, { seen: { status: "expired", redactedAt: null } });
  const { body } = await restore(simulator, 1, {}, { key: "one" });
  const again = await restore(tinySimulator({ journal }), 1, {}, { key: "one" });
  expect(again.body).toEqual(body);
});

it("an auditor restores nothing, which is written down", async () => {
  const simulator = tinySimulator();
  await signIn(simulator, "auditor");
  expect((await restore(simulator, 1, {}, { role: "auditor" })).status).toBe(403);
  expect(await actions(simulator, 1)).toEqual(["generate-a-one-time-link refused"]);
});

it("a lost answer is found again under the same key, and a failed read says that nothing was sent", async () => {
  const journal = createMemoryJournal();
  const simulator = tinySimulator({ journal });
  await act(simulator, 1, "expire");
  const seen = { seen: { status: "expired", redactedAt: null } };
  simulator.fault({ operation: "retrieveAnInquiry", status: 500 });
  const unread = await restore(simulator, 1, seen, { key: "one" });
  expect([unread.status, unread.headers.get("desk-sent")]).toEqual([502, "no"]);
  simulator.fault({ operation: "generateAOneTimeLink", status: "network", when: "after" });
  const lost = await restore(simulator, 1, seen, { key: "one" });
  expect([lost.status, lost.headers.get("desk-sent")]).toEqual([504, null]);
  const reloaded = tinySimulator({ journal });
  await reloaded.ready();
  const found = await restore(reloaded, 1, seen, { key: "one" });
  expect([found.status, found.body.resumed]).toEqual([201, true]);
  expect(reloaded.world().hidden.oneTimeLinks.size).toBe(1);
  expect(inquiryOf(reloaded, 1).attributes.status).toBe("pending");
});

it("that Persona takes no calls says that nothing was sent, unless the inquiry was resumed before", async () => {
  const simulator = tinySimulator();
  await act(simulator, 1, "expire");
  const seen = { seen: { status: "expired", redactedAt: null } };
  simulator.fault({ operation: "resumeAnInquiry", status: 429 });
  const first = await restore(simulator, 1, seen);
  expect([first.status, first.headers.get("desk-sent")]).toEqual([503, "no"]);
  simulator.fault({ operation: "generateAOneTimeLink", status: 429 });
  const second = await restore(simulator, 1, seen);
  expect([second.status, second.headers.get("desk-sent")]).toEqual([503, null]);
});

it("sessions that are used up are told as Persona tells it", async () => {
  const simulator = tinySimulator();
  for (let session = 0; session < 25; session += 1) await restore(simulator, 1, { expiresInSeconds: 60 + session });
  expect((await restore(simulator, 1, { expiresInSeconds: hour / 1000 })).status).toBe(422);
});

/** Uses sessions up and lets the inquiry expire. */
async function expiredAfter(sessions: number) {
  const simulator = tinySimulator();
  for (let session = 0; session < sessions; session += 1) await restore(simulator, 1, { expiresInSeconds: 60 + session });
  await act(simulator, 1, "expire");
  return simulator;
}

it("the last session is taken for no resume that no link could follow, and nothing changes", async () => {
  const simulator = await expiredAfter(24);
  const { status, body } = await restore(simulator, 1);
  expect([status, body.errors[0]?.details]).toEqual([
    409,
    "24 of 25 sessions used: resuming it would take the last one, and none would be left for the link.",
  ]);
  expect(inquiryOf(simulator, 1).attributes.status).toBe("expired");
  // a token needs the one alone
  expect((await restore(simulator, 1, { kind: "sdk-token" })).status).toBe(201);
});

it("with two sessions left an expired inquiry is resumed and gets its link", async () => {
  expect((await restore(await expiredAfter(23), 1)).status).toBe(201);
});

it("that the inquiry was resumed is said where Persona refuses only the link", async () => {
  const simulator = await expiredAfter(1);
  simulator.fault({ operation: "generateAOneTimeLink", status: 422 });
  const { status, body } = await restore(simulator, 1);
  expect([status, body.errors[0]?.details]).toEqual([422, expect.stringMatching(/^The inquiry was resumed, and its link was not made\./)]);
});
