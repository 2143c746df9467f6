/**
 * What a report found, whatever its kind: the lists and people, read from where each kind keeps them. Sources: spec, schemas `report-*`;
 * changelog of 2026, report kind `screening`. Every text is made safe to show, one line; addresses are only those that may be followed.
 */
import { readPartialDate, type PartialDate } from "@/domain/compare/partial-date";
import type { ReportFacts } from "@/domain/facts";
import { countryName } from "@/lib/country-name";
import { displayLine, displayValue } from "@/lib/display-text";
import { isRecord, readList, readProperty, readText, readTexts } from "@/lib/read";
import { safeUrl } from "@/lib/safe-url";
import { humanize } from "@/lib/humanize";

export type FoundPerson = {
  readonly name: string;
  /** Another name of the same entry. */
  readonly isAlias: boolean;
  readonly births: readonly PartialDate[];
  /** As written: a name or a code. */
  readonly countries: readonly string[];
};

export type Article = { readonly title: string; readonly url: string | undefined; readonly date: string; readonly snippet: string };

export type Finding = {
  /** The list; the person where no list is named. */
  readonly title: string;
  readonly url: string | undefined;
  /** What kind of record it is: "Sanction", "European Union". */
  readonly labels: readonly string[];
  readonly people: readonly FoundPerson[];
  readonly positions: readonly { readonly title: string; readonly span: string }[];
  readonly articles: readonly Article[];
  /** By what Persona knows the record, where it can be dismissed or reviewed by itself. */
  readonly record?: FoundRecord;
  /** Further facts, each one line: "Locations: Kyiv, Lviv". */
  readonly facts: readonly { readonly label: string; readonly text: string }[];
};

export type FoundRecord = {
  /** An `entity-id`, or the token of a screening's record; as sent. */
  readonly id: string;
  /** Of a screening: `pending`, `false_positive`, … as sent. */
  readonly reviewStatus?: string;
};

/** Stands for the name of somebody on a list of whom none is told. */
export const untoldName = "A name that is not told";

/** More than a person would read, and what keeps a runaway answer from freezing the page. */
const most = 200;

const line = (value: unknown, limit = 200) => displayValue(value, "", limit);
const get = (item: unknown, ...names: readonly string[]) =>
  names.map((name) => readProperty(item, name)).find((value) => value !== undefined);
const list = (item: unknown, ...names: readonly string[]) => readList(get(item, ...names)).slice(0, most);

/** A text, or what an object calls itself. */
const named = (item: unknown) => line(isRecord(item) ? get(item, "name", "value", "title", "nameFull", "description") : item);
const names = (item: unknown, ...keys: readonly string[]) => list(item, ...keys).flatMap((entry) => named(entry) || []);
const births = (item: unknown) =>
  list(item, "birthdates").flatMap((entry) => readPartialDate(entry) ?? readPartialDate(get(entry, "value")) ?? []);

/** All that a report found, in the order sent; empty when it found nothing or its kind finds no records. */
export function reportFindings(report: ReportFacts): Finding[] {
  const result = readProperty(report, "result");
  const named = [
    ...list(report, "sanctionList").map((item) => listWithoutEntries(item, "Sanction")),
    ...list(report, "warningList").map((item) => listWithoutEntries(item, "Warning")),
    ...list(report, "fitnessProbityList").map((item) => listWithoutEntries(item, "Fitness and probity")),
  ];
  const lists = list(report, "matchedLists");
  const slugs = lists.filter((item) => typeof item === "string");
  return [
    // of some kinds the same lists come twice: by their short names alone, and in full (spec: `report-business-watchlist`)
    ...(slugs.length > named.length ? lists : lists.filter((item) => typeof item !== "string")).map(listFinding),
    ...named,
    ...readList(result)
      .slice(0, most)
      .map((item) => (get(item, "entities") === undefined ? personFinding(item) : listFinding(item))),
    ...list(report, "relatedSources").map((item) => recordFinding(item, readText(get(item, "entityId", "id")))),
    // what is still open first: it must not fall to the limit behind what was cleared
    ...readList(get(report, "matchedRecords"))
      .toSorted((one, other) => Number(isFalsePositive(one)) - Number(isFalsePositive(other)))
      .slice(0, most)
      .map((item) => recordFinding(item, readText(get(item, "token")), readText(get(item, "reviewStatus")))),
    ...list(result, "adverseMedia").map((item) => ({ ...blank, title: line(get(item, "title")) || "Article", articles: articles([item]) })),
  ];
}

/** How many records a report has beyond those that are read. */
export const findingsLeftOut = (report: ReportFacts): number =>
  [get(report, "result"), ...["matchedLists", "relatedSources", "matchedRecords"].map((name) => get(report, name))]
    .map((records) => Math.max(0, readList(records).length - most))
    .reduce((sum, left) => sum + left, 0);

const isFalsePositive = (record: unknown): boolean => get(record, "reviewStatus") === "false_positive";

/** Whether somebody has found that it is about somebody else. */
export const isCleared = ({ record }: Finding): boolean => record?.reviewStatus === "false_positive";

const recordFinding = (item: unknown, id: string | undefined, reviewStatus?: string): Finding => ({
  ...personFinding(item),
  ...(id !== undefined && { record: { id, ...(reviewStatus !== undefined && { reviewStatus }) } }),
});

const blank: Omit<Finding, "title"> = { url: undefined, labels: [], people: [], positions: [], articles: [], facts: [] };

function urlOf(item: unknown): string | undefined {
  const url = readText(get(item, "url"));
  return url === undefined ? undefined : safeUrl(url);
}

const listWithoutEntries = (item: unknown, label: string): Finding => ({
  ...blank,
  title: named(item) || "A list without a name",
  url: urlOf(item),
  labels: [label],
});

/** A list and who stands on it; of some kinds only the short name of the list is told (spec: `report-business-watchlist`). */
function listFinding(item: unknown): Finding {
  if (typeof item === "string") return { ...blank, title: humanize(item) };
  const types = readTexts(get(item, "listTypes"));
  const flag = line(get(item, "flagCode"), 8);
  return {
    ...blank,
    title: named(item) || humanize(get(item, "slug")),
    url: urlOf(item),
    labels: [...(types.length > 0 ? types : readTexts([get(item, "listType")])).map(humanize), ...(flag === "" ? [] : [countryName(flag)])],
    people: list(item, "entities").map((entity) => ({
      name: named(entity) || untoldName,
      // Open enumeration; `primary_name` is the entry's own.
      isAlias: !["", "primary_name"].includes(line(get(entity, "aliasType"))),
      births: births(entity),
      countries: names(entity, "countries", "nationalities"),
    })),
    facts: facts([
      [
        "Crypto addresses",
        list(item, "entities").flatMap((entity) => list(entity, "cryptoAddresses").map((entry) => line(get(entry, "address")))),
      ],
    ]),
  };
}

/** Somebody found, with everything told about them (spec: `report-politically-exposed-person`, `report-adverse-media`). */
function personFinding(item: unknown): Finding {
  const own = [named(item), ...names(item, "names")].filter((name) => name !== "");
  const others = names(item, "akas", "aliases").filter((name) => !own.includes(name));
  const born = births(item);
  const countries = [...names(item, "countries", "nationalities"), line(get(item, "country", "countryCode"), 80)].filter(
    (text) => text !== "",
  );
  const person = { births: born, countries };
  const sources = list(item, "sources");
  const relations = list(item, "associates").map((entry) => [named(entry), line(get(entry, "relationship"))].filter(Boolean).join(", "));
  return {
    title: own[0] ?? others[0] ?? untoldName,
    url: urlOf(item),
    labels: [
      pepClass(get(item, "pepType")),
      ...readTexts(get(item, "topics")).map(topic),
      ...names(item, "listings").map((text) => displayLine(text, 80)),
      ...sources.flatMap((source) => readTexts(get(source, "types")).map(topic)),
      line(get(item, "riskLevel")) && humanize(get(item, "riskLevel")),
      line(get(item, "reviewStatus")) && `Review: ${humanize(get(item, "reviewStatus")).toLowerCase()}`,
    ].filter((label, index, all) => label !== "" && all.indexOf(label) === index),
    people: [...own.map((name) => ({ name, isAlias: false, ...person })), ...others.map((name) => ({ name, isAlias: true, ...person }))],
    positions: list(item, "positions").map((position) => ({
      title: named(position) || "A position that is not named",
      span: [line(get(position, "startDate"), 20), line(get(position, "endDate"), 20)]
        .join(" to ")
        .replace(/^ to $/, "")
        .replace(/ to $/, " on"),
    })),
    articles: articles(list(item, "media", "articles")),
    facts: facts([
      ["Matched on", readTexts(get(item, "matchTypes", "match_types")).map(matchType)],
      ["Died", names(item, "deathDates")],
      ["Locations", names(item, "locations")],
      ["Related to", relations],
      ["Member of", names(item, "affiliations")],
      ["Sources", sources.map(named)],
    ]),
  };
}

function articles(items: readonly unknown[]): Article[] {
  return items.map((item) => ({
    title: line(get(item, "title", "name")) || "An article without a title",
    url: urlOf(item),
    date: line(get(item, "date"), 40),
    snippet: line(get(item, "snippet"), 400),
  }));
}

function facts(pairs: readonly (readonly [label: string, texts: readonly string[]])[]): Finding["facts"] {
  return pairs.flatMap(([label, texts]) => {
    const told = [...new Set(texts.filter(Boolean))];
    return told.length === 0 ? [] : [{ label, text: told.join(", ") }];
  });
}

const topics = new Map([
  ["role.pep", "Politically exposed person"],
  ["role.rca", "Relative or close associate"],
  ["adverse-media", "Adverse media"],
]);

const topic = (code: string) => topics.get(code) ?? humanize(code);

const pepClass = (type: unknown) => (line(type) === "" ? "" : humanize(type).replace(/^Pep /, "PEP "));

const matchTypes = new Map([
  ["name_exact", "exact name"],
  ["name_fuzzy", "similar name"],
  ["aka_exact", "exact alias"],
  ["aka_fuzzy", "similar alias"],
  ["year_of_birth", "birth year"],
]);

const matchType = (code: string) => matchTypes.get(code) ?? humanize(code).toLowerCase();
