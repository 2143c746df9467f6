/*
 * What runs inside a measured page. Each function is sent over by itself, so it must not name anything outside it; `installProbe` runs before the
 * page's own scripts and leaves what they share on `window.probe`.
 */

export type Probe = {
  /** Resolves with when something was first true in a frame that is painted by then, ms since the page began. */
  until(holds: () => boolean): Promise<number>;
  /** The same, in ms since the next press. */
  sincePress(holds: () => boolean): Promise<number>;
  /** Tasks of more than 50 ms: when they began, and how long they took. */
  longTasks: { at: number; ms: number }[];
  shift: number;
};

declare global {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- adds to an interface of the DOM's
  interface Window {
    probe: Probe;
  }
}

export function installProbe(): void {
  const longTasks: Probe["longTasks"] = [];
  const probe: Probe = {
    longTasks,
    shift: 0,
    until: (holds) =>
      new Promise((resolve) => {
        const look = () => {
          if (!holds()) return void requestAnimationFrame(look);
          // a message that is sent in a frame arrives once the frame is painted
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now());
          port2.postMessage(undefined);
        };
        requestAnimationFrame(look);
      }),
    sincePress: (holds) =>
      new Promise((resolve) => {
        const onPress = ({ timeStamp }: Event) => void probe.until(holds).then((at) => resolve(at - timeStamp));
        addEventListener("pointerup", onPress, { capture: true, once: true });
      }),
  };
  window.probe = probe;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) longTasks.push({ at: startTime, ms: duration });
  }).observe({ type: "longtask", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      // a LayoutShift, which the DOM's types do not know
      const { value, hadRecentInput } = entry as PerformanceEntry & { value?: number; hadRecentInput?: boolean };
      if (hadRecentInput === false) probe.shift += value ?? 0;
    }
  }).observe({ type: "layout-shift", buffered: true });
}

/** When rows stand in the window and React has taken them over, ms since the page began. */
export function rowsUsable({ rows, least }: { rows: string; least: number }): Promise<number> {
  return window.probe.until(() => {
    const found = document.querySelectorAll(rows);
    const last = found[least - 1];
    const isTakenOver = Object.keys(found[0] ?? {}).some((key) => key.startsWith("__reactProps$"));
    return last !== undefined && last.getBoundingClientRect().height > 0 && isTakenOver;
  });
}

/** Ms from the next press to the frame that shows something. */
export const shownAfterPress = (selector: string): Promise<number> =>
  window.probe.sincePress(() => (document.querySelector(selector)?.getBoundingClientRect().height ?? 0) > 0);

/** Ms from going back to the frame that shows the rows again. */
export function backToRows({ rows, least, gone }: { rows: string; least: number; gone: string }): Promise<number> {
  const begun = performance.now();
  history.back();
  return window.probe
    .until(() => {
      const last = document.querySelectorAll(rows)[least - 1];
      return last !== undefined && last.getBoundingClientRect().height > 0 && document.querySelector(gone) === null;
    })
    .then((at) => at - begun);
}

/** Scrolls up and down by 50 px a frame. @returns how many of a hundred frames took longer than 25 ms */
export function lateFrames({ scroller, px }: { scroller: string | undefined; px: number }): Promise<number> {
  return new Promise((resolve) => {
    const element = (scroller === undefined ? null : document.querySelector(scroller)) ?? document.scrollingElement;
    if (!element) return resolve(Number.NaN);
    const range = element.scrollHeight - element.clientHeight;
    const frames: number[] = [];
    let left = px;
    let step = 50;
    let last: number | undefined;
    const move = (at: number) => {
      if (last !== undefined) frames.push(at - last);
      last = at;
      if (left <= 0) return resolve((100 * frames.filter((ms) => ms > 25).length) / frames.length);
      if (element.scrollTop + step < 0 || element.scrollTop + step > range) step = -step;
      element.scrollTop += step;
      left -= Math.abs(step);
      requestAnimationFrame(move);
      return undefined;
    };
    requestAnimationFrame(move);
    return undefined;
  });
}
