import { afterEach, describe, expect, it, vi } from "vitest";
import { noteServerTime, onServerClockSkew, serverClockSkew } from "./server-clock";

const local = Date.parse("2026-03-02T09:00:00.500Z");
afterEach(() => noteServerTime(new Date(local).toUTCString(), local));

describe("the server's clock", () => {
  it("is taken from the Date header", () => {
    noteServerTime("Mon, 02 Mar 2026 10:00:00 GMT", local);
    expect(serverClockSkew()).toBe(3_599_500);
  });

  it("counts as this machine's own when the difference is rounding", () => {
    noteServerTime("Mon, 02 Mar 2026 09:00:02 GMT", local);
    expect(serverClockSkew()).toBe(0);
  });

  it.each([null, "", "yesterday"])("ignores %j", (header) => {
    noteServerTime("Mon, 02 Mar 2026 10:00:00 GMT", local);
    noteServerTime(header, local);
    expect(serverClockSkew()).toBe(3_599_500);
  });

  it("tells of a change once, and not of jitter", () => {
    const listener = vi.fn<(skew: number) => void>();
    const stop = onServerClockSkew(listener);
    noteServerTime("Mon, 02 Mar 2026 10:00:00 GMT", local);
    noteServerTime("Mon, 02 Mar 2026 10:00:01 GMT", local);
    expect(listener).toHaveBeenCalledExactlyOnceWith(3_599_500);
    stop();
    noteServerTime("Mon, 02 Mar 2026 11:00:00 GMT", local);
    expect(listener).toHaveBeenCalledOnce();
  });
});
