import { configure, screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { field, openOfficial, regionNamed } from "@test/support/official-inquiry";

// Whether something is visible is computed element by element, which takes seconds in a page this size. Popovers never open here.
configure({ defaultHidden: true });

// Kinds and attributes are those of the schemas in Persona's public specification; `screening` is told by its changelog of 2026.
const shared = {
  status: "ready",
  createdAt: "2026-03-01T09:05:00.000Z",
  completedAt: "2026-03-01T09:05:06.000Z",
  redactedAt: null,
  reportTemplateVersionName: "v1",
  hasMatch: false,
  isContinuous: false,
  isRecurring: false,
  tags: [],
};
const address = { addressStreet1: "1 Infinite Loop", addressCity: "Cupertino", addressSubdivision: "California" };
const birthday = { day: "03", month: "03", year: "1985", granularity: "day" };

/** Kind, what it has beside what all have, how it is called, and what is told of it in the list or among the matches. */
const kinds: readonly (readonly [kind: string, attributes: object, label: string, told: RegExp])[] = [
  ["address-lookup", { ...address, resolvedAddressCity: "Cupertino" }, "Address lookup", /Resolved.*Cupertino/i],
  [
    "adverse-media",
    { hasMatch: true, term: "Joe Doe", relatedSources: [{ entityId: "FV9", name: "Joe Doe", media: [{ title: "Doe ordered to jail" }] }] },
    "Adverse media",
    /Doe ordered to jail/,
  ],
  [
    "business-adverse-media",
    {
      hasMatch: true,
      query: { "business-name": "Acme" },
      relatedSources: [{ id: "FV8", name: "Acme", match_types: ["name_exact"], media: [{ title: "Acme fined" }] }],
    },
    "Business adverse media",
    /Acme fined/,
  ],
  [
    "business-associated-persons",
    { associatedPersons: [{ names: [{ value: "Ann Owner" }], positions: [{ value: "Director" }] }] },
    "Business associated persons",
    /Ann Owner/,
  ],
  ["business-lookup", { result: { businessName: "Acme Corporation" } }, "Business lookup", /Acme Corporation/],
  [
    "business-registrations-lookup",
    { result: { businessName: "Acme Registered", registryRecords: [{ fileNumber: "C12345" }] } },
    "Business registrations lookup",
    /Acme Registered/,
  ],
  [
    "business-watchlist",
    { hasMatch: true, matchedLists: ["us-ofac-sdn"], sanctionList: [{ name: "OFAC SDN", url: "https://lists.example/sdn" }] },
    "Business watchlist",
    /OFAC SDN/,
  ],
  [
    "crypto-address-watchlist",
    {
      hasMatch: true,
      query: { "crypto-address": "1Fz29BQp82p" },
      result: [{ name: "SDN crypto", entities: [{ name: "ANDREYEV, Anton", aliasType: "primary_name", birthdates: [birthday] }] }],
    },
    "Crypto address watchlist",
    /ANDREYEV, Anton/,
  ],
  ["email-address", { emailAddress: "example@domain.com", emailReputation: "risky" }, "E-mail address", /risky/],
  ["phone-number", { phoneNumber: "+14169671111", phoneRiskLevel: "medium-low" }, "Phone risk", /medium-low/],
  [
    "politically-exposed-person",
    { hasMatch: true, query: { term: "Joe Doe" }, result: [{ entityId: "MV9", name: "Joe Doe", positions: [{ name: "Head of state" }] }] },
    "Politically exposed person",
    /Head of state/,
  ],
  ["profile", { identityRecords: [{ birthdates: ["1980-04-12"] }] }, "Profile", /1980-04-12/],
  ["profile-non-authoritative", { identityRecords: [{ birthdates: ["1980-04-13"] }] }, "Profile (non-authoritative)", /1980-04-13/],
  [
    "integration/sentilink-scores",
    { query: { nameFirst: "Jane" }, result: { scores: [{ name: "sentilink_abuse_score", score: 72 }] } },
    "SentiLink scores",
    /sentilink_abuse_score/,
  ],
  ["social-media", { linkedinUsername: "thisisausername" }, "Social media", /thisisausername/],
  ["synthetic", { sentilinkAbuseScore: 58 }, "Synthetic", /58/],
  [
    "watchlist",
    {
      hasMatch: true,
      term: "Joe Doe",
      matchedLists: [{ name: "EU North Korea", listTypes: ["sanction"], entities: [{ name: "Won Ho Ri", birthdates: [birthday] }] }],
      ignoreList: [],
    },
    "Watchlist",
    /Won Ho Ri/,
  ],
  [
    "screening",
    {
      hasMatch: true,
      matchedRecords: [
        { token: "scrre_1", names: ["J. Doe"], listings: ["Interpol"], positions: [], articles: [], reviewStatus: "pending" },
      ],
    },
    "Screening",
    /Interpol/,
  ],
];

it("a report of every kind is readable: its name, what it found, and what can be done about it", async () => {
  const reports = kinds.map(([kind, attributes]) => ({ type: `report/${kind}`, attributes: { ...shared, ...attributes } }));
  await openOfficial({ inquiry: { fields: { "name-first": field("Joe"), "name-last": field("Doe") } }, reports }, "?panel=reports");
  const list = regionNamed("Behind the evidence");
  const matches = regionNamed("Matches");
  for (const [kind, attributes, label, told] of kinds) {
    const item = list.getByText(label, { exact: true }).closest("li");
    if (!item) throw new Error(`${kind} is not in the list`);
    const isMatch = "hasMatch" in attributes;
    expect(within(item).getByText(isMatch ? "Match" : "No match"), kind).toBeInTheDocument();
    const where = isMatch ? screen.getByRole("region", { name: "Matches" }) : item;
    expect(where, kind).toHaveTextContent(told);
    expect(item.textContent, kind).not.toMatch(/\[object|undefined/);
    expect(within(item).getByText("History"), kind).toBeInTheDocument();
  }
  const offered = matches.getAllByRole("button").map(({ textContent }) => textContent);
  expect(offered).toEqual([
    "Dismiss Joe Doe",
    "Dismiss Acme",
    "Dismiss the match of Business watchlist",
    "Dismiss the match of Politically exposed person",
    "Dismiss the match of Watchlist",
    "Review J. Doe",
  ]);
});

it("a report with more records than are read, and birth dates that can't be, is shown, and says what is left out", async () => {
  const births = ["circa 1960", null, {}, { date: null }];
  const relatedSources = Array.from({ length: 210 }, (_, index) => ({ entityId: `FV${index}`, name: "Joe Doe", birthdates: births }));
  const attributes = { ...shared, hasMatch: true, term: "Joe Doe", relatedSources };
  await openOfficial({ inquiry: {}, reports: [{ type: "report/adverse-media", attributes }] }, "?panel=reports");
  const matches = screen.getByRole("region", { name: "Matches" });
  expect(matches).toHaveTextContent("Adverse media has 10 matches more than are shown here: look at it in Persona's dashboard.");
  expect(matches).toHaveTextContent("No birth date told");
});
