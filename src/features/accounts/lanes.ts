/** Where the inquiries of a person lie on one time axis. Pure geometry: shares of the width from 0 to 100. */
import type { InquiryModel } from "@/api/models";
import { isOpen } from "@/domain/inquiry-status";
import { readTime } from "@/lib/read";
import { day, formatClock, formatDate, hour, minute } from "@/lib/time";

export type Lane = {
  readonly inquiry: InquiryModel;
  readonly start: number;
  readonly width: number;
  /** Still open or waiting: its end is not in the past. */
  readonly runsOn: boolean;
};

/** `label` is empty where it would run into the word at the end of the axis. */
export type Tick = { readonly at: number; readonly label: string };

export type LaneChart = { readonly lanes: readonly Lane[]; readonly ticks: readonly Tick[]; readonly from: number; readonly to: number };

/** A chart of more lanes than this says less, not more; the table holds them all. */
export const mostLanes = 12;
const ticksWanted = 4;
const lastLabel = 75;

/** @param inquiries any order; those without a time of creation cannot be placed and are left out. @param now ms */
export function laneChart(inquiries: readonly InquiryModel[], now: number): LaneChart {
  const placed = inquiries
    .flatMap((inquiry) => {
      const start = readTime(inquiry.createdAt);
      return start === undefined ? [] : [{ inquiry, start: Math.min(start, now), ...endOf(inquiry, start, now) }];
    })
    .toSorted((one, other) => other.start - one.start)
    .slice(0, mostLanes);
  const earliest = Math.min(now - hour, ...placed.map(({ start }) => start));
  // A little room before the first, so that its beginning is seen.
  const from = earliest - (now - earliest) * 0.02;
  const share = (time: number) => ((time - from) / (now - from)) * 100;
  return {
    lanes: placed.map(({ inquiry, start, end, runsOn }) => ({ inquiry, start: share(start), width: share(end) - share(start), runsOn })),
    ticks: ticksBetween(from, now).map((at) => ({ at: share(at), label: share(at) > lastLabel ? "" : tickLabel(at, now - from) })),
    from,
    to: now,
  };
}

/** When an inquiry was over: redacted, or else decided, finished or expired, whichever came last. Open and waiting ones run on to now. */
function endOf(inquiry: InquiryModel, start: number, now: number): { end: number; runsOn: boolean } {
  const redacted = readTime(inquiry.redactedAt);
  if (redacted !== undefined) return { end: Math.min(Math.max(redacted, start), now), runsOn: false };
  if (isOpen(inquiry) || inquiry.status === "needs_review") return { end: now, runsOn: true };
  const times = [inquiry.decisionedAt, inquiry.completedAt, inquiry.failedAt, inquiry.expiredAt].flatMap((time) => readTime(time) ?? []);
  const last = times.length > 0 ? Math.max(...times) : (readTime(inquiry.updatedAt) ?? start);
  return { end: Math.min(Math.max(last, start), now), runsOn: false };
}

const steps = [
  10 * minute,
  30 * minute,
  hour,
  3 * hour,
  6 * hour,
  12 * hour,
  day,
  2 * day,
  7 * day,
  14 * day,
  30 * day,
  91 * day,
  182 * day,
  365 * day,
];

function ticksBetween(from: number, to: number): number[] {
  const step = steps.find((candidate) => (to - from) / candidate <= ticksWanted) ?? (to - from) / ticksWanted;
  const ticks: number[] = [];
  for (let at = Math.ceil(from / step) * step; at < to; at += step) ticks.push(at);
  return ticks;
}

function tickLabel(at: number, span: number): string {
  if (span <= day) return formatClock(at);
  // Within a year the year goes without saying.
  return span < 330 * day ? formatDate(at).replace(/ \d{4}$/, "") : formatDate(at);
}
