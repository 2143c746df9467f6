import { act, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { late } from "./late";

/** A component whose code fails to come for the first tries. */
function lateAfter(failures: number) {
  const load = vi.fn<() => Promise<() => string>>().mockResolvedValue(() => "It is here");
  for (let count = 0; count < failures; count++) load.mockRejectedValueOnce(new TypeError("Failed to fetch dynamically imported module"));
  return { Late: late(load), load };
}

const settle = (ms = 0) => act(() => vi.advanceTimersByTimeAsync(ms));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("code that comes late", () => {
  it("has its place kept meanwhile, and is loaded once", async () => {
    const { Late, load } = lateAfter(0);
    const { unmount } = render(<Late fallback="On the way" />);
    expect(screen.getByText("On the way")).toBeVisible();
    await settle();
    expect(screen.getByText("It is here")).toBeVisible();
    unmount();
    render(<Late fallback="On the way" />);
    expect(screen.getByText("It is here")).toBeVisible();
    expect(load).toHaveBeenCalledOnce();
  });

  it("that can't be had is said in its place, leaves what stands around it, and comes by itself", async () => {
    const { Late } = lateAfter(2);
    render(
      <p>
        The page: <Late fallback="On the way" instead="Not now" />
      </p>,
    );
    await settle();
    expect(screen.getByText("The page: Not now")).toBeVisible();
    await settle(5_000);
    expect(screen.getByText("The page: Not now")).toBeVisible();
    await settle(5_000);
    expect(screen.getByText("The page: It is here")).toBeVisible();
  });

  it("is asked for at once at the next try, and not any more once nobody wants it", async () => {
    const { Late, load } = lateAfter(1);
    const { unmount } = render(<Late instead="Not now" />);
    await settle();
    unmount();
    await settle(60_000);
    expect(load).toHaveBeenCalledOnce();
    render(<Late instead="Not now" />);
    await settle();
    expect(screen.getByText("It is here")).toBeVisible();
  });
});
