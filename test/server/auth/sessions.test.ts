import { expect, it } from "vitest";
import { type Identity, sessionChannel } from "@server/auth/sessions";
import type { Database } from "@server/db/database";
import { createAuthDesk } from "@test/server/support/auth-desk";
import { describeOnEachDatabase } from "@test/server/support/databases";

const maya: Identity = { issuer: "https://idp.example", subject: "maya", name: "Maya", emailAddress: "maya@example.com", role: "reviewer" };
const minutes = (count: number) => count * 60_000;

describeOnEachDatabase("sessions", (fresh) => {
  /** A desk with one session in force: 30 minutes idle, 12 hours in all. */
  async function begun(identity: Identity = maya) {
    const db = await fresh();
    const desk = createAuthDesk(db);
    const start = (who: Identity, former?: string) => db.transaction((transaction) => desk.sessions.start(who, former, transaction));
    const { cookieValue, person } = await start(identity);
    return { db, ...desk, start, cookieValue, person, found: () => desk.sessions.find(cookieValue) };
  }

  const columnsOf = async (db: Database) => JSON.stringify(await db.query("select * from sessions join people on people.id = person_id"));

  it("are found by their cookie alone", async () => {
    const { sessions, cookieValue, person } = await begun();
    expect(cookieValue).toMatch(/^[\w-]{43}$/);
    expect(await sessions.find(cookieValue)).toEqual(person);
    expect(person).toMatchObject({ role: "reviewer", user: { name: "Maya", emailAddress: "maya@example.com" } });
    const others = [undefined, "", "x", person.sessionId, `${cookieValue} `, cookieValue.toLowerCase(), "A".repeat(43), "' or '1'='1"];
    for (const other of others) expect(await sessions.find(other)).toBeUndefined();
  });

  it("never store what is in the cookie", async () => {
    const { db, cookieValue } = await begun();
    expect(await columnsOf(db)).not.toContain(cookieValue);
  });

  it("end when nothing happened for the idle time", async () => {
    const { clock, found, sessions, person } = await begun();
    clock.ms += minutes(30) - 1;
    expect(await found()).toBeDefined();
    clock.ms += 1;
    expect(await found()).toBeUndefined();
    expect(await sessions.life(person.sessionId)).toBeUndefined();
    expect(await sessions.extend(person.sessionId)).toBeUndefined();
  });

  it("do not live longer by being looked at", async () => {
    const { clock, found, sessions, person } = await begun();
    clock.ms += minutes(20);
    await found();
    await sessions.life(person.sessionId);
    clock.ms += minutes(10);
    expect(await found()).toBeUndefined();
  });

  it("go on when extended, but never past their absolute end", async () => {
    const { clock, found, sessions, person } = await begun();
    const absolute = clock.ms + 12 * minutes(60);
    expect(await sessions.life(person.sessionId)).toEqual({
      idleExpiresAt: new Date(clock.ms + minutes(30)).toISOString(),
      absoluteExpiresAt: new Date(absolute).toISOString(),
      warnSeconds: 120,
    });
    while (clock.ms < absolute - minutes(25)) {
      clock.ms += minutes(25);
      expect(await sessions.extend(person.sessionId)).toMatchObject({ absoluteExpiresAt: new Date(absolute).toISOString() });
    }
    expect((await sessions.life(person.sessionId))?.idleExpiresAt).toBe(new Date(absolute).toISOString());
    clock.ms = absolute;
    expect(await found()).toBeUndefined();
  });

  it("end at once, for good, and only the one", async () => {
    const { sessions, start, found, person } = await begun();
    const other = await start(maya);
    expect(await sessions.end(person.sessionId)).toEqual([{ id: person.sessionId, personId: person.user.id }]);
    expect(await found()).toBeUndefined();
    expect(await sessions.extend(person.sessionId)).toBeUndefined();
    expect(await sessions.end(person.sessionId)).toEqual([]);
    expect(await sessions.find(other.cookieValue)).toBeDefined();
  });

  it("end everywhere for one person, for nobody else", async () => {
    const { sessions, start, found, person } = await begun();
    const [second, theo] = [await start(maya), await start({ ...maya, subject: "theo" })];
    expect(await sessions.endAll(person.user.id)).toHaveLength(2);
    expect(await found()).toBeUndefined();
    expect(await sessions.find(second.cookieValue)).toBeUndefined();
    expect(await sessions.find(theo.cookieValue)).toBeDefined();
  });

  it("get a new secret at each sign-in, and the browser's former session ends", async () => {
    const { sessions, start, cookieValue, found } = await begun();
    const next = await start({ ...maya, subject: "theo" }, cookieValue);
    expect(next.cookieValue).not.toBe(cookieValue);
    expect(await found()).toBeUndefined();
    expect(await sessions.find(next.cookieValue)).toBeDefined();
  });

  it("never take a secret from the browser", async () => {
    const { sessions, start } = await begun();
    const planted = "P".repeat(43);
    expect((await start(maya, planted)).cookieValue).not.toBe(planted);
    expect(await sessions.find(planted)).toBeUndefined();
  });

  it("keep one row for a person, with the name and role last told", async () => {
    const { db, sessions, start, person } = await begun();
    const renamed = await start({ ...maya, name: "Maya L." });
    expect(renamed.person.user).toEqual({ ...person.user, name: "Maya L." });
    const elsewhere = await start({ ...maya, issuer: "https://other.example" });
    expect(elsewhere.person.user.id).not.toBe(person.user.id);
    expect(await sessions.find(renamed.cookieValue)).toMatchObject({ user: { name: "Maya L." } });
    expect(await db.query("select id from people")).toHaveLength(2);
  });

  it("of an earlier role end when a sign-in gives another", async () => {
    const { sessions, start, found } = await begun({ ...maya, role: "lead" });
    const same = await start({ ...maya, role: "lead" });
    expect(await found()).toBeDefined();
    const lesser = await start({ ...maya, role: "auditor" });
    expect(await found()).toBeUndefined();
    expect(await sessions.find(same.cookieValue)).toBeUndefined();
    expect((await sessions.find(lesser.cookieValue))?.role).toBe("auditor");
  });

  it("do not begin when the transaction around fails", async () => {
    const { db, sessions, found } = await begun();
    let made = "";
    const failing = db.transaction(async (transaction) => {
      made = (await sessions.start(maya, undefined, transaction)).cookieValue;
      throw new Error("not audited");
    });
    await expect(failing).rejects.toThrow("not audited");
    expect(await sessions.find(made)).toBeUndefined();
    expect(await found()).toBeDefined();
  });

  it("tell every instance when they end or are extended", async () => {
    const { db, sessions, person } = await begun();
    const heard: string[] = [];
    let wake: () => void = () => undefined;
    const stop = await db.listen(
      sessionChannel,
      (id) => (heard.push(id), wake()),
      () => undefined,
    );
    const next = () => new Promise<void>((resolve) => (heard.length > 0 ? resolve() : (wake = resolve)));
    await sessions.extend(person.sessionId);
    await next();
    expect(heard.splice(0)).toEqual([person.sessionId]);
    await sessions.end(person.sessionId);
    await next();
    expect(heard).toEqual([person.sessionId]);
    await stop();
  });
});
