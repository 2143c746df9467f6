import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import { type ReactNode, useEffect } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { prefetch } from "@/api/prefetch";
import { useAtRest } from "./use-at-rest";

const idle = vi.fn<(then: () => void) => void>();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("requestIdleCallback", idle);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  idle.mockReset();
});

function openPage() {
  const queryClient = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
  const { result } = renderHook(() => useAtRest({ quietMs: 100, atMostMs: 5_000 }), { wrapper });
  const ask = () => void prefetch(queryClient, { queryKey: [queryClient.getQueryCache().getAll().length], queryFn: answer });
  return { isAtRest: () => result.current, ask };
}

const answer = () => new Promise((resolve) => setTimeout(resolve, 1_000, "answered"));
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const draw = () => act(() => idle.mock.lastCall?.[0]());

it("is at rest once nothing was asked for a while, and what was answered is drawn", async () => {
  const page = openPage();
  page.ask();
  await pass(1_099);
  expect(idle).not.toHaveBeenCalled();
  await pass(1);
  expect(page.isAtRest()).toBe(false);
  draw();
  expect(page.isAtRest()).toBe(true);
});

it("is not at rest where something is asked while the page draws", async () => {
  const page = openPage();
  await pass(100);
  page.ask();
  draw();
  expect(page.isAtRest()).toBe(false);
  await pass(1_100);
  draw();
  expect(page.isAtRest()).toBe(true);
});

it("is told to all who wait at once, though the first then asks for something", async () => {
  const queryClient = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
  renderHook(
    () => {
      const isAtRest = useAtRest({ quietMs: 100 });
      useEffect(() => {
        if (isAtRest) void queryClient.query({ queryKey: ["later"], queryFn: answer });
      }, [isAtRest]);
    },
    { wrapper },
  );
  const second = renderHook(() => useAtRest({ quietMs: 100 }), { wrapper });
  await pass(100);
  draw();
  expect(queryClient.isFetching()).toBe(1);
  expect(second.result.current).toBe(true);
});

it("waits no longer than it is told to", async () => {
  const page = openPage();
  page.ask();
  await pass(4_999);
  expect(page.isAtRest()).toBe(false);
  await pass(1);
  expect(page.isAtRest()).toBe(true);
});

it("needs no browser that tells when it has nothing to do", async () => {
  vi.unstubAllGlobals();
  const page = openPage();
  await pass(100);
  expect(page.isAtRest()).toBe(true);
});
