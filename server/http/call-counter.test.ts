import { expect, it } from "vitest";
import { describeOnEachDatabase } from "@test/server/support/databases";
import { countCall } from "./call-counter";

describeOnEachDatabase("calls a minute", (fresh) => {
  const start = Date.parse("2026-03-02T09:00:30.000Z");

  it("are counted per caller, and refused with the seconds that are left once they are used up", async () => {
    const db = await fresh();
    for (let calls = 0; calls < 3; calls += 1) await countCall(db, "user_1", 3, start);
    await expect(countCall(db, "user_1", 3, start)).rejects.toMatchObject({ status: 429, headers: { "Retry-After": "30" } });
    await expect(countCall(db, "user_2", 3, start)).resolves.toBeUndefined();
  });

  it("begin anew with the minute, and what is over is cleared away", async () => {
    const db = await fresh();
    for (let calls = 0; calls < 3; calls += 1) await countCall(db, "user_1", 3, start);
    await countCall(db, "user_1", 3, start + 30_000);
    await countCall(db, "user_1", 3, start + 90_000);
    expect(await db.query("select calls from call_counts")).toHaveLength(2);
  });

  it("are counted by all who count at once", async () => {
    const db = await fresh();
    const answers = await Promise.allSettled(Array.from({ length: 30 }, () => countCall(db, "user_1", 10, start)));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
  });
});
