import { render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { Time } from "@/ui/time";

afterEach(() => vi.useRealTimers());

test("what happened between two ticks of the clock is not told as something to come", () => {
  const start = Date.parse("2026-11-02T10:00:00.000Z");
  vi.useFakeTimers({ now: start });
  render(<Time value={start} className="first" />);
  vi.setSystemTime(start + 9_000);
  render(<Time value={start + 9_000} className="second" />);
  expect(screen.getAllByText("just now")).toHaveLength(2);
  render(<Time value={start + 120_000} />);
  expect(screen.getByText(/^in /)).toBeVisible();
});
