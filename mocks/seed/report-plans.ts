import type { ReportPlan } from "../world/core/hidden";
import type { Printed } from "./printed";

/** How a story wants a report to turn out. */
export type ReportOutcome = "match" | "slow" | "error";

/** The plan of one report, with findings that name the person. */
export function reportPlan(kind: string, outcome: ReportOutcome, printed: Printed): ReportPlan {
  if (outcome === "slow") return { status: "ready", hasMatch: false, afterSeconds: 2 * 86_400 };
  if (outcome === "error") return { status: "errored", hasMatch: false, afterSeconds: 30 };
  return {
    status: "ready",
    hasMatch: true,
    afterSeconds: 12,
    attributes: findings(kind, `${printed.first} ${printed.last}`, printed.country),
  };
}

function findings(kind: string, name: string, country: string): Record<string, unknown> {
  if (kind === "politically-exposed-person") {
    return {
      result: [
        {
          entityId: "pep-48213",
          name,
          birthdates: ["1959-03-14"],
          country,
          sex: null,
          topics: ["role.pep"],
          pepType: "pep-class-2",
          matchTypes: ["name_fuzzy"],
          positions: [{ title: "Deputy minister of transport", startDate: "2011", endDate: "2015" }],
          associates: [],
        },
      ],
    };
  }
  if (kind === "adverse-media") {
    return {
      relatedSources: [
        {
          entityId: "am-90114",
          name,
          akas: [null],
          birthdates: ["1987"],
          matchTypes: ["name_exact"],
          media: [
            { title: "Court hears case on invoice fraud", url: "https://gazette.example/2021/invoice-fraud", date: "2021-05-04" },
            { title: "Director fined over unpaid duties", url: "https://gazette.example/2019/duties", date: "2019-11-12" },
          ],
          sources: [{ name: "The Gazette", url: "https://gazette.example" }],
        },
      ],
    };
  }
  if (kind === "screening") {
    return {
      matchedRecords: [
        screened("scrre_7Tb2", {
          names: [name],
          birthdates: ["1951-08-02"],
          locations: ["Minsk"],
          listings: ["Consolidated list of financial sanctions"],
        }),
        screened("scrre_9Qd4", {
          names: [name],
          birthdates: ["1980"],
          locations: [country],
          positions: [{ title: "Member of the city council", startDate: "2019" }],
          articles: [{ title: "Council approves new harbour", url: "https://gazette.example/2020/harbour", date: "2020-02-18" }],
        }),
      ],
    };
  }
  return {
    matchedLists: [
      {
        name: "Consolidated list of financial sanctions",
        url: "https://sanctions.example/consolidated",
        listType: "sanction",
        listTypes: ["sanction"],
        slug: "consolidated-sanctions",
        flagCode: "EU",
        entities: [{ name, aliasType: "aka", birthdates: [{ date: "1951" }] }],
      },
    ],
  };
}

/** A record nobody has reviewed yet. */
const screened = (token: string, told: Readonly<Record<string, unknown>>) => ({
  token,
  reviewStatus: "pending",
  riskLevel: null,
  reviewedAt: null,
  presentInLastRun: true,
  ...told,
});
