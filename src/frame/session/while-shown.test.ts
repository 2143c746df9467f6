// @vitest-environment happy-dom
import { showTab } from "@test/support/fake-event-source";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { whileShown } from "@/frame/session/while-shown";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function start() {
  const end = vi.fn<() => void>();
  const begin = vi.fn<() => () => void>(() => end);
  const onBack = vi.fn<() => void>();
  return { begin, end, onBack, stop: whileShown(begin, onBack) };
}

it("a glance elsewhere changes nothing", () => {
  const { begin, end, onBack } = start();
  showTab(false);
  vi.advanceTimersByTime(59_000);
  showTab(true);
  vi.advanceTimersByTime(600_000);
  expect(begin).toHaveBeenCalledOnce();
  expect(end).not.toHaveBeenCalled();
  expect(onBack).not.toHaveBeenCalled();
});

it("after a minute it ends, and begins again when the tab is shown", () => {
  const { begin, end, onBack } = start();
  showTab(false);
  vi.advanceTimersByTime(60_000);
  expect(end).toHaveBeenCalledOnce();
  expect(onBack).not.toHaveBeenCalled();
  showTab(true);
  expect(begin).toHaveBeenCalledTimes(2);
  expect(onBack).toHaveBeenCalledOnce();
});

it("stopped, it stays so", () => {
  const { begin, end, stop } = start();
  stop();
  expect(end).toHaveBeenCalledOnce();
  showTab(false);
  vi.advanceTimersByTime(60_000);
  showTab(true);
  expect(begin).toHaveBeenCalledOnce();
  expect(end).toHaveBeenCalledOnce();
});
