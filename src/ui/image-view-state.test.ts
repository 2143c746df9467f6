import { describe, expect, it } from "vitest";
import { afterArrow, panned, restingView, turned, zoomed } from "@/ui/image-view-state";

const frame = { width: 400, height: 300 };

describe("zoomed", () => {
  it("keeps the point under the pointer where it is", () => {
    const point = { x: 100, y: -50 };
    const view = zoomed(restingView, 2, point);
    // The picture's own coordinate under the pointer, before and after.
    expect((point.x - view.x) / view.zoom).toBeCloseTo(point.x);
    expect((point.y - view.y) / view.zoom).toBeCloseTo(point.y);
  });

  it.each([
    [100, 8],
    [0.01, 1],
  ])("a factor of %f ends at %f", (factor, zoom) => {
    expect(zoomed(restingView, factor).zoom).toBe(zoom);
  });

  it("comes to rest in the middle", () => {
    expect(zoomed({ zoom: 1.2, turn: 90, x: 30, y: 30 }, 0.5)).toEqual({ zoom: 1, turn: 90, x: 0, y: 0 });
  });
});

describe("panned", () => {
  it("stops at the picture's edge", () => {
    expect(panned({ ...restingView, zoom: 2 }, 1000, -1000, frame)).toMatchObject({ x: 200, y: -150 });
  });

  it("does nothing at rest", () => {
    expect(panned(restingView, 50, 50, frame)).toEqual(restingView);
  });
});

it("four turns the same way never turn back", () => {
  expect([1, 2, 3, 4].reduce((view) => turned(view, 1), restingView).turn).toBe(360);
});

it("an arrow moves what is larger than its frame", () => {
  expect(afterArrow({ ...restingView, zoom: 2 }, "ArrowLeft", frame)).toMatchObject({ x: 48, y: 0 });
});

it.each(["ArrowLeft", "a", "Tab"])("at rest %s is left to the page", (key) => {
  expect(afterArrow(restingView, key, frame)).toBeUndefined();
});
