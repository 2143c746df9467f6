import { onTestFinished, vi } from "vitest";
import type { DeskChange, DeskHealth, DeskSessionLife } from "@/api/generated/desk/types.gen";

/** An event stream that says what the test lets it say. */
export class FakeEventSource extends EventTarget {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSED = 2;
  readonly url: string;
  readyState: number = FakeEventSource.CONNECTING;

  constructor(url: string) {
    super();
    this.url = url;
  }

  close() {
    this.readyState = FakeEventSource.CLOSED;
  }

  open() {
    this.readyState = FakeEventSource.OPEN;
    this.dispatchEvent(new Event("open"));
  }

  /** The connection broke: the browser connects again by itself, or gives up. */
  lose(how: "connecting" | "closed" = "connecting") {
    this.readyState = how === "closed" ? FakeEventSource.CLOSED : FakeEventSource.CONNECTING;
    this.dispatchEvent(new Event("error"));
  }

  say(name: "resync" | "signed-out"): void;
  say(name: "health", data: DeskHealth): void;
  say(name: "session", data: DeskSessionLife): void;
  say(name: "change", data: Omit<DeskChange, "related"> & Partial<DeskChange>): void;
  say(name: string, data: object = {}) {
    this.sayText(name, JSON.stringify(name === "change" ? { related: [], ...data } : data));
  }

  sayText(name: string, data: string) {
    this.dispatchEvent(new MessageEvent(name, { data }));
  }
}

/** Puts it in the place of the browser's for the rest of the test. @returns the streams that were opened, oldest first */
export function fakeEventSources(): FakeEventSource[] {
  const opened: FakeEventSource[] = [];
  vi.stubGlobal(
    "EventSource",
    class extends FakeEventSource {
      constructor(url: string) {
        super(url);
        opened.push(this);
      }
    },
  );
  onTestFinished(() => void vi.unstubAllGlobals());
  return opened;
}

/** Hides or shows the tab, for the rest of the test. */
export function showTab(isShown: boolean): void {
  const spy = vi.spyOn(document, "hidden", "get").mockReturnValue(!isShown);
  onTestFinished(() => spy.mockRestore());
  document.dispatchEvent(new Event("visibilitychange"));
}
