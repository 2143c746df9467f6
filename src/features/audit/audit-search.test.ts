import { describe, expect, it } from "vitest";
import { auditPageParams, isAuditFiltered, noAuditFilters, readAuditSearch, withAuditFilters } from "./audit-search";

const read = readAuditSearch;
const parts = (search: ReturnType<typeof read>) => Object.values(search).filter((part) => part !== undefined);

describe("the address of the audit page", () => {
  it.each([
    ["a log that is none", { log: "both" }],
    ["an action that cannot be one", { action: "DROP TABLE" }],
    ["a person's name", { who: "Ruth Castellan" }],
    ["a day that does not exist", { from: "2026-02-31" }],
    ["a subject with a slash", { subject: "../../etc" }],
    ["values that are no texts", { outcome: 1, after: null, entry: ["a"] }],
  ])("reads %s as not there", (_, search) => expect(parts(read(search))).toEqual([]));

  it("keeps an action and an outcome nobody knows", () => {
    expect(read({ action: "merge-cases", outcome: "postponed" })).toMatchObject({ action: "merge-cases", outcome: "postponed" });
  });

  it("becomes the filter of the API, with both days counted in", () => {
    const params = auditPageParams(read({ action: "export,reveal-pii,export", from: "2026-03-02", to: "2026-03-02", who: "user_1" }));
    expect(params).toMatchObject({ actorId: "user_1", actions: ["export", "reveal-pii"], outcome: undefined });
    const span = Date.parse(params.createdAtEnd ?? "") - Date.parse(params.createdAtStart ?? "");
    expect(span).toBe(24 * 3_600_000 - 1);
  });

  it("asks for the same page whichever entry is open", () => {
    expect(auditPageParams(read({ who: "user_1", entry: "aud_1" }))).toEqual(auditPageParams(read({ who: "user_1" })));
  });
});

describe("changing a filter", () => {
  it("drops the page and the open entry, which belong to the list as it was", () => {
    const changed = withAuditFilters(read({ after: "c1", entry: "aud_1", outcome: "done", log: "persona" }), { outcome: "failed" });
    expect(changed).toMatchObject({ after: undefined, entry: undefined, outcome: "failed", log: "persona" });
  });

  it("can take all of them away", () => {
    const all = read({ who: "u", action: "export", outcome: "done", subject: "inq_1", from: "2026-03-02", to: "2026-03-03" });
    expect(isAuditFiltered(all)).toBe(true);
    expect(isAuditFiltered(withAuditFilters(all, noAuditFilters))).toBe(false);
  });
});
