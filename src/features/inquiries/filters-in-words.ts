import { displayLine } from "@/lib/display-text";
import { localDayStart } from "@/lib/local-day";
import { middleEllipsis } from "@/lib/middle-ellipsis";
import { readTime } from "@/lib/read";
import { formatDate } from "@/lib/time";
import { count, joinWords } from "@/lib/words";
import { statusSummary, type TemplateNames, templateSummary } from "./filter-words";
import { type FilterName, type InquirySearch, listOf } from "./inquiry-search";

export type FilterInWords = {
  /** "status". */
  name: string;
  /** "status Pending or Expired". */
  words: string;
  /** The change of the address that takes it away. */
  without: Partial<Record<FilterName, undefined>>;
  /** Whether the bar above the list has a control of its own for it. */
  isInBar: boolean;
};

const inBar: readonly FilterName[] = ["status", "template", "from", "to", "reference"];

/** The filters that are on, each as it would be said and with the way to take it away. */
export function filtersInWords(search: InquirySearch, names: TemplateNames): FilterInWords[] {
  const filters: FilterInWords[] = [];
  const add = (name: string, parts: readonly FilterName[], words: () => string) => {
    if (parts.every((part) => search[part] === undefined)) return;
    const without = Object.fromEntries(parts.map((part) => [part, undefined]));
    filters.push({ name, words: words(), without, isInBar: parts.every((part) => inBar.includes(part)) });
  };
  const text = (part: FilterName) => `“${displayLine(search[part] ?? "", 60)}”`;
  const ids = (part: FilterName) =>
    joinWords(
      (listOf(search[part]) ?? []).map((id) => middleEllipsis(id)),
      "or",
    );
  const days = (what: string, from: FilterName, to: FilterName) => () => `${what} ${daysInWords(search[from], search[to])}`;
  add("status", ["status"], () => `status ${statusSummary(search)}`);
  add("template", ["template"], () => `template ${templateSummary(search, names)}`);
  add("template version", ["version"], () => `template version ${ids("version")}`);
  add("creation date", ["from", "to"], days("created", "from", "to"));
  add("date of update", ["updated-from", "updated-to"], days("updated", "updated-from", "updated-to"));
  add("decision date", ["decided-from", "decided-to"], days("decided", "decided-from", "decided-to"));
  add("expiry date", ["expires-from", "expires-to"], days("expires", "expires-from", "expires-to"));
  add("age", ["age"], () => `in its status for ${count(Number(search.age), "day")} or longer`);
  add("tag", ["tag"], () => `tag ${text("tag")}`);
  add("reference ID", ["reference"], () => {
    const several = listOf(search.reference) ?? [];
    return several.length > 1 ? `one of ${count(several.length, "reference ID")}` : `reference ID ${text("reference")}`;
  });
  add("account", ["account"], () => `account ${ids("account")}`);
  add("person working on it", ["claimed-by"], () => `worked on by ${ids("claimed-by")}`);
  add("decider", ["decided-by"], () => `decided by ${ids("decided-by")}`);
  add("reason", ["reason"], () => `reason ${text("reason")}`);
  add("match", ["matches"], () => (search.matches === "yes" ? "with a match in a report" : "without a match in its reports"));
  return filters;
}

function daysInWords(from: string | undefined, to: string | undefined): string {
  const day = (value: string) => formatDate(readTime(localDayStart(value)) ?? Number.NaN);
  if (from !== undefined && to !== undefined) return from === to ? `on ${day(from)}` : `from ${day(from)} to ${day(to)}`;
  return from !== undefined ? `from ${day(from)}` : `up to ${day(to ?? "")}`;
}
