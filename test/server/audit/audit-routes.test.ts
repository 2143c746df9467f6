import { expect, it } from "vitest";
import type { AuditEntryList } from "@/api/generated/desk/types.gen";
import { roles } from "@/domain/viewer";
import type { Database } from "@server/db/database";
import type { AuditInput } from "@server/audit/audit-entry";
import { DatabaseUnavailable } from "@server/db/unavailable";
import { createAuditLog } from "@server/audit/audit-log";
import { auditRoutes } from "@server/audit/audit-routes";
import { deskClient, detailsOf, person, recordedPushes } from "@test/server/support/desk-client";
import { describeOnEachDatabase } from "@test/server/support/databases";

const start = Date.parse("2026-03-02T09:00:00.000Z");
const lead = person("lena", "lead");
const reviewer = person("rita", "reviewer");
const path = "/desk/v1/audit-entries";

/** A log whose entries are a minute apart. */
function desk(db: Database) {
  let minutes = -1;
  const audit = createAuditLog({ db, now: () => start + (minutes += 1) * 60_000, pushes: recordedPushes() });
  const as = (who = lead) => deskClient(auditRoutes({ audit, now: () => start }), who);
  const list = async (query: string, who = lead) => {
    const { status, body } = await as(who)("GET", `${path}${query}`);
    expect(status).toBe(200);
    // status 200 was held against the contract
    return body as AuditEntryList;
  };
  return { audit, as, list, actions: async (query: string, who = lead) => (await list(query, who)).data.map((entry) => entry.action) };
}

const entry = (action: string, more: Partial<AuditInput> = {}): AuditInput => ({
  action,
  outcome: "done",
  actor: { type: "person", id: "user-rita", name: "rita" },
  subject: { type: "inquiry", id: "inq_1" },
  ...more,
});

/** One entry that fits, and for every filter one that must disappear. */
async function six(audit: ReturnType<typeof desk>["audit"]) {
  await audit.append(entry("too-early"));
  await audit.append(entry("fits"));
  await audit.append(entry("refused", { outcome: "refused" }));
  await audit.append(entry("of-another", { actor: { type: "person", id: "user-lena", name: "lena" } }));
  await audit.append(entry("about-another", { subject: { type: "inquiry", id: "inq_2" } }));
  await audit.append(entry("about-nothing", { subject: null }));
}

describeOnEachDatabase("the audit log over HTTP", (fresh) => {
  it.each([
    [path, { action: "reveal-pii", subject: { type: "inquiry", id: "inq_1" } }, "What is not recorded stays hidden."],
    [`${path}/export`, undefined, "Nothing was exported."],
  ])("%s hands out nothing while the log can't be written", async (target, sent, instead) => {
    const { audit, list } = desk(await fresh());
    await audit.append(entry("before"));
    const as = deskClient(auditRoutes({ audit: { ...audit, canAppend: () => Promise.resolve(false) }, now: () => start }), lead);
    const { status, body } = await as("POST", target, sent);
    expect([status, body]).toEqual([503, { errors: [{ title: "The audit log can't be written", details: instead }] }]);
    expect((await list("")).data).toHaveLength(1);
  });

  it.each([
    [path, { action: "reveal-pii", subject: { type: "inquiry", id: "inq_1" } }],
    [`${path}/export`, undefined],
  ])("%s hands out nothing where the log takes entries, but not this one", async (target, sent) => {
    const { audit, list } = desk(await fresh());
    await audit.append(entry("before"));
    const fails = () => Promise.reject(new DatabaseUnavailable("takes-no-changes", new Error("read-only")));
    const as = deskClient(auditRoutes({ audit: { ...audit, append: fails, record: fails }, now: () => start }), lead);
    const { status, body } = await as("POST", target, sent);
    expect([status, JSON.stringify(body).includes("before")]).toEqual([503, false]);
    expect((await list("")).data).toHaveLength(1);
  });

  it.each([
    ["", ["retrieve-an-account", "fits", "retrieve-an-inquiry"]],
    ["?filter[openings]=only", ["retrieve-an-account", "retrieve-an-inquiry"]],
    ["?filter[openings]=without", ["fits"]],
    ["?filter[openings]=without&filter[action]=retrieve-an-inquiry", []],
  ])("%s tells openings from the rest", async (query, expected) => {
    const { audit, actions } = desk(await fresh());
    for (const action of ["retrieve-an-inquiry", "fits", "retrieve-an-account"]) await audit.append(entry(action));
    expect(await actions(query)).toEqual(expected);
  });

  it.each([
    ["", ["about-nothing", "about-another", "of-another", "refused", "fits", "too-early"]],
    ["?filter[actor-id]=user-rita", ["about-nothing", "about-another", "refused", "fits", "too-early"]],
    ["?filter[action]=fits", ["fits"]],
    ["?filter[action]=fits,refused,nothing", ["refused", "fits"]],
    ["?filter[outcome]=refused", ["refused"]],
    ["?filter[subject-id]=inq_1", ["of-another", "refused", "fits", "too-early"]],
    ["?filter[created-at-start]=2026-03-02T09:04:00Z", ["about-nothing", "about-another"]],
    ["?filter[created-at-end]=2026-03-02T09:01:00Z", ["too-early"]],
    ["?filter[created-at-start]=2026-03-02T10:01:00%2B01:00&filter[created-at-end]=2026-03-02T09:02:00.000Z", ["fits"]],
    ["?filter[actor-id]=user-rita&filter[outcome]=done&filter[subject-id]=inq_1&filter[created-at-start]=2026-03-02T09:01:00Z", ["fits"]],
    ["?filter[actor-id]=nobody", []],
  ])("filters by %j", async (query, expected) => {
    const { audit, actions } = desk(await fresh());
    await six(audit);
    expect(await actions(query)).toEqual(expected);
  });

  it("shows leads, auditors and admins everything, others what they did themselves", async () => {
    const { audit, actions } = desk(await fresh());
    await audit.append(entry("by-rita"));
    await audit.append(entry("by-lena", { actor: { type: "person", id: "user-lena", name: "lena" } }));
    await audit.append(entry("by-a-partner", { actor: { type: "partner", id: "user-rita", name: "of the same ID" } }));
    for (const role of roles) {
      const seen = await actions("", { ...reviewer, role });
      expect(seen, role).toEqual(["lead", "auditor", "admin"].includes(role) ? ["by-a-partner", "by-lena", "by-rita"] : ["by-rita"]);
    }
    expect(await actions("?filter[actor-id]=user-lena", reviewer)).toEqual([]);
    expect(await actions("", person("nora", "support"))).toEqual([]);
  });

  it("turns pages without losing or repeating an entry, while others are written", async () => {
    const { audit, list } = desk(await fresh());
    await six(audit);
    const first = await list("?filter[actor-id]=user-rita&page[size]=2");
    await audit.append(entry("meanwhile"));
    const second = await list((first.links.next ?? "").slice(path.length));
    const third = await list((second.links.next ?? "").slice(path.length));
    expect([first, second, third].flatMap(({ data }) => data.map(({ action }) => action))).toEqual([
      "about-nothing",
      "about-another",
      "refused",
      "fits",
      "too-early",
    ]);
    expect(third.links.next).toBeNull();
  });

  it.each([
    ["?filter[created-at-start]=yesterday", "filter.created-at-start"],
    ["?filter[outcome]=odd", "filter.outcome"],
    ["?filter[reference-id]=x", "filter"],
    ["?page[size]=0", "page.size"],
    ["?page[size]=101", "page.size"],
    ["?page[size]=1e1", "page.size"],
    ["?page[after]=aud_1", "page.after"],
    ["?page[before]=aud_1", "page.before"],
    ["?page[after]=2&page[before]=1", "page.before"],
    ["?page[after]=1;drop table audit_entries", "page.after"],
    ["?page[size]=1&page[size]=2", "twice"],
    ["?filter=x", "filter"],
    ["?filter[subject-id]=a%00b", "character"],
    ["?other=1", "other"],
  ])("refuses %j and names it", async (query, field) => {
    const { as } = desk(await fresh());
    const answer = await as()("GET", `${path}${query}`);
    expect(answer.status).toBe(400);
    expect(detailsOf(answer)).toContain(field);
  });

  it("records what the browser shows and exports", async () => {
    const { as, list } = desk(await fresh());
    const body = {
      action: "reveal-pii",
      subject: { type: "inquiry", id: "inq_1" },
      details: { fields: "name-first,birthdate", panel: "fields" },
    };
    const { status, body: recorded } = await as(reviewer)("POST", path, body);
    expect(status).toBe(201);
    expect(recorded).toMatchObject({ ...body, outcome: "done", requestId: "dr_test", actor: { id: "user-rita", role: "reviewer" } });
    await as(reviewer)("POST", path, { action: "export", subject: null, details: { screen: "inquiries", rows: 12, format: "csv" } });
    expect((await list("")).data.map(({ action, details }) => [action, details])).toEqual([
      ["export", { format: "csv", rows: 12, screen: "inquiries" }],
      ["reveal-pii", { fields: "name-first,birthdate", panel: "fields" }],
    ]);
  });

  it.each([
    ["an action of the server's own", { action: "approve-an-inquiry", subject: null }, "action"],
    ["no subject", { action: "export" }, "subject"],
    ["a subject that is no ID", { action: "export", subject: { type: "account", id: "ada@example.com" } }, "subject.id"],
    ["an unknown detail", { action: "export", subject: null, details: { name: "Ada" } }, "details"],
    ["a date of birth", { action: "reveal-pii", subject: null, details: { fields: "born 1990" } }, "details.fields"],
    ["an e-mail address", { action: "reveal-pii", subject: null, details: { panel: "ada@example.com" } }, "details.panel"],
    ["a long text", { action: "reveal-pii", subject: null, details: { screen: "x".repeat(81) } }, "details.screen"],
    ["a list", { action: "export", subject: null, details: { fields: ["name-first"] } }, "details.fields"],
    ["NUL", { action: "export", subject: null, details: { fields: "a\u0000" } }, "character"],
    ["half a surrogate pair", { action: "export", subject: null, details: { fields: "a\uD800" } }, "character"],
    ["an actor", { action: "export", subject: null, actor: { id: "user-lena" } }, "actor"],
  ])("does not record %s", async (_, body, field) => {
    const { as, list } = desk(await fresh());
    const answer = await as(reviewer)("POST", path, body);
    expect(answer.status).toBe(400);
    expect(detailsOf(answer)).toContain(field);
    expect((await list("")).data).toEqual([]);
  });

  it("says in the answer and in the log when an export leaves out older entries", async () => {
    const { audit, list } = desk(await fresh());
    await six(audit);
    const as = deskClient(auditRoutes({ audit, now: () => start, exportLimit: 2 }), lead);
    const rowsOf = async (query: string) => {
      const { headers, body } = await as("POST", `${path}/export${query}`);
      const lines = String(body).split("\r\n").length - 2;
      return [headers.get("desk-rows"), headers.get("desk-rows-total"), lines];
    };
    expect(await rowsOf("?filter[subject-id]=inq_2")).toEqual(["1", "1", 1]);
    expect((await list("?page[size]=1")).data[0]?.details).toEqual({ format: "csv", rows: 1, screen: "audit" });
    expect(await rowsOf("?filter[subject-id]=inq_1")).toEqual(["2", "4", 2]);
    expect((await list("?page[size]=1")).data[0]?.details).toEqual({ format: "csv", rows: 2, screen: "audit", total: 4 });
  });

  it("exports what the filter and the role leave, and says so in the log", async () => {
    const { audit, as, list } = desk(await fresh());
    await six(audit);
    await audit.append(entry("fits", { reason: '=1+1, "quoted"\r\nnext line' }));
    const answer = await as(reviewer)("POST", `${path}/export?filter[action]=fits,of-another`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="audit-2026-03-02.csv"');
    const text = String(answer.body);
    expect(text).toContain('"\'=1+1, ""quoted""\r\nnext line"');
    expect(text).not.toContain("of-another");
    expect(text.split("\r\n").map((line) => line.split(",")[0])).toEqual(["position", "7", 'next line"', "2", ""]);
    const { data } = await list("?page[size]=1");
    expect(data[0]).toMatchObject({ action: "export", actor: { id: "user-rita" }, details: { format: "csv", rows: 2, screen: "audit" } });
  });
});
