import type { StoryEntry } from "@/domain/story/story-types";
import { groupBy } from "@/lib/group-by";
import { dayKey, formatDay, formatGap, hour } from "@/lib/time";

export type StoryDay = {
  /** `2026-03-02`, in the zone asked for. */
  readonly key: string;
  /** "Monday, 2 March 2026". */
  readonly heading: string;
  /** `gap` ("41 h later") stands before the entry when at least an hour passed since the one before it, on whatever day. */
  readonly items: readonly { readonly entry: StoryEntry; readonly gap: string | null }[];
};

/** A story under day headings. @param entries oldest first. @param timeZone IANA name; the reader's own unless given. */
export function storyDays(entries: readonly StoryEntry[], timeZone?: string): StoryDay[] {
  const items = entries.map((entry, index) => {
    const before = entries[index - 1];
    const passed = before ? entry.at - before.at : 0;
    return { entry, gap: passed >= hour ? formatGap(passed) : null };
  });
  return [...groupBy(items, ({ entry }) => dayKey(entry.at, timeZone))].map(([key, dayItems]) => ({
    key,
    heading: formatDay(dayItems[0]?.entry.at ?? Number.NaN, timeZone),
    items: dayItems,
  }));
}
