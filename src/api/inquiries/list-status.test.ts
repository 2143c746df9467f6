import { describe, expect, it } from "vitest";
import { inquiryGaps } from "../generated/persona/gaps.gen";
import type { InquiryModel } from "../models";
import { listedInquiry, showStatusInLists } from "./list-status";
import { createQueryClient } from "../query-client";
import { keys } from "../query-keys";

const inReview = keys.inquiries({ statuses: ["needs_review"] });
const at = (minute: number) => `2026-03-02T09:0${minute}:00.000Z`;
const before = "2026-01-05T09:00:00.000Z";
const other = { id: "inq_2", status: "needs_review", updatedAt: at(1) };

const bare: InquiryModel = {
  type: "inquiry",
  id: "inq_1",
  ...inquiryGaps.attributes,
  links: inquiryGaps.links,
};

function lists(row: Partial<InquiryModel> = { status: "needs_review", updatedAt: at(2) }) {
  const queryClient = createQueryClient();
  queryClient.setQueryData(inReview, { inquiries: [{ ...bare, ...row }, other], next: null }, { updatedAt: 1_000 });
  queryClient.setQueryData(keys.inquiries({ accountId: "act_2" }), { inquiries: [other], next: null }, { updatedAt: 1_000 });
  const rows = () => queryClient.getQueryData<{ inquiries: { id: string; status: string }[] }>(inReview)?.inquiries;
  const hear = (change: { status?: string; updatedAt?: string }) =>
    showStatusInLists(queryClient, {
      type: "inquiry",
      id: "inq_1",
      related: [],
      ...change,
    });
  return { queryClient, rows, hear };
}

describe("what has become of an inquiry", () => {
  it.each([
    ["later", { status: "approved", updatedAt: at(3) }, { status: "approved", updatedAt: at(3) }],
    ["earlier, told late", { status: "pending", updatedAt: at(1) }, { status: "needs_review", updatedAt: at(2) }],
    ["with the same time", { status: "pending", updatedAt: at(2) }, { status: "needs_review", updatedAt: at(2) }],
    ["without a time", { status: "approved" }, { status: "needs_review", updatedAt: at(2) }],
    ["without a status", { updatedAt: at(3) }, { status: "needs_review", updatedAt: at(2) }],
    ["with a time that is none", { status: "approved", updatedAt: "soon" }, { status: "needs_review", updatedAt: at(2) }],
  ])("%s", (_, change, expected) => {
    const { rows, hear } = lists();
    hear(change);
    expect(rows()).toEqual([{ ...bare, ...expected }, other]);
  });

  it("is shown on a row that has no time", () => {
    const { rows, hear } = lists({ status: "needs_review", updatedAt: "" });
    hear({ status: "declined", updatedAt: at(1) });
    expect(rows()?.[0]).toMatchObject({ status: "declined" });
  });

  it("makes the list no younger than it is, nor one that was to be read again", async () => {
    const { queryClient, hear } = lists();
    await queryClient.invalidateQueries({ queryKey: inReview });
    hear({ status: "approved", updatedAt: at(3) });
    expect(queryClient.getQueryState(inReview)).toMatchObject({
      dataUpdatedAt: 1_000,
      isInvalidated: true,
    });
  });

  it("leaves lists alone that don't show it", () => {
    const { queryClient, hear } = lists();
    const before = queryClient.getQueryData(keys.inquiries({ accountId: "act_2" }));
    hear({ status: "approved", updatedAt: at(3) });
    expect(queryClient.getQueryData(keys.inquiries({ accountId: "act_2" }))).toBe(before);
  });

  it.each([
    ["declined after it was approved", { status: "approved", decisionedAt: before }, "declined", { decisionedAt: null }],
    ["marked for review once more", { status: "approved", markedForReviewAt: before }, "needs_review", { markedForReviewAt: null }],
    ["expired once more", { status: "pending", expiredAt: before }, "expired", { expiredAt: null }],
    ["resumed", { status: "expired", startedAt: before, expiresAt: before }, "pending", { startedAt: before, expiresAt: null }],
    ["begun", { status: "created", expiresAt: at(9) }, "pending", { expiresAt: at(9) }],
    ["decided after its review", { status: "needs_review", markedForReviewAt: before }, "approved", { markedForReviewAt: before }],
  ])("takes no time of the former status along: %s", (_, row, status, expected) => {
    const { rows, hear } = lists({ updatedAt: at(2), ...row });
    hear({ status, updatedAt: at(3) });
    expect(rows()?.[0]).toMatchObject({ status, ...expected });
  });

  it("does not say that whoever decided before has decided again", () => {
    const links = {
      ...bare.links,
      reviewer: { type: "workflow", id: "wfl_1" },
    };
    const { rows, hear } = lists({
      status: "declined",
      updatedAt: at(2),
      links,
    });
    hear({ status: "approved", updatedAt: at(3) });
    expect(rows()?.[0]).toMatchObject({ links: { reviewer: null } });
  });
});

describe("of an inquiry that several lists show", () => {
  it.each([
    ["the one that changed last, whichever list was read last", [at(2), 1_000], [at(1), 2_000], "first"],
    ["the one that was read last, where both changed then", [at(1), 1_000], [at(1), 2_000], "second"],
    ["the one that was read last, where none has a time", ["", 2_000], ["", 1_000], "first"],
  ] as const)("%s", (_, [oneChanged, oneRead], [otherChanged, otherRead], expected) => {
    const queryClient = createQueryClient();
    const row = (tags: string, updatedAt: string) => ({
      inquiries: [other, { ...bare, tags: [tags], updatedAt }],
    });
    queryClient.setQueryData(inReview, row("first", oneChanged), {
      updatedAt: oneRead,
    });
    queryClient.setQueryData(keys.inquiries({ accountId: "act_1" }), row("second", otherChanged), { updatedAt: otherRead });
    expect(listedInquiry(queryClient, "inq_1")?.tags).toEqual([expected]);
  });

  it("is none where no list shows it", () => {
    expect(listedInquiry(lists().queryClient, "inq_3")).toBeUndefined();
  });
});
