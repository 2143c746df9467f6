import { expect, it } from "vitest";
import type { IndexedInquiryList, InquiryCounts, InquiryTotals } from "@/api/generated/desk/types.gen";
import type { Database } from "@server/db/database";
import { createInquiryStates } from "@server/persona/inquiry-states";
import type { InquiryObservation } from "@server/persona/inquiry-observation";
import { deskClient, person } from "@test/server/support/desk-client";
import { describeOnEachDatabase } from "@test/server/support/databases";
import { inquiryRoutes } from "./inquiry-routes";

const hour = 60 * 60_000;
const at = Date.parse("2026-03-02T09:00:00.000Z");
const iso = (ms: number) => new Date(ms).toISOString();

function desk(db: Database) {
  const now = () => at;
  const states = createInquiryStates({ db, now });
  const sla = { key: "sla", value: { reviewHours: 8, warnHours: 2 }, version: 1, changedBy: null, changedAt: null } as const;
  const call = deskClient(
    inquiryRoutes({ db, settings: { all: async () => [{ ...sla, value: { ...sla.value } }] }, now }),
    person("sam", "support"),
  );
  return {
    told: (name: string, more: Partial<InquiryObservation> = {}) =>
      states.note({
        inquiryId: `inq_${name}`,
        referenceId: `Usr-${name}`,
        inquiryTemplateId: "itmpl_1",
        accountId: `act_${name}`,
        status: "needs_review",
        redacted: false,
        createdAt: at - 48 * hour,
        updatedAt: at,
        source: "webhook",
        observedAt: at,
        ...more,
      }),
    list: async (query: string) => (await call("GET", `/desk/v1/inquiries?${query}`)).body as IndexedInquiryList,
    counts: async (query = "") => (await call("GET", `/desk/v1/inquiries/counts?${query}`)).body as InquiryCounts,
    totals: async (filters: readonly object[]) =>
      ((await call("POST", "/desk/v1/inquiries/counts", { filters })).body as InquiryTotals).totals,
    index: async () => (await call("GET", "/desk/v1/index")).body,
    found: async (query: string) =>
      ((await call("GET", `/desk/v1/inquiries?${query}`)).body as IndexedInquiryList).data.map(({ inquiryId }) => inquiryId),
  };
}

const decided = (db: Database, name: string, by: string, reason: string, state: string) =>
  db.query(
    `insert into decisions (id, intent, fingerprint, write_intent, inquiry_id, action, reasons, by, seen, state, is_open, hold_seconds, created_at,
       changed_at) values ($1, $1, 'f', $1, $2, 'decline', $3::text::json, $4::text::json, '{}', $5, false, 5, now(), now())`,
    [`dec_${name}_${by}_${state}`, `inq_${name}`, JSON.stringify([{ id: reason, label: reason }]), JSON.stringify({ id: by }), state],
  );

describeOnEachDatabase("the index of inquiries", (fresh) => {
  it("finds who works on what, who decided what, and why", async () => {
    const db = await fresh();
    const { told, found, counts } = desk(db);
    for (const name of ["anna", "ben", "cora"]) await told(name);
    const claim = (name: string, user: string, until: number) =>
      db.query(
        `insert into claims (inquiry_id, holding, user_id, user_name, user_email_address, claimed_at, expires_at)
         values ($1, 'h', $2, 'n', 'e', $3::timestamptz, $3::timestamptz)`,
        [`inq_${name}`, user, iso(until)],
      );
    await claim("anna", "user_1", at + 1);
    await claim("ben", "user_1", at - 1);
    await claim("cora", "user_2", at + 1);
    expect(await found("filter[claimed-by]=user_1")).toEqual(["inq_anna"]);
    await decided(db, "anna", "user_1", "forged", "confirmed");
    await decided(db, "ben", "user_1", "forged", "stopped");
    await decided(db, "cora", "user_2", "forged", "confirmed");
    expect(await found("filter[decided-by]=user_1")).toEqual(["inq_anna"]);
    expect(await found("filter[reason]=forged&sort=account-id")).toEqual(["inq_anna", "inq_cora"]);
    expect((await counts("filter[reason]=forged&filter[decided-by]=user_2")).total).toBe(1);
  });

  it("finds a status however it is spelled, and keeps it as the contract does", async () => {
    const { told, found } = desk(await fresh());
    await told("anna");
    await told("ben", { status: "approved" });
    for (const spelled of ["Needs Review", "NEEDS_REVIEW", "marked-for-review,expired"]) {
      expect(await found(`filter[status]=${encodeURIComponent(spelled)}`)).toEqual(["inq_anna"]);
    }
    expect(await found("filter[status]=foo")).toEqual([]);
  });

  it("finds matches, and what nobody has told of neither way", async () => {
    const { told, found } = desk(await fresh());
    await told("anna", { findings: { reportMatches: { rep_1: true, rep_2: false } } });
    await told("ben", { findings: { reportMatches: { rep_1: false } } });
    await told("cora");
    expect(await found("filter[matches]=true")).toEqual(["inq_anna"]);
    expect(await found("filter[matches]=false")).toEqual(["inq_ben"]);
  });

  it("holds those in review against the company's service level", async () => {
    const { told, counts } = desk(await fresh());
    const waits = (name: string, hours: number) => told(name, { times: { statusSince: at - hours * hour } });
    await waits("anna", 5.9);
    await waits("ben", 6);
    await waits("cora", 7.9);
    await waits("dora", 8);
    await told("emil");
    await told("fritz", { status: "approved", times: { statusSince: at - 99 * hour }, inquiryTemplateId: null });
    expect(await counts()).toMatchObject({
      total: 6,
      byStatus: [
        { status: "needs_review", count: 5 },
        { status: "approved", count: 1 },
      ],
      byTemplate: [
        { inquiryTemplateId: "itmpl_1", count: 5 },
        { inquiryTemplateId: null, count: 1 },
      ],
      inReview: { inTime: 1, dueSoon: 2, overdue: 1, unknown: 1 },
    });
    expect((await counts("filter[status]=approved")).inReview).toEqual({ inTime: 0, dueSoon: 0, overdue: 0, unknown: 0 });
  });

  it("counts by several filters at once, in their order", async () => {
    const { told, totals } = desk(await fresh());
    for (const name of ["anna", "ben", "cora"]) await told(name);
    await told("dora", { status: "approved" });
    const filters = [{ status: "needs_review" }, {}, { "reference-id": "usr-ben,usr-dora,usr-nobody" }, { status: "declined" }];
    expect(await totals(filters)).toEqual([3, 4, 2, 0]);
  });

  it("says of every answer how fresh it is, and whether it is whole", async () => {
    const db = await fresh();
    const { told, list, index } = desk(db);
    await told("anna");
    expect((await list("total=true")).index).toEqual({ whole: false, sweptAt: null, lastWebhookAt: null });
    await db.query("insert into webhook_events (event_id, name, received_at) values ('evt_1', 'n', $1::timestamptz)", [iso(at - 5)]);
    await db.query("insert into inquiry_rounds (started_at, next_page_at, pages, inquiries, reached_at) values ($1, $1, 2, 200, $1)", [
      iso(at - hour),
    ]);
    expect(await index()).toEqual({
      whole: false,
      sweptAt: null,
      lastWebhookAt: iso(at - 5),
      inquiries: 1,
      round: {
        backfill: true,
        startedAt: iso(at - hour),
        pages: 2,
        inquiries: 200,
        missed: 0,
        reachedAt: iso(at - hour),
        failedAt: null,
      },
    });
    await db.query("update inquiry_rounds set done_at = $1::timestamptz", [iso(at)]);
    expect((await list("")).index).toEqual({ whole: true, sweptAt: iso(at - hour), lastWebhookAt: iso(at - 5) });
    expect(await index()).toMatchObject({ whole: true, round: null });
  });

  it("goes on behind the same place when what it showed has changed meanwhile", async () => {
    const { told, list, found } = desk(await fresh());
    for (const [hours, name] of ["anna", "ben", "cora", "dora"].entries()) await told(name, { updatedAt: at - hours * hour });
    const first = await list("sort=-updated-at&page[size]=2");
    expect(first.data.map(({ inquiryId }) => inquiryId)).toEqual(["inq_anna", "inq_ben"]);
    await told("ben", { updatedAt: at + hour });
    const next = new URL(first.links.next ?? "", "https://desk.example").search.slice(1);
    expect(await found(next)).toEqual(["inq_cora", "inq_dora"]);
  });
});
