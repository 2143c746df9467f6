import { expect, it } from "vitest";
import { type TestDatabase, describeOnEachDatabase } from "@test/server/support/databases";
import { createManualClock } from "@test/server/support/manual-clock";
import { DeskError } from "../http/desk-error";
import { createWrongTokens } from "./wrong-tokens";

const here = "192.0.2.7";

/** Presents wrong tokens one after the other. @returns how many were looked up before one was held back */
async function guess(tokens: ReturnType<typeof createWrongTokens>, times: number, address = here): Promise<number> {
  for (let index = 0; index < times; index += 1) {
    try {
      tokens.check(address, `guess ${index}`);
      await tokens.wrong(address, `guess ${index}`);
    } catch (error) {
      if (error instanceof DeskError && error.status === 429 && error.headers["Retry-After"] === "60") return index;
      throw error;
    }
  }
  return times;
}

describeOnEachDatabase("wrong tokens", (fresh) => {
  const start = (db: TestDatabase, clock = createManualClock()) => ({ clock, tokens: createWrongTokens({ db, now: () => clock.now() }) });

  it("are let be thirty times a minute, and then cost the database nothing", async () => {
    const db = await fresh();
    const clock = createManualClock();
    let asked = 0;
    const counted: TestDatabase = {
      ...db,
      query(...args) {
        asked += 1;
        return db.query(...args);
      },
    };
    const { tokens } = start(counted, clock);
    expect(await guess(tokens, 100)).toBe(30);
    const before = asked;
    for (let index = 0; index < 1_000; index += 1) expect(() => tokens.check(here, `more ${index}`)).toThrow("Too many requests");
    expect(asked).toBe(before);
    clock.advance(60_000);
    expect(await guess(tokens, 100)).toBe(30);
  });

  it("of one network are nobody else's", async () => {
    const { tokens } = start(await fresh());
    await guess(tokens, 40);
    expect(await guess(tokens, 5, "192.0.2.8")).toBe(5);
  });

  it("count on all instances together", async () => {
    const db = await fresh();
    const [one, other] = [start(db), start(db)];
    expect(await guess(one.tokens, 20)).toBe(20);
    expect(await guess(other.tokens, 20)).toBe(10);
  });

  it("do not stop a token from the same address that was right before, until it is wrong", async () => {
    const { tokens } = start(await fresh());
    tokens.right("the bank's");
    await guess(tokens, 40);
    expect(() => tokens.check(here, "the bank's")).not.toThrow();
    await expect(tokens.wrong(here, "the bank's")).rejects.toMatchObject({ status: 429 });
    expect(() => tokens.check(here, "the bank's")).toThrow("Too many requests");
  });
});
