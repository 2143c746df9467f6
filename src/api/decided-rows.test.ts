import { describe, expect, test } from "vitest";
import { showDecidedRow } from "./decided-rows";
import { createQueryClient } from "./query-client";
import { keys } from "./query-keys";

const inReview = keys.inquiries({ statuses: ["needs_review"] });

function lists(status = "needs_review") {
  const queryClient = createQueryClient();
  const [one, other] = [
    { id: "inq_1", status },
    { id: "inq_2", status: "needs_review" },
  ];
  queryClient.setQueryData(inReview, { inquiries: [one, other], next: null }, { updatedAt: 1_000 });
  queryClient.setQueryData(keys.inquiries({ accountId: "act_2" }), { inquiries: [other], next: null }, { updatedAt: 1_000 });
  const rows = () => queryClient.getQueryData<{ inquiries: { id: string; status: string }[] }>(inReview)?.inquiries;
  return { queryClient, rows, hear: (name: string | undefined) => showDecidedRow(queryClient, change(name)) };
}

const change = (name: string | undefined) => ({ type: "inquiry", id: "inq_1", related: [], ...(name !== undefined && { name }) });

describe("what a colleague decided", () => {
  test.each([
    ["inquiry.approved", "needs_review", "approved"],
    ["inquiry.declined", "completed", "declined"],
    ["inquiry.marked-for-review", "completed", "needs_review"],
    ["inquiry.declined", "approved", "declined"],
    // told late
    ["inquiry.marked-for-review", "approved", "approved"],
    ["inquiry.completed", "approved", "approved"],
    [undefined, "needs_review", "needs_review"],
  ])("%s on a row that is %s: %s", (name, before, after) => {
    const { rows, hear } = lists(before);
    hear(name);
    expect(rows()).toEqual([
      { id: "inq_1", status: after },
      { id: "inq_2", status: "needs_review" },
    ]);
  });

  test("makes the list no younger than it is, nor one that was to be read again", async () => {
    const { queryClient, hear } = lists();
    await queryClient.invalidateQueries({ queryKey: inReview });
    hear("inquiry.approved");
    expect(queryClient.getQueryState(inReview)).toMatchObject({ dataUpdatedAt: 1_000, isInvalidated: true });
  });

  test("leaves lists alone that don't show it", () => {
    const { queryClient, hear } = lists();
    const before = queryClient.getQueryData(keys.inquiries({ accountId: "act_2" }));
    hear("inquiry.approved");
    expect(queryClient.getQueryData(keys.inquiries({ accountId: "act_2" }))).toBe(before);
  });
});
