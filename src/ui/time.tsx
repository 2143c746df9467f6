import { readTime } from "@/lib/read";
import { formatAbsolute, formatRelative, hour } from "@/lib/time";
import { currentTime, useNow } from "@/ui/now";

type TimeProps = {
  /** ISO 8601, or milliseconds since the epoch. */
  value: string | number | null | undefined;
  /** "relative" says how long ago, with the instant on hover; "absolute" the other way round; "both" prints both. */
  show?: "relative" | "absolute" | "both";
  /** Printed when there is no time, or none that can be read. */
  fallback?: string;
  className?: string;
  /** A word before it: "created". */
  before?: string;
  /** Of what may be still to come, such as an end. Anything else has happened, whatever a clock says. */
  mayCome?: boolean;
};

/** Clocks differ by minutes. What is further ahead is told as it is: something is wrong, and should be seen. */
const mostAhead = hour;

const said = (before: string | undefined, text: string) => (before === undefined ? text : `${before} ${text}`);

/** The tooltip tells the instant in full itself: to put it into words for each row would keep the first list waiting. */
const fullInstant = "";

/** An instant, its zone always named. */
export function Time({ value, show = "relative", fallback = "–", className, before, mayCome = false }: TimeProps) {
  const ticked = useNow();
  const time = typeof value === "number" ? value : readTime(value);
  if (time === undefined || Math.abs(time) > 8.64e15) {
    return className === undefined && before === undefined ? fallback : <span className={className}>{said(before, fallback)}</span>;
  }
  // what happened since the last tick, or by a clock that is minutes ahead, is no matter of the future
  const now = time > ticked ? Math.max(ticked, currentTime()) : ticked;
  const relative = formatRelative(!mayCome && time - now < mostAhead ? Math.min(time, now) : time, now);
  return (
    <time className={className} dateTime={new Date(time).toISOString()} data-tip={show === "absolute" ? relative : fullInstant}>
      {said(before, show === "absolute" ? formatAbsolute(time) : relative)}
      {show === "both" && <span className="text-ink-muted"> · {formatAbsolute(time)}</span>}
    </time>
  );
}
