import { fireEvent, render, screen } from "@testing-library/react";
import { Profiler, type ProfilerOnRenderCallback, useRef } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useFrameScroll } from "@/ui/use-frame-scroll";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function Frame() {
  const frame = useRef<HTMLDivElement>(null);
  useFrameScroll(frame);
  return (
    <div ref={frame} data-testid="frame">
      <table>
        <tbody>
          <tr>
            <td>
              <a href="#opened">Ada</a>
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function show() {
  const rendered = vi.fn<ProfilerOnRenderCallback>();
  render(
    <Profiler id="frame" onRender={rendered}>
      <Frame />
    </Profiler>,
  );
  return { frame: screen.getByTestId("frame"), rendered };
}

it("a moving list is marked until it rests, and nothing is rendered for it", () => {
  const { frame, rendered } = show();
  fireEvent.scroll(frame);
  vi.advanceTimersByTime(100);
  fireEvent.scroll(frame);
  vi.advanceTimersByTime(100);
  expect(frame.dataset.scrolling).toBe("");
  vi.advanceTimersByTime(20);
  expect(frame.dataset.scrolling).toBeUndefined();
  expect(rendered).toHaveBeenCalledOnce();
});

it("one that is scrolled sideways is marked as long as it is", () => {
  const { frame } = show();
  frame.scrollLeft = 30;
  fireEvent.scroll(frame);
  vi.advanceTimersByTime(1000);
  expect(frame.dataset.scrolled).toBe("");
  frame.scrollLeft = 0;
  fireEvent.scroll(frame);
  expect(frame.dataset.scrolled).toBeUndefined();
});

it("a click while it moves reaches what is under the pointer, once, with its keys", () => {
  const { frame } = show();
  const clicks: unknown[] = [];
  frame.addEventListener("click", ({ target, ctrlKey, clientX }) => clicks.push([target, ctrlKey, clientX]));
  document.elementFromPoint = () => screen.getByText("Ada");
  fireEvent.scroll(frame);
  fireEvent.click(screen.getByRole("cell"), { ctrlKey: true, clientX: 7 });
  expect(clicks).toEqual([[screen.getByText("Ada"), true, 7]]);
  expect(frame.dataset.scrolling).toBeUndefined();
});
