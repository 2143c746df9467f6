import { describe, expect, it } from "vitest";
import { inquiryListParams, isFiltered, readInquirySearch, withFilters, withToggled } from "./inquiry-search";
import { undocumentedIn, withoutUnread } from "./unread-parts";
import { localDayEnd, localDayStart } from "@/lib/local-day";

const parse = readInquirySearch;
const inq = `inq_${"a".repeat(28)}`;
const itmpl = `itmpl_${"b".repeat(24)}`;

describe("the address of the inquiries list", () => {
  it.each([
    ["a day that does not exist", { from: "2026-02-31" }, "from"],
    ["a day in words", { to: "yesterday" }, "to"],
    ["a cursor of another kind", { after: "act_123" }, "after"],
    ["a page size that is not offered", { size: "7" }, "size"],
    ["an order that there is not", { sort: "name" }, "sort"],
    ["an age in words", { age: "long" }, "age"],
    ["a reference over several lines", { reference: "a\nb" }, "reference"],
    ["a value that is no text", { status: 7, template: ["itmpl_1"], before: null }, "template"],
    ["a template beside a status that can be none", { status: "<b>", template: "kyc" }, "status,template"],
    ["empty parts", { status: ",", from: "", reference: " " }, undefined],
  ])("reads %s as not there, and names it", (_, search, unread) => {
    const { unread: named, ...read } = parse(search);
    expect(Object.values(read).filter((part) => part !== undefined)).toEqual([]);
    expect(named).toBe(unread);
    // the address as it is written then says the same
    expect(parse({ ...parse(search) }).unread).toBe(unread);
  });

  it("tells a status that nobody has documented, and takes it out with all else that is none", () => {
    const read = parse({ status: "foo,pending,bar", from: "yesterday", to: "2026-03-02", after: "inq_abcdefgh" });
    expect(undocumentedIn(read)).toEqual(["foo", "bar"]);
    expect(withoutUnread(read)).toMatchObject({ status: "pending", to: "2026-03-02", after: undefined, unread: undefined });
    expect(withoutUnread(parse({ status: "foo" })).status).toBeUndefined();
    expect(withoutUnread(parse({ status: "pending", after: "inq_abcdefgh" })).after).toBe("inq_abcdefgh");
  });

  it("drops what it does not know", () => {
    expect(Object.keys(parse({ page: "3", sort: "name" }))).not.toContain("page");
  });

  it("keeps a status nobody has documented", () => {
    expect(parse({ status: "on_hold,pending" }).status).toBe("on_hold,pending");
  });

  it.each([
    ["Approved", "approved", undefined],
    ["needs-review", "needs_review", undefined],
    ["Needs Review", "needs_review", undefined],
    ["needsReview,NEEDS_REVIEW", "needs_review", undefined],
    ["marked_for_review,Marked for review", "needs_review", undefined],
    ["in review", undefined, "in review"],
    ["needs_review,Re-Opened", "needs_review", "Re-Opened"],
    ["<script>", undefined, "status"],
  ])("keeps of the statuses %s what is known, and names the rest", (status, kept, unread) => {
    expect(parse({ status })).toMatchObject({ status: kept, unread });
    // the address as it is written then says the same
    expect(parse({ ...parse({ status }) })).toMatchObject({ status: kept, unread });
    expect(withFilters(parse({ status }), {}).unread).toBeUndefined();
  });

  it.each([
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl",
    "persona_sandbox_0a1b2c3d4e5f",
    "https://x.withpersona.com/verify?session-token=abc123",
    "session-token%3Dabc123",
    "https://withpersona.com/verify?code=us1-AbCdEf",
    "https://go.perso.na/AbCdEf",
    "wbhsec_0a1b2c3d",
  ])("takes the secret %s out and says so without it", (reference) => {
    const read = parse({ reference });
    expect(read).toMatchObject({ reference: undefined, unread: "reference ID" });
    expect(JSON.stringify(read)).not.toContain(reference);
  });

  it("becomes the filters of the API", () => {
    const search = parse({ status: "pending,expired,pending", template: itmpl, reference: " user-1 ", after: inq, size: "100" });
    expect(inquiryListParams(search)).toMatchObject({
      statuses: ["pending", "expired"],
      templateIds: [itmpl],
      createdAtStart: undefined,
      createdAtEnd: undefined,
      referenceIds: ["user-1"],
      after: inq,
      before: undefined,
      size: 100,
    });
  });

  it("counts an age from the hour, so that a list is not asked for anew with every minute", () => {
    const at = (time: string) => inquiryListParams(parse({ age: "3" }), Date.parse(time)).statusSinceEnd;
    expect(at("2026-03-05T10:59:00Z")).toBe("2026-03-02T10:00:00.000Z");
    expect(at("2026-03-05T10:01:00Z")).toBe(at("2026-03-05T10:59:00Z"));
  });

  it("asks for what only the index knows", () => {
    const search = parse({ "decided-to": "2025-11-29", "decided-by": "user_1", matches: "no", tag: "vip", sort: "decisioned-at" });
    expect(inquiryListParams(search)).toMatchObject({
      decisionedAtEnd: localDayEnd("2025-11-29"),
      decidedBy: "user_1",
      hasMatch: false,
      tags: ["vip"],
      sort: "decisioned-at",
    });
  });

  it("never asks for two cursors at once", () => {
    expect(inquiryListParams(parse({ after: inq, before: inq }))).toMatchObject({ after: inq, before: undefined });
  });

  it("counts both days in, from the first to the last instant of the reader's own zone", () => {
    const params = inquiryListParams(parse({ from: "2026-03-02", to: "2026-03-02" }));
    const [start, end] = [new Date(params.createdAtStart ?? ""), new Date(params.createdAtEnd ?? "")];
    expect([start.getDate(), start.getHours(), start.getMinutes()]).toEqual([2, 0, 0]);
    expect([end.getDate(), end.getHours(), end.getMinutes(), end.getMilliseconds()]).toEqual([2, 23, 59, 999]);
  });
});

describe("changing a filter", () => {
  it("drops the cursor, which belongs to the list as it was", () => {
    expect(withFilters(parse({ after: inq, size: "25" }), { reference: "x" })).toMatchObject({
      after: undefined,
      reference: "x",
      size: "25",
    });
  });

  it("adds and takes out one value of a list", () => {
    const one = withToggled(parse({ status: "pending" }), "status", "expired");
    expect(one.status).toBe("pending,expired");
    expect(withToggled(withToggled(one, "status", "pending"), "status", "expired").status).toBeUndefined();
  });

  it("is told apart from turning a page", () => {
    expect(isFiltered(parse({ after: inq, size: "25" }))).toBe(false);
    expect(isFiltered(parse({ from: "2026-03-02" }))).toBe(true);
  });
});

describe("a local day", () => {
  it("begins and ends a millisecond less than a day apart, daylight saving aside", () => {
    const span = Date.parse(localDayEnd("2026-01-15") ?? "") - Date.parse(localDayStart("2026-01-15") ?? "");
    expect(span).toBe(24 * 3_600_000 - 1);
  });

  it.each(["2026-13-01", "2026-02-30", "26-01-01", "2026-1-1", ""])("does not exist: %j", (day) => {
    expect(localDayStart(day)).toBeUndefined();
  });
});
