import { describeInquiryStatus } from "@/domain/inquiry-status";
import { formatClock, formatDate, day } from "@/lib/time";
import type { Lane, LaneChart } from "./lanes";
import "./lane-bar.css";

/** The head over a column of lanes: from when to when they go. */
export function LaneAxis({ chart: { from, to } }: { chart: LaneChart }) {
  return (
    <>
      <span className="sr-only">Timeline</span>
      <span aria-hidden="true" className="flex justify-between gap-2 font-normal">
        <span>{to - from <= day ? formatClock(from) : formatDate(from)}</span>
        <span>now</span>
      </span>
    </>
  );
}

/** One inquiry on the axis. The cells beside it say the same in words. */
export function LaneBar({ lane }: { lane: Lane | undefined }) {
  if (!lane) return null;
  const { start, width, runsOn } = lane;
  return (
    <span aria-hidden="true" data-tone={describeInquiryStatus(lane.inquiry.status).tone} className="lane-track">
      <span className="lane-bar" data-runs-on={runsOn || undefined} style={{ left: `min(${start}%, 100% - 0.5rem)`, width: `${width}%` }} />
    </span>
  );
}
