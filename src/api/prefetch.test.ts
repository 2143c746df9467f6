import { expect, it, vi } from "vitest";
import { prefetch } from "./prefetch";
import { createQueryClient } from "./query-client";

const queryKey = ["account"];

it("keeps what it was answered, and asks no second time while that is fresh", async () => {
  const queryClient = createQueryClient();
  const queryFn = vi.fn<() => string>(() => "Ada");
  await prefetch(queryClient, { queryKey, queryFn });
  await prefetch(queryClient, { queryKey, queryFn });
  expect(queryClient.getQueryData(queryKey)).toBe("Ada");
  expect(queryFn).toHaveBeenCalledOnce();
});

it("leaves a failure to the page that reads the same query", async () => {
  const queryClient = createQueryClient();
  const refused = new Error("refused");
  await prefetch(queryClient, { queryKey, queryFn: () => Promise.reject(refused) });
  expect(queryClient.getQueryState(queryKey)).toMatchObject({ status: "error", error: refused });
});
