import { createQueue, type Journal, type JournalContent, type JournalEntry, type JournalOrigin } from "./journal";

/** The part of Web Storage the journal needs. */
export type KeyValueStore = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/**
 * A journal in Web Storage: it survives a reload and is shared by the tabs of an origin. Every entry has a key of its own, so that an
 * append costs the same however long the journal is.
 * @param options.storage usually `localStorage`
 * @param options.key prefix of all keys
 * @param options.locks usually `navigator.locks`; without it only this tab queues
 */
export function createWebStorageJournal(options: { storage: KeyValueStore; key: string; locks?: LockManager | undefined }): Journal {
  const { storage, key, locks } = options;
  const lengthKey = `${key}.length`;
  const originKey = `${key}.origin`;
  const entryKey = (index: number) => `${key}.${index}`;
  const length = () => Number(storage.getItem(lengthKey) ?? "0");

  const clear = () => {
    const count = length();
    storage.removeItem(lengthKey);
    storage.removeItem(originKey);
    for (let index = 0; index < count; index += 1) storage.removeItem(entryKey(index));
  };

  return {
    load(from = 0): JournalContent {
      const origin = read(storage, originKey, isOrigin);
      const entries: JournalEntry[] = [];
      const count = length();
      for (let index = from; index < count; index += 1) {
        const entry = read(storage, entryKey(index), isEntry);
        // What comes after a damaged entry was made in a world that can no longer be reached.
        if (entry === undefined) break;
        entries.push(entry);
      }
      return { origin, entries };
    },
    begin(origin) {
      clear();
      storage.setItem(originKey, JSON.stringify(origin));
    },
    append(entries) {
      const start = length();
      entries.forEach((entry, index) => storage.setItem(entryKey(start + index), JSON.stringify(entry)));
      storage.setItem(lengthKey, String(start + entries.length));
    },
    clear,
    lock: locks === undefined ? createQueue() : (work) => locks.request(key, work),
  };
}

function read<Value>(storage: KeyValueStore, key: string, is: (value: unknown) => value is Value): Value | undefined {
  const text = storage.getItem(key);
  if (text === null) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return is(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isOrigin(value: unknown): value is JournalOrigin {
  return (
    isObject(value) && typeof value["seed"] === "string" && typeof value["scenario"] === "string" && typeof value["startedAt"] === "number"
  );
}

function isEntry(value: unknown): value is JournalEntry {
  return (
    isObject(value) &&
    typeof value["at"] === "number" &&
    typeof value["method"] === "string" &&
    typeof value["url"] === "string" &&
    isObject(value["headers"]) &&
    (typeof value["body"] === "string" || value["body"] === null)
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
