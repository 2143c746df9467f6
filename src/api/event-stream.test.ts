// @vitest-environment happy-dom
import { fakeEventSources } from "@test/support/fake-event-source";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { retrieveDeskSession } from "@/api/sessions/queries";
import { ApiError } from "@/api/errors";
import { openEventStream, type StreamListener } from "@/api/event-stream";

vi.mock("@/api/sessions/queries", () => ({ retrieveDeskSession: vi.fn<typeof retrieveDeskSession>() }));

const listener = {
  change: vi.fn<StreamListener["change"]>(),
  resync: vi.fn<StreamListener["resync"]>(),
  life: vi.fn<StreamListener["life"]>(),
  health: vi.fn<StreamListener["health"]>(),
  signedOut: vi.fn<StreamListener["signedOut"]>(),
  connected: vi.fn<StreamListener["connected"]>(),
};

function listen() {
  const sources = fakeEventSources();
  const stop = openEventStream(listener);
  const latest = () => {
    const source = sources.at(-1);
    if (!source) throw new Error("No stream was opened");
    return source;
  };
  return { sources, latest, stop };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
});
afterEach(() => {
  vi.useRealTimers();
});

const signedOut = new ApiError({ status: 401, title: "Nobody is signed in", operation: "GET /desk/v1/session", sent: "no" });

describe("what is told", () => {
  it("comes from below the application's base", () => {
    expect(new URL(listen().latest().url).pathname).toBe("/desk/v1/events");
  });

  it("a change, with what is related", () => {
    const { latest } = listen();
    latest().open();
    latest().say("change", { type: "report", id: "rep_1", name: "report.ready", related: [{ type: "inquiry", id: "inq_1" }] });
    expect(listener.change).toHaveBeenCalledExactlyOnceWith({
      type: "report",
      id: "rep_1",
      name: "report.ready",
      related: [{ type: "inquiry", id: "inq_1" }],
    });
  });

  it.each(["", "{", "null", "[]", '"inq_1"', '{"type":"inquiry"}', '{"id":"inq_1"}', '{"type":1,"id":2}'])("%j is no change", (text) => {
    const { latest } = listen();
    latest().sayText("change", text);
    expect(listener.change).not.toHaveBeenCalled();
  });

  it.each<[told: string, health: object]>([
    ['{"database":"takes-no-changes","audit":"ok","liveUpdates":"off"}', { database: "takes-no-changes", audit: "ok", liveUpdates: "off" }],
    ['{"database":"unreachable"}', { database: "unreachable", audit: "ok", liveUpdates: "ok" }],
    ['{"audit":"cannot-be-written"}', { database: "ok", audit: "cannot-be-written", liveUpdates: "ok" }],
    ['{"database":"dreams","audit":1}', { database: "ok", audit: "ok", liveUpdates: "ok" }],
    ["", { database: "ok", audit: "ok", liveUpdates: "ok" }],
  ])("what the desk's database can do: %s", (told, health) => {
    const { latest } = listen();
    latest().sayText("health", told);
    expect(listener.health).toHaveBeenCalledExactlyOnceWith(health);
  });

  it("nothing of it any more once the stream opens anew", () => {
    listen().latest().open();
    expect(listener.health).toHaveBeenCalledExactlyOnceWith({ database: "ok", audit: "ok", liveUpdates: "ok" });
  });

  it("the end of the session, where it says one", () => {
    const { latest } = listen();
    const life = { idleExpiresAt: "2026-03-02T09:30:00.000Z", absoluteExpiresAt: null, warnSeconds: 60 };
    latest().say("session", life);
    latest().sayText("session", "{}");
    expect(listener.life).toHaveBeenCalledExactlyOnceWith(life);
  });

  it("that the person is signed out, which ends it", () => {
    const { latest } = listen();
    latest().say("signed-out");
    expect(listener.signedOut).toHaveBeenCalledOnce();
    expect(latest().readyState).toBe(EventSource.CLOSED);
  });
});

describe("a broken connection", () => {
  it("is left to the browser while that tries, and nothing was missed", () => {
    const { sources, latest } = listen();
    latest().open();
    latest().lose();
    vi.advanceTimersByTime(300_000);
    latest().open();
    expect(sources).toHaveLength(1);
    expect(listener.connected.mock.calls).toEqual([[true], [false], [true]]);
    expect(listener.resync).not.toHaveBeenCalled();
  });

  it("is opened again when the browser has given up, and everything is read again", async () => {
    vi.mocked(retrieveDeskSession).mockResolvedValue({} as never);
    const { sources, latest } = listen();
    latest().open();
    latest().lose("closed");
    await vi.advanceTimersByTimeAsync(2_600);
    expect(sources).toHaveLength(2);
    expect(listener.resync).not.toHaveBeenCalled();
    latest().open();
    expect(listener.resync).toHaveBeenCalledOnce();
  });

  it("is tried again ever more slowly", async () => {
    vi.mocked(retrieveDeskSession).mockResolvedValue({} as never);
    const { sources, latest } = listen();
    for (let failure = 0; failure < 20; failure++) {
      latest().lose("closed");
      await vi.advanceTimersByTimeAsync(75_000);
    }
    expect(sources).toHaveLength(21);
    latest().lose("closed");
    await vi.advanceTimersByTimeAsync(59_000);
    expect(sources).toHaveLength(21);
  });

  it("is given up when nobody is signed in any more", async () => {
    vi.mocked(retrieveDeskSession).mockRejectedValue(signedOut);
    const { sources, latest } = listen();
    latest().lose("closed");
    await vi.advanceTimersByTimeAsync(600_000);
    expect(sources).toHaveLength(1);
    expect(retrieveDeskSession).toHaveBeenCalledOnce();
  });

  it("nothing is opened after the end", async () => {
    vi.mocked(retrieveDeskSession).mockResolvedValue({} as never);
    const { sources, latest, stop } = listen();
    latest().lose("closed");
    stop();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(sources).toHaveLength(1);
  });
});
