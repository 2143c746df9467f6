import { render, screen } from "@testing-library/react";
import { Profiler } from "react";
import { afterEach, expect, it, vi } from "vitest";
import { Time } from "@/ui/time";

afterEach(() => vi.useRealTimers());

it("what happened between two ticks of the clock is not told as something to come", () => {
  const start = Date.parse("2026-11-02T10:00:00.000Z");
  vi.useFakeTimers({ now: start });
  render(<Time value={start} className="first" />);
  vi.setSystemTime(start + 9_000);
  render(<Time value={start + 9_000} className="second" />);
  expect(screen.getAllByText("just now")).toHaveLength(2);
  render(<Time value={start + 120_000} mayCome />);
  expect(screen.getByText("in 1 minute")).toBeVisible();
});

it("is drawn once where nobody followed the clock for a while", () => {
  const start = Date.parse("2026-11-03T10:00:00.000Z");
  vi.useFakeTimers({ now: start });
  render(<Time value={start} />).unmount();
  vi.setSystemTime(start + 60_000);
  const drawn = vi.fn<() => void>();
  render(
    <Profiler id="texts" onRender={drawn}>
      <Time value={start} />
      <Time value={start} />
    </Profiler>,
  );
  expect(drawn).toHaveBeenCalledOnce();
  expect(screen.getAllByText("1 minute ago")).toHaveLength(2);
});

it.each([
  ["12 seconds", 12_000, "just now"],
  ["7 minutes", 420_000, "just now"],
  ["3 hours", 10_800_000, "in 3 hours"],
])("what happened %s ahead by another's clock reads %s", (_, ahead, words) => {
  const start = Date.parse("2026-11-02T11:00:00.000Z");
  vi.useFakeTimers({ now: start });
  render(<Time value={start + ahead} />);
  expect(screen.getByText(words)).toBeVisible();
});
