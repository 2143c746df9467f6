import type { DeskHealth, DeskSessionLife } from "@/api/generated/desk/types.gen";
import type { DeskLife } from "./desk-life";
import { sessionLife } from "./session";

/** The event streams of the pages that listen (desk API: GET /desk/v1/events). */
export type EventStreams = {
  /**
   * Opens a stream.
   * @param last where a page was that comes back, as it says in `Last-Event-ID`
   * @param signal closes the stream when its page goes
   */
  open(life: DeskLife, last: string | null, signal: AbortSignal): Response;
  /** Sends every page what it has not heard yet. */
  send(life: DeskLife): void;
  /** Tells every page, and those that come, what the desk's database can do from now on. */
  health(health: DeskHealth): void;
  /** A comment that shows that the connection lives. */
  keepAlive(): void;
  readonly size: number;
};

type Stream = {
  readonly controller: ReadableStreamDefaultController<Uint8Array>;
  life: DeskLife;
  role: DeskLife["role"];
  place: number;
  end: string;
};

/** How many messages may wait for one page. */
const mostUnread = 1000;

/** @param onOpened called whenever a stream has been opened */
export function createEventStreams(onOpened: () => void = () => undefined): EventStreams {
  const streams = new Set<Stream>();
  let health: DeskHealth = { database: "ok", audit: "ok", liveUpdates: "ok" };
  const encoder = new TextEncoder();
  const put = (stream: Stream, text: string) => {
    const { controller } = stream;
    // Null when it is broken. A reader that does not read comes back with the last ID it saw.
    if ((controller.desiredSize ?? Number.NEGATIVE_INFINITY) < -mostUnread) streams.delete(stream);
    else controller.enqueue(encoder.encode(text));
  };

  const close = (stream: Stream) => {
    if (streams.delete(stream) && stream.controller.desiredSize !== null) stream.controller.close();
  };

  const resync = (stream: Stream, life: DeskLife) => {
    Object.assign(stream, { life, role: life.role, place: life.desk().feed.latest, end: endOf(life) });
    put(stream, eventText("resync", {}, placeText(stream)));
  };

  const sendTo = (stream: Stream, life: DeskLife) => {
    if (life.role === undefined) {
      put(stream, eventText("signed-out", {}));
      return close(stream);
    }
    const missed = stream.life === life && stream.role === life.role ? life.desk().feed.after(stream.place) : undefined;
    if (missed === undefined) return resync(stream, life);
    for (const { change, roles } of missed) {
      stream.place += 1;
      if (roles?.includes(life.role) ?? true) put(stream, eventText("change", change, placeText(stream)));
    }
    if (endOf(life) !== stream.end) put(stream, eventText("session", sessionLife(life.session) satisfies DeskSessionLife));
    stream.end = endOf(life);
  };

  return {
    open(life, last, signal) {
      let stream: Stream;
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          stream = { controller, life, role: life.role, place: life.desk().feed.latest, end: endOf(life) };
          streams.add(stream);
          const known = last === null ? stream.place : placeIn(life, last);
          put(stream, `retry: 2000\nid: ${placeText(stream)}\n\n`);
          if (Object.values(health).some((one) => one !== "ok")) put(stream, eventText("health", health));
          if (known === undefined || life.desk().feed.after(known) === undefined) resync(stream, life);
          else stream.place = known;
          sendTo(stream, life);
        },
        cancel: () => void streams.delete(stream),
      });
      signal.addEventListener("abort", () => close(stream), { once: true });
      onOpened();
      return new Response(body, { headers: { "content-type": "text/event-stream", "cache-control": "no-store" } });
    },
    send(life) {
      for (const stream of streams) sendTo(stream, life);
    },
    health(next) {
      health = next;
      for (const stream of streams) put(stream, eventText("health", health));
    },
    keepAlive() {
      for (const stream of streams) put(stream, ":\n\n");
    },
    get size() {
      return streams.size;
    },
  };
}

/** How a `text/event-stream` is written (WHATWG HTML, server-sent events). JSON has no line breaks. */
const eventText = (name: string, data: object, id?: string) =>
  `${id === undefined ? "" : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

/** Places of one life mean nothing in another. */
const lifeText = ({ origin }: DeskLife) => origin.startedAt.toString(36);
const placeText = ({ life, place }: Stream) => `${lifeText(life)}-${place}`;

function placeIn(life: DeskLife, text: string): number | undefined {
  const [, of, place] = /^([0-9a-z]+)-(\d{1,12})$/.exec(text) ?? [];
  return of === lifeText(life) ? Number(place) : undefined;
}

const endOf = ({ session }: DeskLife) => JSON.stringify(sessionLife(session));
