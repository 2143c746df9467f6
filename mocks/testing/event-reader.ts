import type { Simulator } from "../simulator";

/** One message of an event stream. */
export type Heard = {
  readonly name: string;
  readonly id: string | undefined;
  readonly data: unknown;
};

/** Listens to a simulator as a page does. */
export type EventReader = {
  /** The next message; waits for it. Undefined at the end of the stream. Comments and bare IDs are passed over. */
  next(): Promise<Heard | undefined>;
  /** The latest ID, as a browser would send it when it comes back. */
  readonly lastId: string | undefined;
  close(): void;
};

/** @param lastId where the page was before @throws Error when there is no stream */
export async function readEvents(simulator: Simulator, lastId?: string): Promise<EventReader> {
  const abort = new AbortController();
  const headers = lastId === undefined ? undefined : { "last-event-id": lastId };
  const response = await simulator.handle(new Request("http://localhost/desk/v1/events", { headers, signal: abort.signal }));
  const reader = response?.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (response?.status !== 200 || reader === undefined) throw new Error(`No stream but ${response?.status}`);
  let text = "";
  let latest: string | undefined;
  return {
    async next() {
      for (;;) {
        const end = text.indexOf("\n\n");
        if (end === -1) {
          const { value, done } = await reader.read();
          if (done) return undefined;
          text += value;
          continue;
        }
        const block = text.slice(0, end);
        text = text.slice(end + 2);
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1];
        latest = field("id") ?? latest;
        const data = field("data");
        if (data !== undefined) return { name: field("event") ?? "message", id: field("id"), data: JSON.parse(data) as unknown };
      }
    },
    get lastId() {
      return latest;
    },
    close: () => abort.abort(),
  };
}
