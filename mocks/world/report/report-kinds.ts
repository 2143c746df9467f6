import type { Inquiry } from "@/api/generated/persona/types.gen";
import { readList, readProperty, readText } from "@/lib/read";
import { kindOf, type AnyReport } from "../core/resources";

/** Kinds with an event `.matched` (Persona docs: Events). */
export const matchingKinds = new Set([
  "adverse-media",
  "business-adverse-media",
  "business-watchlist",
  "crypto-address-watchlist",
  "politically-exposed-person",
  "watchlist",
]);

/** Kinds whose matches can be dismissed; the event is `.dismissed` (Persona docs: Events). */
export const dismissibleKinds = new Set([
  "adverse-media",
  "business-adverse-media",
  "business-watchlist",
  "politically-exposed-person",
  "watchlist",
]);

type FindingsPlace = {
  readonly attribute: string;
  readonly empty: null | [];
  /** Where what was dismissed goes, if the kind keeps it. */
  readonly ignored?: string;
};

/** Where each kind keeps what it found (spec: schemas `report-*`; Persona's changelog of 2026, `screening`). */
const findings: Readonly<Record<string, FindingsPlace>> = {
  watchlist: { attribute: "matchedLists", empty: null, ignored: "ignoreList" },
  "business-watchlist": { attribute: "matchedLists", empty: [] },
  "adverse-media": { attribute: "relatedSources", empty: [], ignored: "ignoreListEntity" },
  "business-adverse-media": { attribute: "relatedSources", empty: [], ignored: "ignoreListEntity" },
  "politically-exposed-person": { attribute: "result", empty: null, ignored: "ignoreList" },
  screening: { attribute: "matchedRecords", empty: [] },
};

/** The attributes of its kind on a report that has not run: what it looks for, and nothing found. */
export function blankReportAttributes(kind: string, inquiry: Inquiry | undefined): Record<string, unknown> {
  const fields = inquiry?.attributes.fields ?? {};
  const text = (key: string) => {
    const value = fields[key]?.value;
    return typeof value === "string" ? value : null;
  };
  const person = {
    nameFirst: text("name-first"),
    nameMiddle: text("name-middle"),
    nameLast: text("name-last"),
    birthdate: text("birthdate"),
    countryCode: text("address-country-code"),
  };
  const term = [person.nameFirst, person.nameLast].filter((part) => part !== null).join(" ");
  if (kind === "watchlist") return { ...person, term, matchedLists: null, ignoreList: [] };
  if (kind === "adverse-media") {
    const year = Number(person.birthdate?.slice(0, 4));
    return { ...person, term, birthdateYear: year > 0 ? year : null, relatedSources: [], ignoreListMedia: {}, ignoreListEntity: [] };
  }
  if (kind === "screening") return { ...person, term, matchedRecords: [] };
  if (kind === "politically-exposed-person") return { query: { term, birthdate: person.birthdate }, result: null, ignoreList: [] };
  return {};
}

/** What a report found, as it stands among its attributes. */
export function findingsOf(report: AnyReport): readonly unknown[] {
  return readList(readProperty(report.attributes, findings[kindOf(report)]?.attribute ?? ""));
}

/** The attribute of a kind that holds what it found; the kind's own way to say "nothing" for an empty list. */
export function withFindings(kind: string, found: readonly unknown[]): Record<string, unknown> {
  const place = findings[kind];
  return place === undefined ? {} : { [place.attribute]: found.length === 0 ? place.empty : [...found] };
}

/** How many hits a report holds; at least one when it says it has a match. */
export const matchesIn = (report: AnyReport): number => Math.max(1, findingsOf(report).length);

/** The findings of a kind, emptied: after the report was redacted. */
export const withoutFindings = (kind: string): Record<string, unknown> => withFindings(kind, []);

/** Who dismissed a match, when and why (spec: `report-watchlist`, `ignore-list`). */
export type Dismissal = {
  readonly ignoredAt: string;
  readonly user: string;
  readonly ignoreReason: string | undefined;
};

/** The list of what was dismissed, with some more on it; nothing for a kind that keeps none. */
export function withIgnored(report: AnyReport, matches: readonly unknown[], dismissal: Dismissal): Record<string, unknown> {
  const name = findings[kindOf(report)]?.ignored;
  if (name === undefined) return {};
  const entries = matches.map((match) => ({ ...dismissal, runHistoryCompletedAt: report.attributes.completedAt, match }));
  return { [name]: [...readList(readProperty(report.attributes, name)), ...entries] };
}

/**
 * What a run found, as the report takes it in: without what was dismissed before; records of a screening keep their review.
 * @param attributes of the run's plan
 */
export function takenIn(report: AnyReport, attributes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kind = kindOf(report);
  const place = findings[kind];
  if (place === undefined || !Array.isArray(attributes[place.attribute])) return attributes;
  const found = readList(attributes[place.attribute]);
  const before = new Map(findingsOf(report).map((record) => [idOfMatch(record), record]));
  const ignored = readList(readProperty(report.attributes, place.ignored ?? "")).map((entry) => idOfMatch(readProperty(entry, "match")));
  const kept = found.filter((match) => !ignored.includes(idOfMatch(match)));
  const reviewed = kind === "screening" ? kept.map((record) => before.get(idOfMatch(record)) ?? record) : kept;
  return { ...attributes, ...withFindings(kind, reviewed) };
}

/** What tells one match from another: its own ID where the kind has one, else its name. */
export function idOfMatch(match: unknown): string {
  const names = ["entityId", "id", "token", "name"].map((name) => readText(readProperty(match, name)));
  return names.find((name) => name !== undefined) ?? "";
}
