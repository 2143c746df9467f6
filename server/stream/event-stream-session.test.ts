import { afterEach, expect, it } from "vitest";
import { describeOnEachDatabase } from "@test/server/support/databases";
import { eventInstance, life } from "@test/server/support/event-desk";

const closing: (() => Promise<unknown>)[] = [];
/** Closed after the test. */
function instance(...args: Parameters<typeof eventInstance>) {
  const made = eventInstance(...args);
  closing.push(() => made.close());
  return made;
}

describeOnEachDatabase("the event stream and its session", (fresh) => {
  // before the database is closed
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });

  it("ends with its session, wherever that was ended", async () => {
    const db = await fresh();
    const { listen, lives, count } = instance(db);
    const [noa, ada] = [await listen("noa reviewer"), await listen("ada auditor")];
    lives.delete("session_noa");
    await db.query("select pg_notify('desk_sessions', 'session_noa')");
    expect((await noa.next())?.event).toBe("signed-out");
    expect(await noa.next()).toBeUndefined();
    expect(count()).toBe(1);
    await ada.leave();
  });

  it("notices at a heartbeat that its session has lapsed", async () => {
    const { listen, lives } = instance(await fresh(), { limits: { heartbeatMs: 20 } });
    const events = await listen();
    await events.heartbeats(1);
    lives.delete("session_noa");
    expect((await events.next())?.event).toBe("signed-out");
    expect(await events.next()).toBeUndefined();
  });

  it("says when the session's end was moved, and only then", async () => {
    const db = await fresh();
    const { listen, lives } = instance(db, { limits: { heartbeatMs: 20 } });
    const events = await listen();
    await events.heartbeats(2);
    lives.set("session_noa", life(45));
    await db.query("select pg_notify('desk_sessions', 'session_noa')");
    expect(await events.next()).toMatchObject({ event: "session", data: life(45) });
    await events.heartbeats(5);
    lives.delete("session_noa");
    expect((await events.next())?.event).toBe("signed-out");
  });
});
