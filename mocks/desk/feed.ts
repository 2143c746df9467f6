import type { DeskChange, DeskObject, DeskRole } from "@/api/generated/desk/types.gen";
import type { Event } from "@/api/generated/persona/types.gen";
import { readEntries, readProperty, readText } from "@/lib/read";

/** A change, and who may hear of it: everybody, unless roles are named. */
export type FeedItem = {
  readonly change: DeskChange;
  readonly roles: readonly DeskRole[] | undefined;
};

/** What open screens are told, in order. */
export type Feed = {
  publish(change: DeskChange, roles?: readonly DeskRole[]): void;
  /** How many changes there have been: the place of the latest. */
  readonly latest: number;
  /** The changes behind a place; undefined when they are no longer known. */
  after(place: number): readonly FeedItem[] | undefined;
};

const kept = 500;

/** Silent at first. It remembers the latest 500 changes. */
export function createFeed(): Feed {
  let items: FeedItem[] = [];
  let forgotten = 0;
  return {
    publish(change, roles) {
      items.push({ change, roles });
      if (items.length < 2 * kept) return;
      forgotten += items.length - kept;
      items = items.slice(-kept);
    },
    get latest() {
      return forgotten + items.length;
    },
    after(place) {
      const isKnown = Number.isInteger(place) && place >= forgotten && place <= forgotten + items.length;
      return isKnown ? items.slice(place - forgotten) : undefined;
    },
  };
}

/** Of an inquiry, its status and since when it is known. */
export function stateOf({
  type,
  attributes,
}: {
  readonly type: string;
  readonly attributes?: unknown;
}): Pick<DeskChange, "status" | "updatedAt"> {
  const [status, updatedAt] = [readText(readProperty(attributes, "status")), readText(readProperty(attributes, "updated-at"))];
  return type !== "inquiry" || status === undefined || updatedAt === undefined ? {} : { status, updatedAt };
}

/** What an event tells open screens: its object, and the inquiry and the accounts that belongs to. */
export function changeOf({ attributes }: Event): DeskChange | undefined {
  const object = attributes.payload?.data;
  if (object === undefined) return undefined;
  const related = new Map<string, DeskObject>();
  for (const [, relationship] of readEntries(object.relationships)) {
    for (const reference of [readProperty(relationship, "data")].flat()) {
      const [type, id] = [readText(readProperty(reference, "type")), readText(readProperty(reference, "id"))];
      if ((type === "inquiry" || type === "account") && id !== undefined && id !== object.id) related.set(id, { type, id });
    }
  }
  return { type: object.type, id: object.id, name: attributes.name, related: [...related.values()], ...stateOf(object) };
}
