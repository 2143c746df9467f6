import { useQuery } from "@tanstack/react-query";
import { deskSessionQuery } from "@/api/sessions/queries";
import { settingsQuery } from "@/api/settings/queries";
import { ActorFilter } from "@/components/actor-filter";
import { DayRangeFilter } from "@/components/day-range-filter";
import { displayLine } from "@/lib/display-text";
import { readList, readProperty, readText } from "@/lib/read";
import { count } from "@/lib/words";
import { Select } from "@/ui/select";
import { ExactFilter } from "./exact-filter";
import { type FilterName, type InquirySearch, withFilters } from "./inquiry-search";

type MoreFiltersProps = { search: InquirySearch; onSearch: (search: InquirySearch) => void };

/** The filters that are asked for less often, and can be had of the desk's index alone. */
export function MoreFilters({ search, onSearch }: MoreFiltersProps) {
  const session = useQuery(deskSessionQuery());
  const settings = useQuery({ ...settingsQuery(), retryOnMount: true });
  const me = session.data?.user;
  const set = (change: Partial<Record<FilterName, string | undefined>>) => onSearch(withFilters(search, change));
  const choose = (name: FilterName) => ({ value: search[name] ?? "", onChange: choiceOf((value) => set({ [name]: value })) });
  const days = (what: "updated" | "decided" | "expires") => (
    <DayRangeFilter
      isStacked
      what={what}
      range={{ from: search[`${what}-from`], to: search[`${what}-to`] }}
      // one end at a time
      onChange={(change) => set(Object.fromEntries(Object.entries(change).map(([end, day]) => [`${what}-${end}`, day])))}
    />
  );
  const exact = (name: FilterName) => ({
    value: search[name],
    onCommit: (value: string | undefined) => set({ [name]: value }),
  });
  return (
    <div className="flex max-h-[min(32rem,calc(100dvh-8rem))] flex-col gap-2 overflow-auto p-2">
      {days("decided")}
      {days("updated")}
      {days("expires")}
      <Select label="In its status for" options={withChosen(ages, search.age, ageLabel)} {...choose("age")} />
      <Select label="Matches in its reports" options={matches} {...choose("matches")} />
      <Select label="Reason of a decision" options={withChosen(reasonsIn(settings.data), search.reason)} {...choose("reason")} />
      <ActorFilter
        className="w-full"
        label="Decided by"
        me={me}
        seen={[]}
        value={search["decided-by"]}
        onChange={(id) => set({ "decided-by": id })}
      />
      <ActorFilter
        className="w-full"
        label="Worked on by"
        me={me}
        seen={[]}
        value={search["claimed-by"]}
        onChange={(id) => set({ "claimed-by": id })}
      />
      <ExactFilter key={`tag ${search.tag}`} {...exact("tag")} {...tag} />
      <ExactFilter key={`account ${search.account}`} {...exact("account")} {...account} />
      <ExactFilter key={`version ${search.version}`} {...exact("version")} {...version} />
      <p className="text-xs text-ink-muted">Who decided, and why, is known as long as the desk keeps its decisions.</p>
    </div>
  );
}

const choiceOf = (onChoice: (value: string | undefined) => void) => (event: { target: { value: string } }) =>
  onChoice(event.target.value === "" ? undefined : event.target.value);

const tag = { label: "Tag", placeholder: "Tag, then Enter", pattern: /^[^\n\r@,]{1,255}$/, otherwise: "This can be no tag." };
const account = {
  label: "Account ID",
  placeholder: "act_…, then Enter",
  pattern: /^act_[A-Za-z0-9]{1,60}$/,
  otherwise: "An account's ID begins with act_.",
};
const version = {
  label: "Template version ID",
  placeholder: "itmplv_…, then Enter",
  pattern: /^itmplv_[A-Za-z0-9]{1,60}$/,
  otherwise: "A version's ID begins with itmplv_.",
};

const ageLabel = (days: string) => `${count(Number(days), "day")} or longer`;
const ages = [
  { value: "", label: "Any time" },
  ...["1", "2", "3", "7", "14", "30", "90", "365"].map((value) => ({ value, label: ageLabel(value) })),
];
const matches = [
  { value: "", label: "With or without" },
  { value: "yes", label: "With a match" },
  { value: "no", label: "Without a match" },
];

/** The choices, with the one of the address where it is none of them. */
function withChosen(
  options: readonly { value: string; label: string }[],
  chosen: string | undefined,
  label: (value: string) => string = (value) => displayLine(value, 60),
) {
  if (chosen === undefined || options.some(({ value }) => value === chosen)) return options;
  return [...options, { value: chosen, label: label(chosen) }];
}

/** The company's reasons, whatever decision they are for. */
function reasonsIn(settings: ReadonlyMap<string, { value: unknown }> | undefined) {
  const reasons = readList(settings?.get("decisionReasons")?.value).flatMap((reason) => {
    const value = readText(readProperty(reason, "id"));
    return value === undefined ? [] : [{ value, label: displayLine(readText(readProperty(reason, "label")) ?? value, 60) }];
  });
  return [{ value: "", label: "Any reason" }, ...reasons];
}
