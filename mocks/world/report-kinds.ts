import type { Inquiry } from "@/api/generated/persona/types.gen";
import { kindOf, type AnyReport } from "./resources";

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

/** Where each kind keeps what it found (spec: schemas `report-*`). */
const findings: Record<string, { attribute: string; empty: null | [] }> = {
  watchlist: { attribute: "matchedLists", empty: null },
  "business-watchlist": { attribute: "matchedLists", empty: [] },
  "adverse-media": { attribute: "relatedSources", empty: [] },
  "business-adverse-media": { attribute: "relatedSources", empty: [] },
  "politically-exposed-person": { attribute: "result", empty: null },
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
  if (kind === "politically-exposed-person") return { query: { term, birthdate: person.birthdate }, result: null, ignoreList: [] };
  return {};
}

/** How many hits a report holds; at least one when it says it has a match. */
export function matchesIn(report: AnyReport): number {
  const finding = findings[kindOf(report)];
  const found = finding === undefined ? undefined : new Map<string, unknown>(Object.entries(report.attributes)).get(finding.attribute);
  return Array.isArray(found) && found.length > 0 ? found.length : 1;
}

/** The findings of a kind, emptied: after its matches were dismissed or the report redacted. */
export function withoutFindings(kind: string): Record<string, unknown> {
  const finding = findings[kind];
  return finding === undefined ? {} : { [finding.attribute]: finding.empty };
}
