import { describe, expect, it } from "vitest";
import { showStatusInLists } from "./list-status";
import { createQueryClient } from "../query-client";
import { keys } from "../query-keys";

const inReview = keys.inquiries({ statuses: ["needs_review"] });
const at = (minute: number) => `2026-03-02T09:0${minute}:00.000Z`;
const other = { id: "inq_2", status: "needs_review", updatedAt: at(1) };

function lists(row: { status: string; updatedAt: string | null } = { status: "needs_review", updatedAt: at(2) }) {
  const queryClient = createQueryClient();
  queryClient.setQueryData(inReview, { inquiries: [{ id: "inq_1", ...row }, other], next: null }, { updatedAt: 1_000 });
  queryClient.setQueryData(keys.inquiries({ accountId: "act_2" }), { inquiries: [other], next: null }, { updatedAt: 1_000 });
  const rows = () => queryClient.getQueryData<{ inquiries: { id: string; status: string }[] }>(inReview)?.inquiries;
  const hear = (change: { status?: string; updatedAt?: string }) =>
    showStatusInLists(queryClient, { type: "inquiry", id: "inq_1", related: [], ...change });
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
    expect(rows()).toEqual([{ id: "inq_1", ...expected }, other]);
  });

  it("is shown on a row that has no time", () => {
    const { rows, hear } = lists({ status: "needs_review", updatedAt: null });
    hear({ status: "declined", updatedAt: at(1) });
    expect(rows()?.[0]).toMatchObject({ status: "declined" });
  });

  it("makes the list no younger than it is, nor one that was to be read again", async () => {
    const { queryClient, hear } = lists();
    await queryClient.invalidateQueries({ queryKey: inReview });
    hear({ status: "approved", updatedAt: at(3) });
    expect(queryClient.getQueryState(inReview)).toMatchObject({ dataUpdatedAt: 1_000, isInvalidated: true });
  });

  it("leaves lists alone that don't show it", () => {
    const { queryClient, hear } = lists();
    const before = queryClient.getQueryData(keys.inquiries({ accountId: "act_2" }));
    hear({ status: "approved", updatedAt: at(3) });
    expect(queryClient.getQueryData(keys.inquiries({ accountId: "act_2" }))).toBe(before);
  });
});
