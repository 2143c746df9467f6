import { type MutationOptions, type QueryClient, type QueryKey, QueryObserver } from "@tanstack/react-query";
import { describe, expect, it, vi } from "vitest";
import { ApiError } from "./errors";
import { createQueryClient } from "./query-client";
import { keys } from "./query-keys";

const failure = (status: number) => new ApiError({ status, title: "t", operation: "POST /x", sent: "yes" });

/** Carries out a write. @returns whether it failed */
const write = (client: QueryClient, options: MutationOptions) =>
  client
    .getMutationCache()
    .build(client, client.defaultMutationOptions(options))
    .execute(undefined)
    .then(
      () => false,
      () => true,
    );

const done = () => Promise.resolve("done");
const failsWith = (status: number) => () => Promise.reject(failure(status));
const isOld = (client: QueryClient, key: QueryKey) => client.getQueryState(key)?.isInvalidated;

/** Something on screen, whose second answer comes when it is let. */
function onScreen(queryKey: QueryKey) {
  const client = createQueryClient();
  let answer: (value: string) => void = () => undefined;
  client.setQueryData(queryKey, "first");
  const queryFn = () => new Promise<string>((resolve) => (answer = resolve));
  new QueryObserver(client, { queryKey, queryFn, staleTime: Number.POSITIVE_INFINITY }).subscribe(() => undefined);
  return { client, answer: () => answer("second"), isRead: () => client.getQueryData(queryKey) === "second" };
}

describe("what a write declares", () => {
  it("marks details and lists of the named kinds as old, and nothing else", async () => {
    const client = createQueryClient();
    const [detail, list, claims, account] = [
      keys.inquiry("inq_1", { include: "account" }),
      keys.inquiries({ status: "pending" }),
      keys.claims(),
      keys.account("act_1"),
    ];
    for (const key of [detail, list, claims, account]) client.setQueryData(key, {});
    await write(client, { mutationFn: done, meta: { invalidates: ["inquiry", "event"] } });
    expect([detail, list, claims, account].map((key) => isOld(client, key))).toEqual([true, true, false, false]);
  });

  it("marks nothing when it failed, unless it says so for that", async () => {
    const client = createQueryClient();
    for (const key of [keys.inquiries(), keys.decisions()]) client.setQueryData(key, []);
    const meta = { invalidates: ["inquiry"], invalidatesOnFailure: ["decision"] } as const;
    expect(await write(client, { mutationFn: failsWith(500), meta })).toBe(true);
    expect([keys.inquiries(), keys.decisions()].map((key) => isOld(client, key))).toEqual([false, true]);
  });

  it("tells a conflict from other failures", async () => {
    const client = createQueryClient();
    for (const key of [keys.claims(), keys.decisions()]) client.setQueryData(key, []);
    const meta = { invalidatesOnConflict: [{ queryKey: keys.claims() }], invalidatesOnFailure: ["decision"] } as const;
    await write(client, { mutationFn: failsWith(409), meta });
    expect([keys.claims(), keys.decisions()].map((key) => isOld(client, key))).toEqual([true, false]);
  });
});

describe("a write counts as over", () => {
  const meta = { invalidates: ["saved-view"] } as const;

  /** What has been seen of a write by the time what it made old is being read, and after that. */
  async function course(options: MutationOptions) {
    const { client, answer, isRead } = onScreen(keys.savedViews());
    const seen: string[] = [];
    const over = write(client, options).then(() => seen.push(isRead() ? "over, and read" : "over"));
    await vi.waitFor(() => expect(client.isFetching()).toBe(1));
    // whatever goes on by itself has gone on by then
    await new Promise((resolve) => setImmediate(resolve));
    seen.push("answered");
    answer();
    await over;
    return seen;
  }

  it.each<[string, MutationOptions]>([
    ["done", { mutationFn: done, meta }],
    ["failed", { mutationFn: failsWith(500), meta: { invalidatesOnFailure: ["saved-view"] } }],
  ])("at once when it is %s, while what is on screen is read", async (_how, options) => {
    expect(await course(options)).toEqual(["over", "answered"]);
  });

  it.each<[string, MutationOptions]>([
    ["that asks for it is done", { mutationFn: done, meta: { ...meta, isDoneWhenRead: true } }],
    ["met a conflict", { mutationFn: failsWith(409), meta: { invalidatesOnConflict: ["saved-view"] } }],
  ])("once what is on screen has been read, where one %s", async (_how, options) => {
    expect(await course(options)).toEqual(["answered", "over, and read"]);
  });
});
