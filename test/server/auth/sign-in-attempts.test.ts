import { expect, it } from "vitest";
import { createSignInAttempts } from "@server/auth/sign-in-attempts";
import { describeOnEachDatabase } from "@test/server/support/databases";

const attempt = { nonce: "n-1", codeVerifier: "v-1", returnTo: "/inquiries?x='; drop table people; --" };

describeOnEachDatabase("sign-ins on their way", (fresh) => {
  async function begun() {
    const clock = { ms: Date.parse("2026-03-02T09:00:00.000Z") };
    const db = await fresh();
    const attempts = createSignInAttempts({ db, now: () => clock.ms });
    return { db, clock, attempts, ...(await attempts.begin(attempt)) };
  }

  it("are taken once, and nothing that leaves the server is stored", async () => {
    const { db, attempts, state, browserSecret } = await begun();
    const stored = JSON.stringify(await db.query("select * from sign_in_attempts"));
    expect([stored.includes("n-1"), stored.includes(state), stored.includes(browserSecret)]).toEqual([true, false, false]);
    const both = await Promise.all([attempts.take(state, browserSecret), attempts.take(state, browserSecret)]);
    expect(both.filter(Boolean)).toEqual([attempt]);
    expect(await attempts.take(state, browserSecret)).toBeUndefined();
  });

  it("are used up by another browser, without a cookie or with a wrong one", async () => {
    const { attempts, ...first } = await begun();
    const second = await attempts.begin(attempt);
    expect(await attempts.take(first.state, undefined)).toBeUndefined();
    expect(await attempts.take(second.state, first.browserSecret)).toBeUndefined();
    expect(await attempts.take(first.state, first.browserSecret)).toBeUndefined();
    expect(await attempts.take(second.state, second.browserSecret)).toBeUndefined();
  });

  it("last ten minutes and are then deleted", async () => {
    const { db, clock, attempts, ...late } = await begun();
    clock.ms += 599_999;
    const newer = await attempts.begin(attempt);
    clock.ms += 1;
    expect(await attempts.take(late.state, late.browserSecret)).toBeUndefined();
    expect(await attempts.take(newer.state, newer.browserSecret)).toEqual(attempt);
    await attempts.begin(attempt);
    clock.ms += 600_001;
    await attempts.begin(attempt);
    expect(await db.query("select state_hash from sign_in_attempts")).toHaveLength(1);
  });

  it.each([undefined, "", "x", "A".repeat(43), "' or true --"])("are not begun by a state of %j", async (state) => {
    const { attempts, browserSecret } = await begun();
    expect(await attempts.take(state, browserSecret)).toBeUndefined();
  });
});
