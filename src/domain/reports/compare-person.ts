/** Somebody a report found, held against the person themselves: what agrees, what does not, and what cannot be told. */
import { count } from "@/lib/words";
import type { Comparison } from "@/domain/compare/agreement";
import { compareNames } from "@/domain/compare/compare-names";
import { compareCountries } from "@/domain/compare/compare-values";
import { compareDates, type PartialDate } from "@/domain/compare/partial-date";
import type { OwnData } from "@/domain/reports/own-data";
import { type FoundPerson, untoldName } from "@/domain/reports/report-findings";

/** `unknown`: one of the two sides tells nothing. */
export type Remark = { readonly agreement: Comparison["agreement"] | "unknown"; readonly text: string };

export type ComparedPerson = { readonly name: Remark; readonly birth: Remark; readonly country: Remark };

/** Holds each of the three against the nearest of what is known of the person. */
export function comparePerson(own: OwnData, found: FoundPerson): ComparedPerson {
  return {
    name:
      found.name === untoldName
        ? { agreement: "unknown", text: "No name told" }
        : nameRemark(nearest(own.names, [found.name], compareNames)),
    birth: birthRemark(own.births, found.births),
    country: countryRemark(nearest(own.countries, found.countries, compareCountries), found.countries.length > 0),
  };
}

const rank = { same: 0, partly: 1, different: 2 } as const;

function nearest<T>(ones: readonly T[], others: readonly T[], compare: (one: T, other: T) => Comparison): Comparison | undefined {
  return ones
    .flatMap((one) => others.map((other) => compare(one, other)))
    .toSorted((one, other) => rank[one.agreement] - rank[other.agreement])[0];
}

function nameRemark(comparison: Comparison | undefined): Remark {
  if (comparison === undefined) return { agreement: "unknown", text: "The person's name is not known" };
  const { agreement, note } = comparison;
  if (agreement === "same") return { agreement, text: note ?? "Same name" };
  return { agreement, text: agreement === "partly" ? (note ?? "Agrees in part") : "Another name" };
}

function birthRemark(own: readonly PartialDate[], found: readonly PartialDate[]): Remark {
  if (found.length === 0) return { agreement: "unknown", text: "No birth date told" };
  const comparison = nearest(own, found, compareDates);
  if (comparison === undefined) return { agreement: "unknown", text: "The person's is not known" };
  if (comparison.agreement === "same") return { agreement: "same", text: "Same day" };
  const years = Math.min(...own.flatMap((one) => found.map((other) => Math.abs(one.year - other.year))));
  if (comparison.agreement === "partly") return { agreement: "partly", text: comparison.note?.split(";")[0] ?? "Same year" };
  if (years === 0) return { agreement: "different", text: "Same year, another day" };
  return { agreement: "different", text: `${count(years, "year")} apart` };
}

function countryRemark(comparison: Comparison | undefined, isTold: boolean): Remark {
  if (!isTold) return { agreement: "unknown", text: "No country told" };
  if (comparison === undefined) return { agreement: "unknown", text: "The person's is not known" };
  const { agreement, note } = comparison;
  if (agreement === "same") return { agreement, text: "Same country" };
  return { agreement, text: agreement === "partly" ? (note ?? "Agrees in part") : "Another country" };
}
