import { isRecord } from "@/lib/read";
import { createMemoryJournal, createQueue, type Journal, type JournalContent, type JournalEntry, type JournalOrigin } from "./journal";

/** The part of Web Storage the journal needs. */
export type KeyValueStore = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/**
 * A journal in Web Storage: it survives a reload and is shared by the tabs of an origin. Every entry has a key of its own, so that an
 * append costs the same however long the journal is. What is damaged counts as empty: half a story leads to no world that ever was.
 * When storage is full or forbidden the journal goes on in memory, for this tab alone, until it begins anew.
 * @param options.storage usually `localStorage`
 * @param options.key prefix of all keys
 * @param options.locks usually `navigator.locks`; without it only this tab queues
 */
export function createWebStorageJournal(options: { storage: KeyValueStore; key: string; locks?: LockManager | undefined }): Journal {
  const { storage, key, locks } = options;
  const lengthKey = `${key}.length`;
  const originKey = `${key}.origin`;
  const entryKey = (index: number) => `${key}.${index}`;
  let refuge: Journal | undefined;

  /** Undefined when it is none. */
  const storedLength = () => {
    const length = Number(storage.getItem(lengthKey) ?? "0");
    return Number.isInteger(length) && length >= 0 ? length : undefined;
  };

  const stored = (from: number): JournalContent => {
    const origin = read(storage, originKey, isOrigin);
    const length = storedLength();
    if (origin === undefined || length === undefined) return nothing();
    const entries: JournalEntry[] = [];
    for (let index = from; index < length; index += 1) {
      const entry = read(storage, entryKey(index), isEntry);
      if (entry === undefined) return nothing();
      entries.push(entry);
    }
    return { origin, entries };
  };

  const clear = () => {
    refuge = undefined;
    storage.removeItem(lengthKey);
    storage.removeItem(originKey);
    for (let index = 0; storage.getItem(entryKey(index)) !== null; index += 1) storage.removeItem(entryKey(index));
  };

  /** @param instead what is in the journal, should storage not take it */
  const write = (put: () => void, instead: () => JournalContent) => {
    try {
      put();
    } catch {
      refuge = createMemoryJournal(instead());
    }
  };

  return {
    load: (from = 0) => refuge?.load(from) ?? stored(from),
    begin(origin) {
      clear();
      write(
        () => storage.setItem(originKey, JSON.stringify(origin)),
        () => ({ origin, entries: [] }),
      );
    },
    append(entries) {
      if (refuge !== undefined) return refuge.append(entries);
      const start = storedLength() ?? 0;
      const put = () => {
        entries.forEach((entry, index) => storage.setItem(entryKey(start + index), JSON.stringify(entry)));
        // Last, so that entries count only when all of them are there.
        storage.setItem(lengthKey, String(start + entries.length));
      };
      write(put, () => {
        const before = stored(0);
        return { ...before, entries: [...before.entries, ...entries] };
      });
    },
    clear,
    lock: locks === undefined ? createQueue() : (work) => locks.request(key, work),
  };
}

const nothing = (): JournalContent => ({ origin: undefined, entries: [] });

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
    isRecord(value) && typeof value["seed"] === "string" && typeof value["scenario"] === "string" && typeof value["startedAt"] === "number"
  );
}

function isEntry(value: unknown): value is JournalEntry {
  return (
    isRecord(value) &&
    typeof value["at"] === "number" &&
    typeof value["method"] === "string" &&
    typeof value["url"] === "string" &&
    isRecord(value["headers"]) &&
    (typeof value["body"] === "string" || value["body"] === null) &&
    typeof value["status"] === "number"
  );
}
