import { expect, it } from "vitest";
import { readEvents } from "../testing/event-reader";
import { inquiryId, send, tinySimulator } from "../testing/tiny-world";
import { createMemoryJournal } from "../world/core/journal";

const approve = (id: string) => `/api/v1/inquiries/${id}/approve`;
const desk = (simulator: Parameters<typeof send>[0], method: string, path: string, body?: unknown) =>
  send(simulator, `/desk/v1/${path}`, { method, headers: { "desk-client": "web" }, body });
type Reader = Awaited<ReturnType<typeof readEvents>>;
/** Reads on until something of a type is told. */
async function change(reader: Reader, type: string): Promise<unknown> {
  for (let heard = await reader.next(); heard !== undefined; heard = await reader.next()) {
    const told = heard.data as { type?: string };
    if (heard.name === "change" && told.type === type) return told;
  }
  return undefined;
}

it("a stream tells what happens to whom, by names and IDs alone", async () => {
  const simulator = tinySimulator();
  const reader = await readEvents(simulator);
  const id = inquiryId(simulator, 1);
  await send(simulator, approve(id), { body: { meta: { comment: "Looks like Ada" } } });
  const account = expect.stringMatching(/^act_/) as string;
  expect(await change(reader, "inquiry")).toEqual({
    type: "inquiry",
    id,
    name: "inquiry.approved",
    related: [{ type: "account", id: account }],
  });
  expect(JSON.stringify(await change(reader, "audit-entry"))).not.toContain("Ada");
});

it("a resume, of which Persona has no event, is told too", async () => {
  const simulator = tinySimulator();
  const id = inquiryId(simulator, 1);
  await send(simulator, `/api/v1/inquiries/${id}/expire`, { method: "POST" });
  const reader = await readEvents(simulator);
  await send(simulator, `/api/v1/inquiries/${id}/resume`, { method: "POST" });
  expect(await change(reader, "inquiry")).toEqual({ type: "inquiry", id, related: [] });
  expect(await change(reader, "link")).toMatchObject({ related: [{ type: "inquiry", id }] });
});

it("who comes back has missed nothing", async () => {
  const simulator = tinySimulator();
  const first = await readEvents(simulator);
  await desk(simulator, "PUT", "claims/inq_1", {});
  await change(first, "claim");
  first.close();
  await desk(simulator, "PUT", "claims/inq_2", {});
  const second = await readEvents(simulator, first.lastId);
  expect(await change(second, "claim")).toMatchObject({ id: "inq_2" });
});

it.each(["0", "no place", "zzz-1"])("who comes back from %s reads everything again", async (lastId) => {
  expect(await (await readEvents(tinySimulator(), lastId)).next()).toMatchObject({ name: "resync" });
});

it("a reset is a reason to read everything again", async () => {
  const simulator = tinySimulator();
  const reader = await readEvents(simulator);
  await simulator.control("reset");
  expect(await reader.next()).toMatchObject({ name: "resync" });
});

it("nobody hears of what their role may not see", async () => {
  const simulator = tinySimulator({ role: "support" });
  const reader = await readEvents(simulator);
  await desk(simulator, "PUT", "settings/sla", {});
  await desk(simulator, "PUT", "claims/inq_1", {});
  // The refused attempt was written down first.
  expect(await reader.next()).toMatchObject({ data: { type: "claim" } });
});

it("keeping a claim is no news", async () => {
  const simulator = tinySimulator();
  const reader = await readEvents(simulator);
  for (const id of ["inq_1", "inq_1", "inq_2"]) await desk(simulator, "PUT", `claims/${id}`, {});
  const ids = [await reader.next(), await reader.next()].map((heard) => heard?.data);
  expect(ids).toMatchObject([{ id: "inq_1" }, { id: "inq_2" }]);
});

it("signing out ends it, and nobody has one who is not signed in", async () => {
  const simulator = tinySimulator({ role: "support" });
  const reader = await readEvents(simulator);
  await desk(simulator, "POST", "session/end", { everywhere: false });
  expect([await reader.next(), await reader.next()]).toMatchObject([{ name: "signed-out" }, undefined]);
  await expect(readEvents(simulator)).rejects.toThrow("401");
  await expect(readEvents(tinySimulator({ standsFor: "persona" }))).rejects.toThrow("404");
});

it("a session that ends by itself is told of when it moves, and ends the stream", async () => {
  const simulator = tinySimulator();
  await simulator.control("sign-in", { role: "reviewer", life: { idleSeconds: 60, absoluteSeconds: 100, warnSeconds: 10 } });
  const reader = await readEvents(simulator);
  await simulator.control("clock/advance", { seconds: 50 });
  expect(await (await desk(simulator, "POST", "session/extend")).json()).toEqual({
    idleExpiresAt: "2026-03-02T09:01:40.000Z",
    absoluteExpiresAt: "2026-03-02T09:01:40.000Z",
    warnSeconds: 10,
  });
  expect(await reader.next()).toMatchObject({ name: "session", data: { idleExpiresAt: "2026-03-02T09:01:40.000Z" } });
  await simulator.control("clock/advance", { seconds: 50 });
  await simulator.tick();
  expect(await reader.next()).toMatchObject({ name: "signed-out" });
  expect((await send(simulator, "/desk/v1/session")).status).toBe(401);
});

it("what one tab does reaches the others", async () => {
  const journal = createMemoryJournal();
  const [one, two] = [tinySimulator({ journal }), tinySimulator({ journal })];
  const reader = await readEvents(two);
  await send(one, approve(inquiryId(one, 1)), { method: "POST" });
  await two.tick();
  expect(await change(reader, "inquiry")).toMatchObject({ name: "inquiry.approved" });
});

it("a fault that is meant for whatever comes next passes it by", async () => {
  const simulator = tinySimulator();
  simulator.fault({ status: 500 });
  const reader = await readEvents(simulator);
  expect((await send(simulator, "/desk/v1/session")).status).toBe(500);
  reader.close();
  simulator.fault({ operation: "streamDeskEvents", status: 503 });
  await expect(readEvents(simulator)).rejects.toThrow("503");
});

it("a stream tells what the desk's database can do, to those who are there and to those who come", async () => {
  const simulator = tinySimulator();
  const first = await readEvents(simulator);
  await simulator.control("health", { liveUpdates: "off" });
  const off = { name: "health", data: { database: "ok", audit: "ok", liveUpdates: "off" } };
  expect(await first.next()).toMatchObject(off);
  expect(await (await readEvents(simulator)).next()).toMatchObject(off);
  await simulator.control("health");
  expect(await first.next()).toMatchObject({ name: "health", data: { liveUpdates: "ok" } });
});
