import type { DeskSessionLife } from "@/api/generated/desk/types.gen";
import type { Health } from "../db/health";
import type { SignedIn } from "../http/context";
import { changeText, healthText, heartbeatText, positionText, resyncText, retryText, sessionText, signedOutText } from "./event-text";
import type { StoredPush } from "../push/push";
import type { PushStore } from "../push/push-store";

export type EventStreamDeps = {
  readonly pushes: Pick<PushStore, "subscribe" | "after" | "latest" | "knows">;
  /** When the session ends; undefined when it has ended. Does not count as activity. */
  readonly sessionLife: (sessionId: string) => Promise<DeskSessionLife | undefined>;
  readonly health: Pick<Health, "state" | "onChange">;
  /** ms */
  readonly heartbeatMs: number;
  /** How long one write may wait for a reader who does not read, ms. */
  readonly stalledMs: number;
  /** How many changes may wait for one reader. */
  readonly queueLimit: number;
};

/** Where the text goes. `write` resolves when the reader has room for more. */
export type EventSink = {
  write(text: string): Promise<unknown>;
};

export type EventStream = {
  /** Writes until it ends; `stalled` when the reader did not take what was written. Never throws. */
  run(sink: EventSink): Promise<"ended" | "stalled">;
  /** Looks at once whether the session still lives and when it ends. */
  checkSession(): void;
  end(): void;
};

const pageSize = 200;

/**
 * One open browser: what it missed out of the store, then what the feed brings. A reader that does not keep up is let go: it comes back
 * with the last ID it saw and goes on from there.
 * @param lastEventId what the browser saw last; undefined for one that starts now
 * @throws the database's error, before anything is written
 */
export async function openEventStream(deps: EventStreamDeps, person: SignedIn, lastEventId: string | undefined): Promise<EventStream> {
  const queue: StoredPush[] = [];
  let ended = false;
  let sessionDue = false;
  let healthDue = Object.values(deps.health.state()).some((one) => one !== "ok");
  let life: string | undefined;
  let wake: () => void = () => undefined;
  let endWriting: () => void = () => undefined;
  const ending = new Promise<void>((resolve) => {
    endWriting = resolve;
  });
  const end = () => {
    ended = true;
    endWriting();
    wake();
  };
  const unsubscribe = await deps.pushes.subscribe((push) => {
    if (queue.length >= deps.queueLimit) return end();
    queue.push(push);
    wake();
  });

  const stopHealth = deps.health.onChange(() => {
    healthDue = true;
    wake();
  });
  const unhear = () => {
    unsubscribe();
    stopHealth();
  };

  const start = await startOf(deps, lastEventId).catch((error: unknown) => {
    unhear();
    throw error;
  });
  let position = start.position;

  async function deliver(pushes: readonly StoredPush[], write: (text: string) => Promise<void>): Promise<void> {
    let text = "";
    for (const push of pushes) {
      if (push.seq <= position) continue;
      position = push.seq;
      if (push.roles === null || push.roles.includes(person.role)) text += changeText(push);
    }
    if (text !== "") await write(text);
  }

  async function tellSession(write: (text: string) => Promise<void>): Promise<void> {
    sessionDue = false;
    const now = await deps.sessionLife(person.sessionId);
    if (now === undefined) {
      await write(signedOutText());
      return end();
    }
    const text = JSON.stringify(now);
    if (life !== undefined && life !== text) await write(sessionText(now));
    life = text;
  }

  async function tellHealth(write: (text: string) => Promise<void>): Promise<void> {
    if (!healthDue) return;
    healthDue = false;
    await write(healthText(deps.health.state()));
  }

  /** Resolves when there is something to do; true when it waited in vain for as long as a heartbeat. */
  const idle = () =>
    new Promise<boolean>((resolve) => {
      if (ended || sessionDue || healthDue || queue.length > 0) return resolve(false);
      const timer = setTimeout(() => resolve(true), deps.heartbeatMs);
      wake = () => {
        clearTimeout(timer);
        resolve(false);
      };
    });

  async function run(sink: EventSink): Promise<"ended" | "stalled"> {
    let taken = true;
    const write = async (text: string) => {
      if (ended) return;
      taken = false;
      if (await isTaken(sink.write(text), ending, deps.stalledMs)) taken = true;
      else end();
    };
    try {
      await write(retryText() + (start.resync ? resyncText(position) : positionText(position)));
      // before anything that asks the database
      await tellHealth(write);
      for (let more = true; more && !ended;) {
        const page = await deps.pushes.after(position, pageSize);
        await deliver(page, write);
        // The feed brought some of it as well.
        queue.splice(0, queue.findLastIndex(({ seq }) => seq <= position) + 1);
        more = page.length === pageSize;
      }
      await tellSession(write);
      while (!ended) {
        const quiet = await idle();
        await tellHealth(write);
        await deliver(queue.splice(0), write);
        if (quiet || sessionDue) await tellSession(write);
        if (quiet) await write(heartbeatText(position));
      }
    } catch {
      // The database is away: whether the session still lives can't be told, and the browser comes back by itself.
      end();
    } finally {
      ended = true;
      unhear();
    }
    return taken ? "ended" : "stalled";
  }

  return {
    run,
    end,
    checkSession() {
      sessionDue = true;
      wake();
    },
  };
}

async function startOf({ pushes }: EventStreamDeps, lastEventId: string | undefined): Promise<{ position: number; resync: boolean }> {
  if (lastEventId === undefined) return { position: await pushes.latest(), resync: false };
  const seq = /^\d{1,15}$/.test(lastEventId) ? Number(lastEventId) : undefined;
  if (seq !== undefined && (await pushes.knows(seq))) return { position: seq, resync: false };
  return { position: await pushes.latest(), resync: true };
}

/** Whether the reader took what was written before it ended and within `ms`. */
async function isTaken(written: Promise<unknown>, ending: Promise<void>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const taken = await Promise.race([written.then(() => true), ending.then(() => false), late]);
  clearTimeout(timer);
  return taken;
}
