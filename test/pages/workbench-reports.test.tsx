import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { field, officialReport as report, openOfficial, regionNamed } from "@test/support/official-inquiry";

// The shapes are those of the examples in Persona's public specification.

const person = {
  fields: {
    "name-first": field("Jane"),
    "name-last": field("Doe"),
    birthdate: field("1987-03-14", "date"),
    "address-country-code": field("US"),
  },
};

const watchlist = report("watchlist", {
  term: "Jane Doe",
  matchedLists: [
    {
      name: "EU - EC - Programme PRK - North Korea",
      url: "https://eur-lex.europa.eu/legal-content/EN/TXT/PDF/?uri=CELEX:32017R1509&from=EN",
      listType: "sanction",
      listTypes: ["sanction"],
      slug: "eu-ec-programme-prk",
      flagCode: "EU",
      entities: [{ name: "DOE, Jane", aliasType: "aka", birthdates: [{ day: "17", year: "1964", month: "07", granularity: "day" }] }],
    },
  ],
  ignoreList: [{ ignoredAt: "2024-02-16T10:00:00.000Z", match: { name: "List B" }, user: "Jordan Lee", ignoreReason: "false positive" }],
});

const exposed = report("politically-exposed-person", {
  query: { term: "Jane Doe", birthdate: "1987-03-14" },
  result: [
    {
      entityId: "MV9",
      name: "Jane Doe",
      birthdates: ["1987-03-14"],
      country: "United States",
      positions: [{ name: "Member of the city council", startDate: "2021-01-20", endDate: null }],
    },
  ],
});

const media = report("adverse-media", {
  term: "Jane Doe",
  relatedSources: [
    {
      entityId: "FV9",
      name: "Jane Doe",
      akas: ["Janet Doe"],
      birthdates: ["1987"],
      media: [
        { title: "Doe ordered to jail", url: "https://news.example/1", date: "2022-11-12", snippet: "Jane Doe was ordered to jail." },
      ],
    },
  ],
});

describe("matches", () => {
  it("stand above the checks, name by name beside the person", async () => {
    await openOfficial({ inquiry: person, reports: [watchlist, exposed, media] });
    const matches = regionNamed("Matches");
    const rowOf = (name: RegExp) => matches.getByRole("row", { name });
    expect(rowOf(/^This person/)).toHaveTextContent(/Jane Doe.*14 Mar 1987.*United States/);
    const list = matches.getByRole("link", { name: /North Korea/ });
    expect(list).toHaveAttribute("rel", "noopener noreferrer");
    expect(matches.getByText("Watchlist · Sanction · European Union")).toBeVisible();
    const alias = rowOf(/^DOE, Jane/);
    expect(alias).toHaveTextContent("another name of theirs");
    expect(alias).toHaveTextContent("Same words in another order");
    expect(alias).toHaveTextContent("17 Jul 1964");
    expect(alias).toHaveTextContent("23 years apart");
    expect(alias).toHaveTextContent("No country told");
    const council = rowOf(/^Jane Doe.*Same day/);
    expect(council).toHaveTextContent("Same name");
    expect(council).toHaveTextContent("Same country");
    expect(within(matches.getByRole("list", { name: "Positions" })).getByText(/Member of the city council/)).toBeVisible();
    expect(rowOf(/^Janet Doe/)).toHaveTextContent("Another name");
    expect(matches.getByRole("link", { name: /Doe ordered to jail/ })).toHaveAttribute("href", "https://news.example/1");
    expect(matches.getByText("Jane Doe was ordered to jail.")).toBeVisible();
    const verifications = screen.getByRole("region", { name: "Verifications" });
    const panel = screen.getByRole("region", { name: "Matches" });
    expect(panel.compareDocumentPosition(verifications) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  });

  it("take no room where no report has one", async () => {
    await openOfficial({ inquiry: person, reports: [report("watchlist", { hasMatch: false, matchedLists: null })] });
    expect(screen.queryByRole("region", { name: "Matches" })).toBeNull();
  });

  it("are told where Persona names none of them", async () => {
    await openOfficial({ inquiry: person, reports: [report("watchlist", { matchedLists: null })] });
    expect(regionNamed("Matches").getByText(/does not tell which/)).toBeVisible();
  });

  it("are shown ten at first, the rest on one press", async () => {
    const lists = Array.from({ length: 12 }, (_, index) => ({ name: `List ${index + 1}`, entities: [] }));
    const { user } = await openOfficial({ inquiry: person, reports: [report("watchlist", { matchedLists: lists })] });
    const matches = regionNamed("Matches");
    expect(matches.queryByText("List 11")).toBeNull();
    await user.click(matches.getByRole("button", { name: "Show 2 more matches of Watchlist" }));
    expect(matches.getByText("List 12")).toBeVisible();
  });
});

describe("reports", () => {
  it("of every kind tell what they found, and what was dismissed before", async () => {
    const phone = report("phone-number", {
      hasMatch: false,
      phoneNumber: "+14169671111",
      phoneType: "MOBILE",
      phoneRiskLevel: "medium-low",
    });
    const profile = report("profile", {
      hasMatch: false,
      socialSecurityNumber: "123456789",
      identityRecords: [{ birthdates: ["1980-04-12"] }],
    });
    await openOfficial({ inquiry: person, reports: [watchlist, phone, profile] }, "?panel=reports");
    const reports = regionNamed("Behind the evidence");
    expect(reports.getByText("Phone risk level:").nextSibling).toHaveTextContent("medium-low");
    expect(within(reports.getByRole("list", { name: "Dismissed before" })).getByText("List B").parentElement).toHaveTextContent(
      /^Dismissed: List B by Jordan Lee on 16 Feb 2024.*: false positive$/,
    );
    expect(reports.queryByText("123456789")).toBeNull();
    expect(reports.getByRole("button", { name: "Show social security number" })).toBeVisible();
    // Open here, they are printed from here.
    expect(screen.queryByRole("region", { name: "Reports" })).toBeNull();
  });

  it("stand on the printed sheet though their part is closed", async () => {
    await openOfficial({ inquiry: person, reports: [watchlist, report("adverse-media", { hasMatch: false, relatedSources: [] })] });
    const printed = screen.getByRole("region", { name: "Reports" });
    expect(printed).toHaveClass("hidden", "print:block");
    expect(within(printed).getByText("Adverse media")).toBeInTheDocument();
    expect(within(printed).getByText("No match")).toBeInTheDocument();
  });
});
