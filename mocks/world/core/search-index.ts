import type { Snapshot } from "./resources";
import { millis, minute } from "./time";

/** Search runs this far behind writes (spec: POST /inquiries/search, "about a minute"). */
const searchLag = minute;

/** Remembers former states for as long as search still shows them. */
export type SearchIndex = {
  /** Notes the state a resource is about to leave at `now` (milliseconds). */
  leave(resource: Snapshot, now: number): void;
  /** The resource as search knows it at `now`; undefined when it is too new to be indexed. */
  indexed<Row extends Snapshot>(resource: Row, now: number): Row | undefined;
};

type FormerState = {
  /** The state held until this time, in milliseconds. */
  until: number;
  attributes: object;
  relationships: object | undefined;
};

/** An index of nothing yet. */
export function createSearchIndex(): SearchIndex {
  const former = new Map<string, FormerState[]>();
  return {
    leave(resource, now) {
      const kept = (former.get(resource.id) ?? []).filter((state) => state.until > now - searchLag);
      kept.push({ until: now, attributes: resource.attributes, relationships: resource.relationships });
      former.set(resource.id, kept);
    },
    indexed(resource, now) {
      const horizon = now - searchLag;
      if (createdAt(resource) > horizon) return undefined;
      const then = former.get(resource.id)?.find((state) => state.until > horizon);
      if (then === undefined) return resource;
      return { ...resource, attributes: then.attributes, ...(then.relationships && { relationships: then.relationships }) };
    },
  };
}

function createdAt(resource: Snapshot): number {
  const { attributes } = resource;
  return "createdAt" in attributes && typeof attributes.createdAt === "string" ? (millis(attributes.createdAt) ?? 0) : 0;
}
