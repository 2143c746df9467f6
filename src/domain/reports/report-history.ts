/** What happened to a report, in words. Source: spec, GET /reports/{report-id}/history; its types may grow. */
import { displayLine, displayValue } from "@/lib/display-text";
import { readList, readNumber, readProperty, readText } from "@/lib/read";
import { humanize } from "@/lib/humanize";
import { count } from "@/lib/words";

export type HistoryLine = {
  readonly sentence: string;
  /** ISO 8601, as sent; null for a run that is not over. */
  readonly at: string | null;
};

const deeds = new Map([
  ["dismiss", "Matches dismissed"],
  ["review", "Matched records reviewed"],
  ["pause", "Monitoring paused"],
  ["resume", "Monitoring resumed"],
]);

/** One entry of the history. Never throws. */
export function historyLine(entry: unknown): HistoryLine {
  const type = readText(readProperty(entry, "type")) ?? "";
  if (type === "run") return runLine(entry);
  const by = displayValue(readProperty(entry, "creatorName"), "", 80);
  const deed = deeds.get(type) ?? (type === "" ? "Something that is not told" : displayLine(humanize(type), 80));
  return { sentence: by === "" ? deed : `${deed} by ${by}`, at: readText(readProperty(entry, "createdAt")) ?? null };
}

function runLine(entry: unknown): HistoryLine {
  const kind = readText(readProperty(entry, "runType"));
  const run = kind === undefined ? "Run" : `Run, ${displayLine(humanize(kind).toLowerCase(), 40)}`;
  const at = readText(readProperty(entry, "completedAt")) ?? null;
  const matches = readNumber(readProperty(entry, "matches"));
  if (at === null) return { sentence: `${run}: not over yet`, at };
  if (matches === undefined) return { sentence: run, at };
  return { sentence: `${run}: ${matches === 0 ? "no match" : count(matches, "match", "matches")}`, at };
}

/** Whether monitoring was paused or resumed last; undefined when neither ever was. @param entries newest first */
export function latestOfMonitoring(entries: unknown): "pause" | "resume" | undefined {
  return readList(entries)
    .map((entry) => readProperty(entry, "type"))
    .find((type) => type === "pause" || type === "resume");
}
