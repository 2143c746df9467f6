import { expect, it } from "vitest";
import type { IndexedInquiry, IndexedInquiryList, InquiryCounts } from "@/api/generated/desk/types.gen";
import { seeded } from "@mocks/seeded";
import { createSimulator } from "@mocks/simulator";
import { send } from "@mocks/testing/tiny-world";
import { createAuditLog } from "@server/audit/audit-log";
import { inquiryExportRoutes } from "@server/inquiries/inquiry-export-routes";
import { inquiryRoutes } from "@server/inquiries/inquiry-routes";
import { observeInquiry } from "@server/persona/inquiry-observation";
import { createInquiryStates } from "@server/persona/inquiry-states";
import { jsonOf } from "@server/persona/persona-answer";
import { readDocument } from "@server/persona/resources/read-document";
import { deskClient, person, recordedPushes } from "@test/server/support/desk-client";
import { describeOnEachDatabase, type TestDatabase } from "@test/server/support/databases";
import { askSimulator, fillingFrom } from "@test/server/support/inquiry-index";
import { createManualClock } from "@test/server/support/manual-clock";

const startedAt = Date.parse("2026-03-02T09:00:00.000Z");
const world = { ...seeded, seed: "twin", clock: "manual", startedAt, filesBase: "/", unused: "answered" } as const;

/** The server with a simulator as Persona, and the simulated desk of the same world. */
async function twins(db: TestDatabase) {
  const persona = createSimulator({ ...world, standsFor: "persona" });
  const simulated = createSimulator({ ...world, standsFor: "gateway" });
  await simulated.control("sign-in", { role: "lead" });
  const clock = createManualClock(persona.world().clock.now());
  await fillingFrom(persona, db, clock).run();
  const now = () => clock.now();
  const lena = person("lena", "lead");
  const call = deskClient(inquiryRoutes({ db, settings: { all: async () => [] }, now }), lena);
  const audit = createAuditLog({ db, now, pushes: recordedPushes() });
  const exported = deskClient(inquiryExportRoutes({ db, audit, now }), lena);
  const states = createInquiryStates({ db, now });
  return {
    world: persona.world(),
    exports: async (path: string) => [
      (await exported("GET", path, undefined, { "desk-client": "web" })).body as string,
      await (await send(simulated, path, { headers: { "desk-client": "web" } })).text(),
    ],
    simulated: simulated.world(),
    /** Somebody opens an inquiry. */
    hear: async (inquiryId: string) => {
      const path = `/inquiries/${inquiryId}`;
      const { value } = readDocument(jsonOf(await askSimulator(persona, { path, query: "include=reports" })));
      const [resource] = value?.data ?? [];
      const seen = resource && observeInquiry(resource, "read", now(), value?.included).value;
      if (seen === undefined) throw new Error(`${inquiryId} can't be read`);
      await states.note(seen);
    },
    server: async (path: string) => (await call("GET", path)).body,
    twin: async (path: string) => (await send(simulated, path, { headers: { "desk-client": "web" } })).json() as Promise<unknown>,
  };
}

const sorts = [
  "created-at",
  "updated-at",
  "started-at",
  "completed-at",
  "failed-at",
  "marked-for-review-at",
  "decisioned-at",
  "expired-at",
].concat(["expires-at", "status-since", "status", "inquiry-template-id", "reference-id", "account-id"]);

/** What the simulated desk has of checks and reports a real one knows of those that somebody opened. */
const asHeard = (told: IndexedInquiry, of: IndexedInquiry | undefined): IndexedInquiry => ({
  ...told,
  checks: of?.checks === null ? null : told.checks,
  hasMatch: of?.hasMatch === null ? null : told.hasMatch,
});

/** All pages of a list, and back from the last to the first. */
async function leafThrough(ask: (path: string) => Promise<unknown>, query: string, size: number) {
  const rows: IndexedInquiry[] = [];
  const pages: string[][] = [];
  const back: string[][] = [];
  // whichever desk answers, the contract has been checked
  const read = async (path: string) => (await ask(path)) as IndexedInquiryList;
  const ids = ({ data }: IndexedInquiryList) => data.map(({ inquiryId }) => inquiryId);
  let path: string | null = `/desk/v1/inquiries?${query}&page[size]=${size}`;
  let last: IndexedInquiryList | undefined;
  while (path !== null) {
    const page: IndexedInquiryList = (last = await read(path));
    rows.push(...page.data);
    pages.push(ids(page));
    path = page.links.next;
  }
  for (let prev = last?.links.prev ?? null; prev !== null;) {
    const page = await read(prev);
    back.unshift(ids(page));
    prev = page.links.prev;
  }
  return { rows, pages, back };
}

describeOnEachDatabase("the index of the server and that of the simulated desk", (fresh) => {
  it("list the same world in every order, forwards and backwards, each inquiry once", async () => {
    const { server, twin, world: persona } = await twins(await fresh());
    const all = [...persona.tables.inquiries.newestFirst()].length;
    expect(all).toBeGreaterThan(400);
    for (const sort of sorts.flatMap((name) => [name, `-${name}`])) {
      const [real, simulated] = [await leafThrough(server, `sort=${sort}`, 97), await leafThrough(twin, `sort=${sort}`, 97)];
      expect(new Set(real.rows.map(({ inquiryId }) => inquiryId)).size).toBe(all);
      expect(real.back).toEqual(real.pages.slice(0, -1));
      expect(simulated.pages, sort).toEqual(real.pages);
      expect(simulated.back).toEqual(real.back);
      const byId = new Map(real.rows.map((row) => [row.inquiryId, row]));
      expect(simulated.rows.map((row) => asHeard(row, byId.get(row.inquiryId)))).toEqual(real.rows);
    }
  });

  it("take for a match what stands of one, however it was reviewed", async () => {
    const db = await fresh();
    const { server, twin, world: persona, simulated, hear } = await twins(db);
    const of = [...persona.tables.reports.added()].filter(
      ({ type, relationships }) => type === "report/watchlist" && relationships.inquiry.data,
    );
    const reviewed = ["pending", "false_positive"].map((reviewStatus, index) => {
      for (const world of [persona, simulated]) {
        const report = world.tables.reports.get(of[index]?.id ?? "");
        if (report === undefined) throw new Error("The world has too few reports");
        // it says that it matched, whatever was found of its records
        Object.assign(report, { type: "report/screening" });
        Object.assign(report.attributes, { status: "ready", hasMatch: true, matchedRecords: [{ token: "a", reviewStatus }] });
      }
      return of[index]?.relationships.inquiry.data?.id;
    });
    for (const inquiry of persona.tables.inquiries.newestFirst()) if (inquiry.relationships.reports.data.length > 0) await hear(inquiry.id);
    const matching = await leafThrough(server, "filter[matches]=true", 100);
    const ids = matching.rows.map(({ inquiryId }) => inquiryId);
    expect(ids).toContain(reviewed[0]);
    expect(ids).not.toContain(reviewed[1]);
    expect((await leafThrough(twin, "filter[matches]=true", 100)).rows.map((row) => [row.inquiryId, row.hasMatch])).toEqual(
      matching.rows.map((row) => [row.inquiryId, row.hasMatch]),
    );
  });

  it("find and count the same by every filter", async () => {
    const { server, twin } = await twins(await fresh());
    const { rows } = await leafThrough(server, "sort=created-at", 100);
    // whatever is tried names something that is there, and leaves something out
    const some = <Value>(read: (row: IndexedInquiry) => Value | null | undefined) => rows.map(read).filter((value) => value != null);
    const middle = (read: (row: IndexedInquiry) => string | null) => some(read).toSorted()[Math.floor(some(read).length / 2)];
    const filters: Record<string, string | undefined> = {
      status: "Needs Review,failed",
      "inquiry-id": `${rows[3]?.inquiryId},${rows[8]?.inquiryId}`,
      "inquiry-template-id": some((row) => row.inquiryTemplateId)[0],
      "inquiry-template-version-id": some((row) => row.inquiryTemplateVersionId)[0],
      "account-id": some((row) => row.accountId)[5],
      "reference-id": some((row) => row.referenceId)[5]?.toUpperCase(),
      tag: some((row) => row.tags?.[0])[0],
      redacted: "true",
      "created-at-start": middle((row) => row.createdAt),
      "updated-at-end": middle((row) => row.updatedAt),
      "decisioned-at-start": middle((row) => row.decisionedAt),
      "expires-at-end": middle((row) => row.expiresAt),
      "status-since-end": middle((row) => row.statusSince),
    };
    for (const [name, value] of Object.entries(filters)) {
      const query = `filter[${name}]=${encodeURIComponent(value ?? "none")}`;
      const [real, simulated] = [await leafThrough(server, query, 100), await leafThrough(twin, query, 100)];
      expect({ name, found: real.rows.length > 0, all: real.rows.length === rows.length }).toEqual({ name, found: true, all: false });
      expect(simulated.pages, name).toEqual(real.pages);
      const total = `/desk/v1/inquiries?${query}&total=true`;
      expect(await server(total)).toMatchObject({ total: real.rows.length });
      expect(await twin(total)).toMatchObject({ total: real.rows.length });
      expect(await countsOf(twin, query)).toEqual(await countsOf(server, query));
    }
    const counts = await countsOf(server, "");
    expect(counts.total).toBe(rows.length);
    expect(counts.byStatus.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
    expect(await countsOf(twin, "")).toEqual(counts);
  });

  it("export the same file, of all that fit and in the order asked for", async () => {
    const { server, exports } = await twins(await fresh());
    // over several pages of the server's own reading
    for (const query of ["sort=-status-since", "filter[status]=approved&sort=reference-id"]) {
      const { rows } = await leafThrough(server, query, 100);
      const [real, simulated] = (await exports(`/desk/v1/inquiries.csv?${query}`)).map(cellsOf);
      expect(real?.slice(1).map(([id]) => id)).toEqual(rows.map(({ inquiryId }) => inquiryId));
      // what only a look at each inquiry tells, and is not told of those that nobody opened
      const unheard = new Set(["checksPassed", "checksFailed", "checksNotApplicable", "hasMatch"]);
      const heard = (lines: string[][] | undefined) => lines?.map((line) => line.filter((_cell, at) => !unheard.has(lines[0]?.[at] ?? "")));
      expect(heard(simulated)).toEqual(heard(real));
    }
  });
});

/** The cells of a file of which none holds a line break. */
const cellsOf = (file: string | undefined) =>
  (file ?? "")
    .trimEnd()
    .split("\r\n")
    .map((line) => line.split(","));

/** Counts of a desk; those that are the same have no order. */
async function countsOf(ask: (path: string) => Promise<unknown>, query: string) {
  const counts = (await ask(`/desk/v1/inquiries/counts?${query}`)) as InquiryCounts;
  const sorted = <Line extends object>(lines: Line[]) => lines.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
  const { total, inReview } = counts;
  return { total, inReview, byStatus: sorted(counts.byStatus), byTemplate: sorted(counts.byTemplate) };
}
