import { expect, it } from "vitest";
import { createQueryClient } from "./query-client";
import { invalidate, keys } from "./query-keys";

it("marks details and lists of the named kinds as old, and nothing else", async () => {
  const queryClient = createQueryClient();
  const [detail, list, session] = [
    keys.inquiry("inq_1", { include: "account" }),
    keys.inquiries({ status: "pending" }),
    keys.inquirySessions(),
  ];
  for (const key of [detail, list, session, keys.account("act_1")]) queryClient.setQueryData(key, {});

  await invalidate(queryClient, "inquiry", "event");

  const isOld = (key: readonly unknown[]) => queryClient.getQueryState(key)?.isInvalidated;
  expect([detail, list, session, keys.account("act_1")].map(isOld)).toEqual([true, true, false, false]);
});

it("tells pages of one list apart", () => {
  expect(keys.inquiries({ page: "a" })).not.toEqual(keys.inquiries({ page: "b" }));
});
