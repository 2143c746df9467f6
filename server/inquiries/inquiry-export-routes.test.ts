import { expect, it } from "vitest";
import { createAuditLog } from "@server/audit/audit-log";
import type { Database } from "@server/db/database";
import { createInquiryStates } from "@server/persona/inquiry-states";
import { deskClient, detailsOf, person, recordedPushes } from "@test/server/support/desk-client";
import { describeOnEachDatabase } from "@test/server/support/databases";
import { inquiryExportRoutes } from "./inquiry-export-routes";

const at = Date.parse("2026-03-02T09:00:00.000Z");
const web = { "desk-client": "web" };

async function desk(db: Database, { isWhole = true, exportLimit }: { isWhole?: boolean; exportLimit?: number } = {}) {
  const now = () => at;
  const audit = createAuditLog({ db, now, pushes: recordedPushes() });
  const states = createInquiryStates({ db, now });
  const tell = (name: string, referenceId: string | null, minute: number) =>
    states.note({
      inquiryId: `inq_${name}`,
      referenceId,
      inquiryTemplateId: "itmpl_1",
      accountId: `act_${name}`,
      status: "needs_review",
      redacted: false,
      createdAt: at - minute * 60_000,
      updatedAt: at,
      source: "webhook",
      observedAt: at,
      details: { tags: ["=1+1", "vip"] },
    });
  if (isWhole) await db.query("insert into inquiry_rounds (started_at, next_page_at, done_at) values (now(), now(), now())");
  const routes = (log: Pick<typeof audit, "append" | "refuse" | "canAppend">) =>
    inquiryExportRoutes({ db, audit: log, now, ...(exportLimit !== undefined && { exportLimit }) });
  const client = (log: Parameters<typeof routes>[0] = audit, who = person("lena", "lead")) => deskClient(routes(log), who);
  return {
    tell,
    audit,
    client,
    get: (query = "", headers: Readonly<Record<string, string>> = web) =>
      client()("GET", `/desk/v1/inquiries.csv${query}`, undefined, headers),
    entries: () => audit.list({}, { limit: 10 }),
  };
}

/** What stands under a header, line by line. */
function column(file: unknown, header: string): string[] {
  const [head, ...lines] = String(file)
    .replace(/^\uFEFF/, "")
    .trimEnd()
    .split("\r\n")
    .map((line) => line.split(","));
  return lines.map((line) => line[head?.indexOf(header) ?? -1] ?? "");
}

describeOnEachDatabase("the list of inquiries as a file", (fresh) => {
  it("holds all that fit in the order asked for, however many pages that is, each once", async () => {
    const db = await fresh();
    const { tell, get, entries } = await desk(db);
    for (let number = 0; number < 3; number += 1) await tell(`odd${number}`, null, -number);
    await db.query(
      `insert into inquiry_states (inquiry_id, status, redacted, persona_updated_at, source, told_at, observed_at, created_at)
       select 'inq_' || n, 'approved', false, now(), 'read', now(), now(), to_timestamp(1772442000 - n) from generate_series(1, 1203) n`,
    );
    const { body, headers } = await get("?filter[status]=approved&sort=created-at");
    const ids = column(body, "inquiryId");
    expect(ids).toEqual(Array.from({ length: 1_203 }, (_, index) => `inq_${1_203 - index}`));
    expect([headers.get("desk-rows"), headers.get("desk-rows-total")]).toEqual(["1203", "1203"]);
    expect(headers.get("content-disposition")).toBe('attachment; filename="inquiries-2026-03-02.csv"');
    expect((await entries())[0]).toMatchObject({
      action: "export",
      actor: { id: "user-lena" },
      details: { screen: "inquiries", format: "csv", rows: 1_203, filter: "status: approved" },
    });
  });

  it("leaves out what looks like a person's own data, and holds nothing that a spreadsheet would run", async () => {
    const { tell, get } = await desk(await fresh());
    await tell("anna", "anna@example.com", 1);
    await tell("ben", "usr_2", 2);
    await tell("cora", "Cora Lindqvist", 3);
    const { body } = await get();
    expect(column(body, "referenceId")).toEqual(["", "usr_2", ""]);
    expect(column(body, "referenceIdLeftOut")).toEqual(["e-mail address", "", "name"]);
    expect(column(body, "tags")[0]).toBe("'=1+1 | vip");
    expect(String(body)).not.toMatch(/anna@|Lindqvist/);
  });

  it("says in the answer and in the log how many it leaves out where there are too many", async () => {
    const { tell, get, entries } = await desk(await fresh(), { exportLimit: 2 });
    for (const [minute, name] of ["anna", "ben", "cora"].entries()) await tell(name, null, minute);
    const { body, headers } = await get();
    expect(column(body, "inquiryId")).toEqual(["inq_anna", "inq_ben"]);
    expect([headers.get("desk-rows"), headers.get("desk-rows-total")]).toEqual(["2", "3"]);
    expect((await entries())[0]?.details).toEqual({ screen: "inquiries", format: "csv", rows: 2, total: 3 });
  });

  it("is not there, and not recorded, before the index is whole", async () => {
    const { tell, get, entries } = await desk(await fresh(), { isWhole: false });
    await tell("anna", null, 1);
    const { status, body } = await get();
    expect([status, body]).toMatchObject([409, { index: { whole: false } }]);
    expect(await entries()).toEqual([]);
  });

  it("is not there for an address that somebody merely opened", async () => {
    const { get, entries } = await desk(await fresh());
    expect((await get("", {})).status).toBe(403);
    expect(await entries()).toEqual([]);
  });

  it("is not there for support, and the attempt is in the log", async () => {
    const { client, audit, entries } = await desk(await fresh());
    const answer = await client(audit, person("sam", "support"))("GET", "/desk/v1/inquiries.csv", undefined, web);
    expect([answer.status, detailsOf(answer)]).toEqual([403, "Your role (Support) can't export the list of inquiries."]);
    expect((await entries())[0]).toMatchObject({ action: "export", outcome: "refused", actor: { id: "user-sam" } });
  });

  it("is not there while the log can't be written", async () => {
    const { client, audit } = await desk(await fresh());
    const broken = client({ ...audit, canAppend: () => Promise.resolve(false) });
    const answer = await broken("GET", "/desk/v1/inquiries.csv", undefined, web);
    expect([answer.status, detailsOf(answer)]).toEqual([503, "Nothing was exported."]);
  });
});
