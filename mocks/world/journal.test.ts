import { expect, test } from "vitest";
import { createMemoryJournal, type Journal, type JournalEntry } from "./journal";
import { createWebStorageJournal, type KeyValueStore } from "./web-storage-journal";

const origin = { seed: "s", scenario: "people", startedAt: 5 };
const entry = (at: number): JournalEntry => ({ at, method: "POST", url: "/api/v1/inquiries", headers: {}, body: "{}" });

function mapStorage(): KeyValueStore & { map: Map<string, string> } {
  const map = new Map<string, string>();
  return {
    map,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  };
}

const kinds: [string, () => Journal][] = [
  ["memory", createMemoryJournal],
  ["web storage", () => createWebStorageJournal({ storage: mapStorage(), key: "world" })],
];

test.each(kinds)("a %s journal keeps what was appended, in order", (_name, create) => {
  const journal = create();
  expect(journal.load()).toEqual({ origin: undefined, entries: [] });
  journal.begin(origin);
  journal.append([entry(1), entry(2)]);
  journal.append([entry(3)]);
  expect(journal.load()).toEqual({ origin, entries: [entry(1), entry(2), entry(3)] });
  expect(journal.load(2).entries).toEqual([entry(3)]);
});

test.each(kinds)("a %s journal that begins anew forgets what was before", (_name, create) => {
  const journal = create();
  journal.begin(origin);
  journal.append([entry(1)]);
  journal.begin({ ...origin, seed: "other" });
  expect(journal.load()).toEqual({ origin: { ...origin, seed: "other" }, entries: [] });
  journal.append([entry(2)]);
  journal.clear();
  expect(journal.load()).toEqual({ origin: undefined, entries: [] });
});

test.each(kinds)("work under the lock of a %s journal runs one after another, failures included", async (_name, create) => {
  const journal = create();
  const seen: string[] = [];
  const slow = journal.lock(async () => {
    seen.push("first in");
    await Promise.resolve();
    seen.push("first out");
    throw new Error("no");
  });
  const next = journal.lock(async () => seen.push("second"));
  await expect(slow).rejects.toThrow("no");
  await next;
  expect(seen).toEqual(["first in", "first out", "second"]);
});

test("two journals over one storage see each other's entries, and clearing leaves no key behind", () => {
  const storage = mapStorage();
  const [one, other] = [createWebStorageJournal({ storage, key: "world" }), createWebStorageJournal({ storage, key: "world" })];
  one.begin(origin);
  one.append([entry(1)]);
  expect(other.load().entries).toEqual([entry(1)]);
  other.append([entry(2)]);
  expect(one.load(1).entries).toEqual([entry(2)]);
  one.clear();
  expect(storage.map.size).toBe(0);
});

test.each(["{", "{}", '"text"', '{"at":"1"}'])("a damaged entry (%s) ends the story there", (damage) => {
  const storage = mapStorage();
  const journal = createWebStorageJournal({ storage, key: "world" });
  journal.begin(origin);
  journal.append([entry(1), entry(2), entry(3)]);
  storage.setItem("world.1", damage);
  expect(journal.load().entries).toEqual([entry(1)]);
});
