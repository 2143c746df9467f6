import { readList, readProperty, readText } from "@/lib/read";
import { urlBelowBase } from "./client-config";
import { retrieveDeskSession } from "./sessions/queries";
import { isSignedOut } from "./errors";
import type { DeskChange, DeskHealth, DeskSessionLife } from "./generated/desk/types.gen";

export type StreamListener = {
  /** Something changed. */
  change: (change: DeskChange) => void;
  /** What was missed is not known any more: everything on screen may be old. */
  resync: () => void;
  /** The end of the session moved, e.g. because another tab extended it. */
  life: (life: DeskSessionLife) => void;
  /** What the desk's database can do changed; after each connection all of it until it says otherwise. */
  health: (health: DeskHealth) => void;
  signedOut: () => void;
  /** Whether changes are heard at the moment. */
  connected: (isConnected: boolean) => void;
};

const wellHealth: DeskHealth = { database: "ok", audit: "ok", liveUpdates: "ok" };

const firstWaitMs = 2_000;
const longestWaitMs = 60_000;

/**
 * Listens to what changes, until the returned function is called. The browser reconnects by itself and tells the server what it heard
 * last; where it gives up, which it does on any answer but a stream, this tries again, ever more slowly.
 * Source: openapi/desk.yaml, GET /desk/v1/events
 */
export function openEventStream(listener: StreamListener): () => void {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let hasHeard = false;
  let isOver = false;

  const close = () => {
    isOver = true;
    clearTimeout(timer);
    source.close();
  };

  const tryLater = () => {
    const waitMs = Math.min(firstWaitMs * 2 ** failures++, longestWaitMs);
    // up to a quarter more, so that the tabs of a team do not come back all at once
    timer = setTimeout(() => void tryAgain(), waitMs * (1 + Math.random() / 4));
  };

  const tryAgain = async () => {
    try {
      // the stream does not say why it was refused; the session does
      await retrieveDeskSession();
    } catch (error) {
      if (isOver) return;
      return isSignedOut(error) ? close() : tryLater();
    }
    if (!isOver) open();
  };

  function open() {
    source = new EventSource(urlBelowBase("desk/v1/events"));
    // A new source knows nothing of what the one before heard last.
    const mayHaveMissed = hasHeard;
    source.addEventListener("open", () => {
      if (mayHaveMissed && failures > 0) listener.resync();
      [failures, hasHeard] = [0, true];
      listener.health(wellHealth);
      listener.connected(true);
    });
    source.addEventListener("error", () => {
      listener.connected(false);
      if (source.readyState === EventSource.CLOSED && !isOver) tryLater();
    });
    source.addEventListener("change", ({ data }) => {
      const change = readChange(parsed(data));
      if (change) listener.change(change);
    });
    source.addEventListener("resync", () => listener.resync());
    source.addEventListener("session", ({ data }) => {
      const life = readLife(parsed(data));
      if (life) listener.life(life);
    });
    source.addEventListener("health", ({ data }) => listener.health(readHealth(parsed(data))));
    source.addEventListener("signed-out", () => {
      close();
      listener.signedOut();
    });
  }

  open();
  return close;
}

function parsed(data: unknown): unknown {
  try {
    return typeof data === "string" ? JSON.parse(data) : undefined;
  } catch {
    return undefined;
  }
}

function readObject(value: unknown): { type: string; id: string } | undefined {
  const [type, id] = [readText(readProperty(value, "type")), readText(readProperty(value, "id"))];
  return type === undefined || id === undefined ? undefined : { type, id };
}

function readChange(value: unknown): DeskChange | undefined {
  const object = readObject(value);
  const related = readList(readProperty(value, "related")).flatMap((one) => readObject(one) ?? []);
  const name = readText(readProperty(value, "name"));
  return object && { ...object, ...(name !== undefined && { name }), related };
}

/** @returns undefined for what says nothing about the end of a session */
function readLife(value: unknown): DeskSessionLife | undefined {
  const warnSeconds = readProperty(value, "warnSeconds");
  if (typeof warnSeconds !== "number") return undefined;
  const end = (key: string) => readText(readProperty(value, key)) ?? null;
  return { idleExpiresAt: end("idleExpiresAt"), absoluteExpiresAt: end("absoluteExpiresAt"), warnSeconds };
}

/** What it does not say, or says in a word that is not known here, is no trouble that could be told. */
function readHealth(value: unknown): DeskHealth {
  const database = readProperty(value, "database");
  return {
    database: database === "unreachable" || database === "takes-no-changes" ? database : "ok",
    audit: readProperty(value, "audit") === "cannot-be-written" ? "cannot-be-written" : "ok",
    liveUpdates: readProperty(value, "liveUpdates") === "off" ? "off" : "ok",
  };
}
