/** Where the inquiries of a person lie on one time axis. Pure geometry: shares of the width from 0 to 100. */
import type { InquiryModel } from "@/api/models";
import { isOpen } from "@/domain/inquiry-status";
import { readTime } from "@/lib/read";
import { hour } from "@/lib/time";

export type Lane = {
  readonly inquiry: InquiryModel;
  readonly start: number;
  readonly width: number;
  /** Still open or waiting: its end is not in the past. */
  readonly runsOn: boolean;
};

export type LaneChart = {
  /** By the id of the inquiry. */
  readonly lanes: ReadonlyMap<string, Lane>;
  /** ms */
  readonly from: number;
  /** ms */
  readonly to: number;
};

/** @param inquiries any order; those without a time of creation cannot be placed and are left out. @param now ms */
export function laneChart(inquiries: readonly InquiryModel[], now: number): LaneChart {
  const placed = inquiries.flatMap((inquiry) => {
    const start = readTime(inquiry.createdAt);
    return start === undefined ? [] : [{ inquiry, start: Math.min(start, now), ...endOf(inquiry, start, now) }];
  });
  const from = Math.min(now - hour, ...placed.map(({ start }) => start));
  const share = (time: number) => ((time - from) / (now - from)) * 100;
  const lanes = placed.map(({ inquiry, start, end, runsOn }): [string, Lane] => [
    inquiry.id,
    { inquiry, start: share(start), width: share(end) - share(start), runsOn },
  ]);
  return { lanes: new Map(lanes), from, to: now };
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
