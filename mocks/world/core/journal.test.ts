import { describe, expect, it, vi } from "vitest";
import { createMemoryJournal, type Journal, type JournalEntry } from "./journal";
import { createWebStorageJournal, type KeyValueStore } from "./web-storage-journal";

const origin = { seed: "s", scenario: "people", startedAt: 5 };
const entry = (at: number): JournalEntry => ({ at, method: "POST", url: "/api/v1/inquiries", headers: {}, body: "{}", status: 201 });

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

it.each(kinds)("a %s journal keeps what was appended, in order", (_name, create) => {
  const journal = create();
  expect(journal.load()).toEqual({ origin: undefined, entries: [] });
  journal.begin(origin);
  journal.append([entry(1), entry(2)]);
  journal.append([entry(3)]);
  expect(journal.load()).toEqual({ origin, entries: [entry(1), entry(2), entry(3)] });
  expect(journal.load(2).entries).toEqual([entry(3)]);
});

it.each(kinds)("a %s journal that begins anew forgets what was before", (_name, create) => {
  const journal = create();
  journal.begin(origin);
  journal.append([entry(1)]);
  journal.begin({ ...origin, seed: "other" });
  expect(journal.load()).toEqual({ origin: { ...origin, seed: "other" }, entries: [] });
  journal.append([entry(2)]);
  journal.clear();
  expect(journal.load()).toEqual({ origin: undefined, entries: [] });
});

it.each(kinds)("work under the lock of a %s journal runs one after another, failures included", async (_name, create) => {
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

it("two journals over one storage see each other's entries, and clearing leaves no key behind", () => {
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

it.each([
  ["an entry that is no JSON", "world.1", "{"],
  ["an entry without what matters", "world.1", "{}"],
  ["an entry of an older form", "world.1", JSON.stringify({ ...entry(2), status: undefined })],
  ["an origin that is none", "world.origin", '{"seed":1}'],
  ["a length that is none", "world.length", "many"],
  ["a length beyond the entries", "world.length", "1e9"],
])("%s makes the journal count as empty, and the next story begins clean", (_name, key, damage) => {
  const storage = mapStorage();
  const journal = createWebStorageJournal({ storage, key: "world" });
  journal.begin(origin);
  journal.append([entry(1), entry(2), entry(3)]);
  storage.setItem(key, damage);
  expect(journal.load()).toEqual({ origin: undefined, entries: [] });
  journal.begin(origin);
  expect(journal.load()).toEqual({ origin, entries: [] });
  expect(storage.map.size).toBe(1);
});

it("a journal is read from where one left off, and no entry before it", () => {
  const storage = mapStorage();
  const journal = createWebStorageJournal({ storage, key: "world" });
  journal.begin(origin);
  journal.append([entry(1), entry(2), entry(3)]);
  const read = vi.spyOn(storage, "getItem");
  expect(journal.load(2).entries).toEqual([entry(3)]);
  expect(read.mock.calls.flat()).toEqual(["world.origin", "world.length", "world.2"]);
});

describe("when storage is full", () => {
  /** Takes so many items and throws for the next, as browsers do. */
  function fullAfter(items: number) {
    const storage = mapStorage();
    const { setItem } = storage;
    storage.setItem = (key, value) => {
      if (storage.map.size >= items && !storage.map.has(key)) throw new DOMException("full", "QuotaExceededError");
      setItem(key, value);
    };
    return storage;
  }

  it("the journal goes on in memory, and nobody else sees a part of it", () => {
    const storage = fullAfter(4);
    const [journal, other] = [createWebStorageJournal({ storage, key: "world" }), createWebStorageJournal({ storage, key: "world" })];
    journal.begin(origin);
    journal.append([entry(1)]);
    journal.append([entry(2), entry(3)]);
    journal.append([entry(4)]);
    expect(journal.load()).toEqual({ origin, entries: [entry(1), entry(2), entry(3), entry(4)] });
    expect(journal.load(3).entries).toEqual([entry(4)]);
    expect(other.load()).toEqual({ origin, entries: [entry(1)] });
  });

  it("a story can begin in memory, and the next one tries storage again", () => {
    const storage = fullAfter(0);
    const journal = createWebStorageJournal({ storage, key: "world" });
    journal.begin(origin);
    journal.append([entry(1)]);
    expect(journal.load()).toEqual({ origin, entries: [entry(1)] });
    storage.setItem = (key, value) => void storage.map.set(key, value);
    journal.begin(origin);
    expect(storage.map.size).toBe(1);
    expect(journal.load()).toEqual({ origin, entries: [] });
  });
});
