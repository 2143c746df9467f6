import { expect, it } from "vitest";
import { describeOnDatabase, describeOnEachDatabase } from "@test/server/support/databases";
import type { Queryable } from "../db/database";
import { createPushStore } from "./push-store";
import type { Push, StoredPush } from "./push";

const at = Date.parse("2026-03-02T09:00:00.000Z");
const hourMs = 3_600_000;
const push = (id: string, more: Partial<Push> = {}): Push => ({ change: { type: "inquiry", id, related: [] }, ...more });
const ids = (pushes: readonly StoredPush[]) => pushes.map(({ change }) => change.id);

function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** Collects what a subscriber hears, and waits for as much as is wanted. */
function hearing() {
  const heard: StoredPush[] = [];
  let wake: () => void = () => undefined;
  return {
    heard,
    listener: (one: StoredPush) => {
      heard.push(one);
      wake();
    },
    async atLeast(count: number): Promise<readonly string[]> {
      while (heard.length < count) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return ids(heard);
    },
  };
}

describeOnEachDatabase("the push store", (fresh) => {
  it("keeps pushes in their order, with who may hear them", async () => {
    const store = createPushStore({ db: await fresh(), now: () => at });
    expect(await store.latest()).toBe(0);
    await store.publish(push("a"));
    await store.publishMany([push("b", { roles: ["lead", "admin"] }), push("c"), push("d")]);
    const [first, ...rest] = await store.after(0, 10);
    expect(first).toMatchObject({ change: { type: "inquiry", id: "a", related: [] }, roles: null });
    expect(ids(rest)).toEqual(["b", "c", "d"]);
    expect(rest[0]?.roles).toEqual(["lead", "admin"]);
    expect(await store.latest()).toBe(rest.at(-1)?.seq);
    expect(ids(await store.after(first?.seq ?? 0, 2))).toEqual(["b", "c"]);
  });

  it("hands them to subscribers, in order, each once", async () => {
    const store = createPushStore({ db: await fresh(), now: () => at });
    await store.publish(push("before"));
    const [one, other] = [hearing(), hearing()];
    await store.subscribe(one.listener);
    const stop = await store.subscribe(other.listener);
    const many = Array.from({ length: 600 }, (_, index) => push(`inq_${index}`));
    await Promise.all([store.publishMany(many), store.publish(push("x")), store.publish(push("y"))]);
    await one.atLeast(602);
    expect(one.heard.map(({ seq }) => seq)).toEqual((await store.after(0, 1_000)).slice(1).map(({ seq }) => seq));
    expect(ids(other.heard)).toEqual(ids(one.heard));
    stop();
    await store.publish(push("after"));
    await one.atLeast(603);
    expect(other.heard).toHaveLength(602);
    await store.close();
  });

  it("tells nobody of what was rolled back", async () => {
    const db = await fresh();
    const store = createPushStore({ db, now: () => at });
    const one = hearing();
    await store.subscribe(one.listener);
    const failed = db.transaction(async (transaction) => {
      await store.publish(push("never"), transaction);
      throw new Error("no");
    });
    await expect(failed).rejects.toThrow("no");
    await store.publish(push("a"));
    expect(await one.atLeast(1)).toEqual(["a"]);
    expect(ids(await store.after(0, 10))).toEqual(["a"]);
    await store.close();
  });

  it("forgets what is older than an hour beyond the last ten thousand, and knows what it has forgotten", async () => {
    let now = at;
    const store = createPushStore({ db: await fresh(), now: () => now });
    await store.publishMany(Array.from({ length: 10_200 }, (_, index) => push(`old_${index}`)));
    const newest = await store.latest();
    now += hourMs + 1;
    expect(await store.knows(0)).toBe(true);
    await store.publishMany(Array.from({ length: 300 }, (_, index) => push(`new_${index}`)));
    const latest = await store.latest();
    const [oldest] = await store.after(0, 1);
    expect(latest - (oldest?.seq ?? 0)).toBe(9_999);
    expect(await store.knows(newest)).toBe(true);
    expect(await store.knows((oldest?.seq ?? 0) - 1)).toBe(true);
    expect(await store.knows((oldest?.seq ?? 0) - 2)).toBe(false);
    expect(await store.knows(latest + 1)).toBe(false);
  });

  it("keeps what is younger than an hour, however much it is", async () => {
    const store = createPushStore({ db: await fresh(), now: () => at });
    await store.publishMany(Array.from({ length: 10_600 }, (_, index) => push(`inq_${index}`)));
    expect(await store.knows(0)).toBe(true);
    expect(ids(await store.after(0, 1))).toEqual(["inq_0"]);
  });
});

// The embedded one runs one transaction at a time anyway.
describeOnDatabase("postgres", "the push store between transactions", (fresh) => {
  it("lets nobody pass a push that is still to be committed", async () => {
    const db = await fresh();
    const store = createPushStore({ db, now: () => at });
    const one = hearing();
    await store.subscribe(one.listener);
    const published = gate();
    const commit = gate();
    const first = db.transaction(async (transaction) => {
      await store.publish(push("first"), transaction);
      published.open();
      await commit.opened;
    });
    await published.opened;
    const second = store.publish(push("second"));
    let committed = false;
    void second.then(() => {
      committed = true;
    });
    // the second one gets as far as it can
    while (!committed && !(await isWaiting(db)));
    commit.open();
    await Promise.all([first, second]);
    expect(await one.atLeast(2)).toEqual(["first", "second"]);
    await store.close();
  });
});

async function isWaiting(db: Queryable): Promise<boolean> {
  return (await db.query("select 1 from pg_locks where locktype = 'advisory' and not granted")).length > 0;
}
