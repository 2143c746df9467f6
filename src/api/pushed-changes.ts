import type { Query, QueryClient } from "@tanstack/react-query";
import { readEntries, readList, readProperty } from "@/lib/read";
import { showStatusInLists } from "./inquiries/list-status";
import type { DeskChange, DeskObject } from "./generated/desk/types.gen";
import { pagePerson } from "./page-person";

/** What belongs together comes in a burst: one act is one refresh. */
const gatherMs = 250;
/** How often lists are read again for changes of what they do not show. */
const listPaceMs = 10_000;
/** How long an answer to one's own write counts as knowing of it, and how long after the write. */
const echoMs = 1_000;
const ownWriteMs = 5_000;
/** What a decision sets off at Persona (webhooks, workflows, the desk's own log) comes within this: one read of the inquiry is enough. */
const decisionMs = 3_000;
const longestSendingMs = 30_000;

/** Objects whose lists are long and change all day. */
const pacedTypes: readonly string[] = ["inquiry", "account", "audit-entry"];

type Matches = (query: Query) => boolean;
type Pace = { readAt: number; timer: ReturnType<typeof setTimeout> | undefined };

/** How many there are changes as the lists do. */
const isList = ({ queryKey: [of, kind] }: Query, type: string) => of === type && (kind === "list" || kind === "counts");

/** Whether a cached list was asked for by the ID of one of the objects. */
function isAskedBy({ queryKey }: Query, ids: ReadonlySet<string>): boolean {
  const isIn = (value: unknown) => typeof value === "string" && ids.has(value);
  return readEntries(queryKey[2]).some(([, param]) => isIn(param) || readList(param).some(isIn));
}

/** Whether a cached list shows one of the objects. */
function hasRowOf({ state }: Query, ids: ReadonlySet<string>): boolean {
  const isIn = (value: unknown) => typeof value === "string" && ids.has(value);
  return readEntries(state.data).some(([, rows]) => readList(rows).some((row) => isIn(readProperty(row, "id"))));
}

/** Whether a cached answer is the object itself, or its events. */
const isOf = ({ queryKey: [type, kind, about] }: Query, object: DeskObject) =>
  type === "event" ? readProperty(about, "objectId") === object.id : type === object.type && kind !== "list" && about === object.id;

/** Whether it is the report's history, or a list that has it or is that of its account. */
const isOfReport = (query: Query, reportId: string, ids: ReadonlySet<string>) =>
  query.queryKey[2] === reportId || isAskedBy(query, ids) || hasRowOf(query, ids);

const isOneOf = (objects: readonly DeskObject[], type: string, id: unknown) =>
  objects.some((object) => object.type === type && object.id === id);

/** Lists of decisions that one of them belongs into: those that have it, those of its inquiry, and one's own when it may be one's own. */
function isListOfDecision({ queryKey, state }: Query, { id, name, related }: DeskChange): boolean {
  if (queryKey[0] !== "decision") return false;
  if (readList(state.data).some((row) => readProperty(row, "id") === id)) return true;
  const inquiryId = readProperty(queryKey[2], "inquiryId");
  if (inquiryId !== undefined) return isOneOf(related, "inquiry", inquiryId);
  return related.some(({ type }) => type === "person") ? isOneOf(related, "person", pagePerson()) : name === "held";
}

/**
 * Turns what the event stream tells into reads of exactly what it names. An object and its events are read again at once, and lists that
 * show it, unless the change itself tells what they show; other lists of its kind every 10 seconds at most. What the person's own write has just brought is not read twice. Nothing is
 * read while nobody looks: it waits for the tab to be shown. What became of an inquiry is shown in lists at once. While a decision is carried out the inquiry is left alone, and read once it is
 * over.
 * @param now ms since the epoch
 */
export function createPushedChanges(queryClient: QueryClient, { now = Date.now }: { now?: () => number } = {}) {
  const gathered = new Map<string, DeskChange>();
  const paces = new Map<string, Pace>();
  /** Inquiries that are being decided, and until when they are left alone. */
  const deciding = new Map<string, number>();
  let everything = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let later: ReturnType<typeof setTimeout> | undefined;
  /** When the tab was shown again, for what had to wait for that. */
  let shownAt: number | undefined;

  /** One call for all of it: the second of two would stop what the first has begun. */
  function readAgain(matches: readonly Matches[]) {
    const isDue: Matches = (query) => matches.some((match) => match(query)) && !isOwnEcho(query) && !isReadSinceShown(query);
    void queryClient.invalidateQueries({ predicate: isDue }, { cancelRefetch: shownAt === undefined });
  }

  /** A mutation may say in its `meta` which kind of thing is all it changes. */
  function isOwnEcho({ queryKey, state: { dataUpdatedAt, fetchStatus } }: Query): boolean {
    // a decision goes on after it was answered
    if (queryKey[0] === "decision") return false;
    const writes = queryClient.getMutationCache().getAll();
    return writes.some(({ meta, state: { status, submittedAt } }) => {
      if ((meta?.changes ?? queryKey[0]) !== queryKey[0]) return false;
      if ((status !== "success" && status !== "pending") || now() - submittedAt > ownWriteMs) return false;
      return fetchStatus === "fetching" || (dataUpdatedAt >= submittedAt && now() - dataUpdatedAt < echoMs);
    });
  }

  /** A tab that is shown again reads what is old by itself, a moment before. */
  const isReadSinceShown = ({ state }: Query) => shownAt !== undefined && state.dataUpdatedAt >= shownAt;

  function paced(type: string): Matches[] {
    const pace = paces.get(type) ?? { readAt: Number.NEGATIVE_INFINITY, timer: undefined };
    paces.set(type, pace);
    if (pace.timer !== undefined) return [];
    const waitMs = pace.readAt + listPaceMs - now();
    if (waitMs > 0) {
      pace.timer = setTimeout(() => {
        pace.timer = undefined;
        take({ type, id: "", related: [] });
      }, waitMs);
      return [];
    }
    pace.readAt = now();
    return [(query) => isList(query, type)];
  }

  function readsOf(object: DeskObject, ids: ReadonlySet<string>, change: DeskChange): Matches[] {
    const { type } = object;
    if (type === "decision") return [(query) => isListOfDecision(query, change)];
    // what its row shows of an inquiry is there already
    const isListAbout: Matches = (query) =>
      isList(query, type) && (isAskedBy(query, ids) || (change.status === undefined && hasRowOf(query, ids)));
    if (type === "claim") return [isListAbout];
    // nothing has changed at Persona: the rows of lists alone say it
    if (type === "postponement") return readsOfRows(ids);
    if (type === "second-look") return [({ queryKey }) => queryKey[0] === type, ...readsOfRows(ids)];
    if (type.startsWith("report/")) return [(query) => query.queryKey[0] === "report" && isOfReport(query, object.id, ids)];
    // The desk's own lists are short, and Persona's other objects are read as parts of an inquiry.
    if (!pacedTypes.includes(type)) return [({ queryKey }) => queryKey[0] === type];
    return [(query) => isOf(query, object), isListAbout, ...paced(type)];
  }

  /** Lists of inquiries that show one of these, and now and then those that may show it now. */
  const readsOfRows = (ids: ReadonlySet<string>): Matches[] => [
    (query) => isList(query, "inquiry") && (isAskedBy(query, ids) || hasRowOf(query, ids)),
    ...paced("inquiry"),
  ];

  function flush() {
    timer = undefined;
    if (document.hidden) return;
    const due = [...gathered].filter(([, change]) => everything || leftAloneMs(change) === 0);
    for (const [key] of due) gathered.delete(key);
    const changes = due.map(([, change]) => change);
    readAgain(
      everything ? [() => true] : changes.flatMap((change) => objectsOf(change).flatMap((one) => readsOf(one, idsOf(change), change))),
    );
    everything = false;
    shownAt = undefined;
    clearTimeout(later);
    if (gathered.size > 0) later = setTimeout(flush, Math.min(...[...gathered.values()].map(leftAloneMs)));
  }

  /** How long what a change is about must be left alone yet, in ms. */
  function leftAloneMs(change: DeskChange): number {
    if (change.type === "decision") return 0;
    return Math.max(0, ...objectsOf(change).map(({ id }) => (deciding.get(id) ?? 0) - now()));
  }

  /** A decision that goes out changes the inquiry several times in a moment, and once it is over the inquiry is what it is. */
  function noteDecision({ name, related }: DeskChange) {
    if (name === undefined || !["sending", "confirmed", "refused", "unknown"].includes(name)) return;
    for (const object of related.filter(({ type }) => type === "inquiry")) {
      deciding.set(object.id, now() + (name === "sending" ? longestSendingMs : decisionMs));
      if (name === "confirmed") gathered.set(`inquiry ${object.id}`, { ...object, related: [] });
    }
  }

  const flushSoon = () => void (timer ??= setTimeout(flush, gatherMs));
  const onVisibility = () => {
    if (document.hidden || (gathered.size === 0 && !everything)) return;
    shownAt = now();
    flushSoon();
  };
  document.addEventListener("visibilitychange", onVisibility);

  function take(change: DeskChange) {
    gathered.set(`${change.type} ${change.id}`, change);
    if (change.type === "decision") noteDecision(change);
    if (change.type === "inquiry") showStatusInLists(queryClient, change);
    // what comes now may be newer than what is being read
    shownAt = undefined;
    flushSoon();
  }

  return {
    take,
    /** Reads everything on screen again. */
    resync: () => {
      everything = true;
      flushSoon();
    },
    stop: () => {
      document.removeEventListener("visibilitychange", onVisibility);
      clearTimeout(timer);
      clearTimeout(later);
      for (const pace of paces.values()) clearTimeout(pace.timer);
    },
  };
}

const idsOf = ({ id, related }: DeskChange): ReadonlySet<string> => new Set([id, ...related.map((object) => object.id)]);

/** What has changed with it: the inquiry that a report or a verification belongs to. Whose an inquiry is has not. */
const objectsOf = (change: DeskChange): DeskObject[] =>
  ["claim", "decision", "postponement", "second-look"].includes(change.type)
    ? [change]
    : [change, ...change.related.filter(({ type }) => type === "inquiry" && change.type !== "inquiry")];
