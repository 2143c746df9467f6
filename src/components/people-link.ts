import type { HistoryState } from "@tanstack/react-router";

declare module "@tanstack/react-router" {
  // only an interface adds to one that is there
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface HistoryState {
    /** Reference IDs that are too many for an address; they stay in this tab. */
    referenceIds?: readonly string[];
    /** What of the pasted text was left out, in words. */
    leftOut?: string;
  }
}

/** Addresses this long go through every proxy and every chat. */
const longestInAddress = 4_000;

/** Search and state of the people table for these reference IDs: in the address when they fit, else kept with this entry of the tab's history. */
export function peopleNamed(referenceIds: readonly string[], leftOut?: string) {
  const list = referenceIds.join(",");
  const fits = encodeURIComponent(list).length <= longestInAddress;
  const state: HistoryState = { ...(leftOut !== undefined && { leftOut }), ...(!fits && { referenceIds }) };
  const search = fits ? { "reference-id": list === "" ? undefined : list } : { listed: String(referenceIds.length) };
  return { search, state };
}
