import { expect, it } from "vitest";
import type { Database } from "@server/db/database";
import { createInquiryStates } from "@server/persona/inquiry-states";
import type { PersonaCall } from "@server/persona/caller";
import { recordedPushes } from "@test/server/support/desk-client";
import { describeOnEachDatabase } from "@test/server/support/databases";
import { createManualClock } from "@test/server/support/manual-clock";
import { silentPino } from "@test/server/support/silent-pino";
import { createIndexFilling } from "./index-filling";
import { createInquiryRounds, readProgress } from "./inquiry-rounds";

const hour = 60 * 60_000;
const start = Date.parse("2026-03-02T09:00:00.000Z");
const iso = (ms: number) => new Date(ms).toISOString();

/** Persona's list: numbers of inquiries, the newest first. */
type Persona = {
  inquiries: { id: string; status: string; updatedAt: number }[];
  calls: PersonaCall[];
  /** What the next call meets in the place of an answer. */
  trouble: (() => Promise<{ status: number }>) | undefined;
};

const persona = (count: number): Persona => ({
  inquiries: Array.from({ length: count }, (_, index) => ({ id: `inq_${count - index}`, status: "created", updatedAt: start })),
  calls: [],
  trouble: undefined,
});

const resource = ({ id, status, updatedAt }: Persona["inquiries"][number]) => ({
  type: "inquiry",
  id,
  attributes: { status, "reference-id": null, "created-at": iso(start), "updated-at": iso(updatedAt), "redacted-at": null, note: "Mara" },
  relationships: { account: { data: { type: "account", id: "act_1" } } },
});

/** An instance of the filling, on this database and Persona. */
function instance(db: Database, told: Persona, clock = createManualClock(start)) {
  const pushes = recordedPushes();
  const inquiryStates = createInquiryStates({ db, now: () => clock.now() });
  const call = async (made: PersonaCall) => {
    told.calls.push(made);
    const { trouble } = told;
    told.trouble = undefined;
    const failed = await trouble?.();
    const after = new URLSearchParams(made.query).get("page[after]");
    const from = told.inquiries.findIndex(({ id }) => id === after) + 1;
    const body = {
      data: told.inquiries.slice(from, from + 100).map(resource),
      links: { prev: null, next: told.inquiries.length > from + 100 ? "/more" : null },
    };
    const headers = { "content-type": "application/json" };
    return { status: failed?.status ?? 200, headers, body: new TextEncoder().encode(JSON.stringify(body)) };
  };
  const filling = createIndexFilling({
    db,
    rounds: createInquiryRounds({ db, now: () => clock.now(), everyMs: 24 * hour }),
    caller: { call },
    inquiryStates,
    links: { noteInquiryStates: async () => {}, noteUse: async () => {} },
    pushes: { publishMany: async (all) => void (await Promise.all(all.map((one) => pushes.publish(one)))) },
    meter: { page() {}, missed() {} },
    clock,
    log: silentPino,
    sweepMs: 24 * hour,
  });
  return { filling, pushes, clock };
}

const statuses = async (db: Database) =>
  Object.fromEntries(
    (await db.query<{ status: string; count: number }>("select status, count(*)::int as count from inquiry_states group by 1")).map(
      ({ status, count }) => [status, count],
    ),
  );

describeOnEachDatabase("the filling of the index", (fresh) => {
  it("goes through Persona's list behind everybody else, asks for nothing personal but the note, and keeps none", async () => {
    const db = await fresh();
    const told = persona(250);
    const { filling, pushes } = instance(db, told);
    expect(await readProgress(db)).toEqual({ sweptAt: null, lastWebhookAt: null, round: null });
    expect(await filling.run()).toBe(3);
    expect(told.calls).toHaveLength(3);
    for (const { priority, query } of told.calls) {
      expect(priority).toBe("sweep");
      expect(new URLSearchParams(query).get("fields[inquiry]")?.split(",")).not.toContain("fields");
    }
    expect(await statuses(db)).toEqual({ created: 250 });
    expect(await readProgress(db)).toMatchObject({ sweptAt: start, round: null });
    expect(JSON.stringify(await db.query("select to_jsonb(inquiry_states) as row from inquiry_states"))).not.toContain("Mara");
    // what was there before anybody looked is no news to a screen
    expect(pushes.all).toEqual([]);
    expect(await filling.run()).toBe(0);
  });

  it("goes on where a stopped instance left off, and one whose page was taken over changes nothing", async () => {
    const db = await fresh();
    const told = persona(250);
    const clock = createManualClock(start);
    const killed = instance(db, told, clock);
    let answer = () => {};
    told.trouble = () => new Promise((resolve) => (answer = () => resolve({ status: 200 })));
    const dying = killed.filling.run();
    await expect.poll(() => told.calls.length).toBe(1);
    const other = instance(db, told, createManualClock(start + 20_000));
    expect(await other.filling.run()).toBe(0);
    other.clock.advance(11_000);
    expect(await other.filling.run()).toBe(3);
    answer();
    await expect(dying).rejects.toThrow("Another instance");
    const [round] = await db.query("select pages, inquiries, done_at is not null as done from inquiry_rounds");
    expect(round).toEqual({ pages: 3, inquiries: 250, done: true });
  });

  it("tells how far it is, and tries a page again that could not be read", async () => {
    const db = await fresh();
    const told = persona(250);
    const { filling, clock } = instance(db, told);
    const trouble = () => (told.trouble = () => Promise.resolve({ status: 500 }));
    trouble();
    expect(await filling.run()).toBe(1);
    expect((await readProgress(db)).round).toMatchObject({ isBackfill: true, pages: 0, inquiries: 0, failedAt: start });
    clock.advance(30_000);
    expect(await filling.run()).toBe(3);
    expect(await statuses(db)).toEqual({ created: 250 });
  });

  it("begins anew where Persona does not know any more where it was", async () => {
    const db = await fresh();
    const told = persona(150);
    const { filling, clock } = instance(db, told);
    await db.query("insert into inquiry_rounds (started_at, next_page_at, after, pages) values ($1, $1, 'inq_gone', 7)", [iso(start)]);
    told.trouble = () => Promise.resolve({ status: 404 });
    expect(await filling.run()).toBe(1);
    clock.advance(30_000);
    await filling.run();
    expect(await statuses(db)).toEqual({ created: 150 });
  });

  it("goes round again slowly, and tells screens what no webhook told", async () => {
    const db = await fresh();
    const told = persona(150);
    const { filling, pushes, clock } = instance(db, told);
    await filling.run();
    told.inquiries[120] = { id: "inq_30", status: "approved", updatedAt: start + hour };
    clock.advance(24 * hour);
    expect(await filling.run()).toBe(1);
    expect((await readProgress(db)).round).toMatchObject({ isBackfill: false, pages: 1, missed: 0 });
    expect(await filling.run()).toBe(0);
    clock.advance(60_000);
    expect(await filling.run()).toBe(1);
    expect(pushes.all.map(({ change }) => change)).toEqual([
      { type: "inquiry", id: "inq_30", related: [{ type: "account", id: "act_1" }], status: "approved", updatedAt: iso(start + hour) },
    ]);
    expect(await statuses(db)).toEqual({ created: 149, approved: 1 });
    expect((await readProgress(db)).sweptAt).toBe(start + 24 * hour);
  });
});
