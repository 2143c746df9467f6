import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPartialDate } from "@/domain/compare/partial-date";
import { comparePerson } from "@/domain/reports/compare-person";
import { ownDataOf } from "@/domain/reports/own-data";
import { reportFindings } from "@/domain/reports/report-findings";
import { viewReport } from "@/domain/reports/report-view";

const ready = { status: "ready", hasMatch: true };

describe("what each kind of report found", () => {
  it("watchlist: the list, the names on it, and birth dates as exact as the list has them", () => {
    const [finding] = reportFindings({
      type: "report/watchlist",
      matchedLists: [
        {
          name: "EU - EC - Programme PRK - North Korea",
          url: "https://lists.example/prk",
          listTypes: ["sanction"],
          flagCode: "EU",
          entities: [
            { name: "Won Ho Ri", aliasType: "primary_name", birthdates: [{ day: "17", month: "07", year: "1964", granularity: "day" }] },
            { name: "Ri Won", aliasType: "aka", birthdates: [{ year: "1964", granularity: "year" }] },
          ],
        },
      ],
    } as object);
    expect(finding).toMatchObject({
      title: "EU - EC - Programme PRK - North Korea",
      url: "https://lists.example/prk",
      labels: ["Sanction", "European Union"],
      people: [
        { name: "Won Ho Ri", isAlias: false, births: [{ year: 1964, month: 7, day: 17 }] },
        { name: "Ri Won", isAlias: true, births: [{ year: 1964 }] },
      ],
    });
  });

  it("politically exposed person: positions with their span, relations, country", () => {
    const [finding] = reportFindings({
      type: "report/politically-exposed-person",
      result: [
        {
          name: "Joe Doe",
          birthdates: ["1950-01-02"],
          country: "United States",
          topics: ["role.pep"],
          pepType: "pep-class-1",
          matchTypes: ["name_exact", "year_of_birth"],
          locations: ["Albany", null],
          positions: [
            { name: "President", startDate: "2021-01-20", endDate: "2025-01-20" },
            { name: "Adviser", startDate: "2025-02-01", endDate: null },
          ],
          associates: [{ name: "Ann Doe", relationship: "spouse", topics: [] }],
        },
      ],
    } as object);
    expect(finding).toMatchObject({
      title: "Joe Doe",
      labels: ["PEP class 1", "Politically exposed person"],
      people: [{ name: "Joe Doe", births: [{ year: 1950, month: 1, day: 2 }], countries: ["United States"] }],
      positions: [
        { title: "President", span: "2021-01-20 to 2025-01-20" },
        { title: "Adviser", span: "2025-02-01 on" },
      ],
      facts: [
        { label: "Matched on", text: "exact name, birth year" },
        { label: "Locations", text: "Albany" },
        { label: "Related to", text: "Ann Doe, spouse" },
      ],
    });
  });

  it("adverse media: aliases, articles, and no address that runs code", () => {
    const [finding] = reportFindings({
      type: "report/adverse-media",
      relatedSources: [
        {
          name: "Joe Doe",
          akas: ["Joseph Doe", null],
          birthdates: ["1992"],
          media: [
            {
              title: "Joe Doe ordered to jail",
              url: "https://news.example/1",
              date: "2022-11-12",
              snippet: "Joe Doe was ordered to jail.",
            },
            { title: "Trap", url: "javascript:alert(1)", date: null },
          ],
          sources: [{ name: "Adverse Media", types: ["fraud"], countryCodes: ["US"] }],
        },
      ],
    } as object);
    expect(finding?.people.map(({ name, isAlias }) => [name, isAlias])).toEqual([
      ["Joe Doe", false],
      ["Joseph Doe", true],
    ]);
    expect(finding?.articles).toEqual([
      { title: "Joe Doe ordered to jail", url: "https://news.example/1", date: "2022-11-12", snippet: "Joe Doe was ordered to jail." },
      { title: "Trap", url: undefined, date: "", snippet: "" },
    ]);
  });

  it.each<[string, object, string[]]>([
    [
      "business watchlist",
      { matchedLists: ["eu-ec-programme-prk"], sanctionList: [{ name: "List A", url: "https://a.example" }] },
      ["List A"],
    ],
    [
      "business watchlist with more lists than it tells of",
      { matchedLists: ["eu-ec-programme-prk", "list-a"], sanctionList: [{ name: "List A", url: "https://a.example" }] },
      ["Eu ec programme prk", "List a", "List A"],
    ],
    ["crypto address watchlist", { result: [{ name: "US - OFAC", entities: [{ name: "ANDREYEV, Anton" }] }] }, ["US - OFAC"]],
    [
      "business adverse media",
      { relatedSources: [{ id: "x", name: "Acme" }], result: { adverseMedia: [{ title: "Acme fined" }] } },
      ["Acme", "Acme fined"],
    ],
    ["screening", { matchedRecords: [{ token: "scrre_1", names: [{ value: "Joe Doe" }], riskLevel: "material" }] }, ["Joe Doe"]],
    ["nothing", { matchedLists: null, result: null, relatedSources: [] }, []],
  ])("%s", (_, attributes, titles) => {
    expect(reportFindings({ type: "report/x", ...attributes }).map(({ title }) => title)).toEqual(titles);
  });

  it("finds nothing in anything, and throws at nothing", () => {
    const keys = [
      "matchedLists",
      "result",
      "relatedSources",
      "matchedRecords",
      "sanctionList",
      "ignoreList",
      "query",
      "status",
      "hasMatch",
    ];
    const anything = fc.record(Object.fromEntries(keys.map((key) => [key, fc.anything({ maxDepth: 3 })])), { requiredKeys: [] });
    fc.assert(
      fc.property(anything, (report) => {
        // Hostile on purpose: what an API that has changed may send.
        for (const finding of viewReport(report as object).findings) expect(typeof finding.title).toBe("string");
      }),
    );
  });
});

describe("a report in words", () => {
  it("tells what was searched for, what was dismissed by whom, and what its kind tells besides", () => {
    const view = viewReport({
      ...ready,
      type: "report/watchlist",
      term: "Jane Doe",
      nameFirst: "Jane",
      nameLast: "Doe",
      birthdate: null,
      ignoreList: [
        { ignoredAt: "2024-02-16T10:00:00.000Z", match: { name: "List B" }, user: "Jordan Lee", ignoreReason: "false positive" },
      ],
    } as object);
    expect(view.searchedFor).toEqual([{ label: "Term", text: "Jane Doe", pii: "other" }]);
    expect(view.dismissed).toEqual([{ title: "List B", by: "Jordan Lee", at: "2024-02-16T10:00:00.000Z", reason: "false positive" }]);
    const phone = viewReport({ type: "report/phone-number", status: "ready", phoneRiskLevel: "medium-low", phoneRiskScore: 250 } as object);
    expect(phone.facts.map(({ label, text }) => `${label}: ${text}`)).toEqual(["Phone risk level: medium-low", "Phone risk score: 250"]);
  });

  it("does not take silence, or a report that has not run, for no match", () => {
    expect(viewReport({ type: "report/watchlist", status: "pending", hasMatch: false }).hasMatch).toBeNull();
    expect(viewReport({ type: "report/watchlist", status: "errored", hasMatch: false }).hasMatch).toBeNull();
    expect(viewReport({ type: "report/watchlist", status: "ready" }).hasMatch).toBeNull();
  });
});

describe("a report of more records than anybody reads", () => {
  it("is read up to a limit, what is open first, and tells how many are left out", () => {
    const records = Array.from({ length: 300 }, (_, index) => ({ token: `t${index}`, name: "Jane Doe", reviewStatus: "false_positive" }));
    const view = viewReport({
      type: "report/screening",
      status: "ready",
      hasMatch: true,
      matchedRecords: [...records, { token: "open", name: "Jane Doe", reviewStatus: "pending" }],
    } as object);
    expect(view.findings[0]?.record?.id).toBe("open");
    expect([view.findings.length, view.leftOut, view.match]).toEqual([200, 101, "open"]);
  });
});

describe("birth dates", () => {
  it.each([null, undefined, [], {}, { date: null }, { date: { date: 1960 } }, { year: null }, "soon", true])(
    "can't be read from %j",
    (value) => {
      expect(readPartialDate(value)).toBeUndefined();
      const view = viewReport({
        type: "report/politically-exposed-person",
        status: "ready",
        result: [{ name: "Jane Doe", birthdates: [value] }],
      } as object);
      expect(view.findings[0]?.people[0]?.births).toEqual([]);
    },
  );
});

describe("held against the person", () => {
  const own = { names: ["Iryna Bondar", "Ірина Бондар"], births: [{ year: 1987, month: 3, day: 14 }], countries: ["UA"] };
  const found = (more: object) => ({ name: "IRYNA BONDAR", isAlias: false, births: [], countries: [], ...more });

  it("is nobody whose name is not told", () => {
    const [finding] = viewReport({
      type: "report/watchlist",
      status: "ready",
      matchedLists: [{ name: "List", entities: [{}] }],
    } as object).findings;
    const [person] = finding?.people ?? [];
    expect(person && comparePerson(own, person).name).toEqual({ agreement: "unknown", text: "No name told" });
  });

  it.each<[string, object, string[]]>([
    ["all the same", { births: [{ year: 1987, month: 3, day: 14 }], countries: ["Ukraine"] }, ["Same name", "Same day", "Same country"]],
    ["the year alone", { births: [{ year: 1987 }] }, ["Same name", "Same year", "No country told"]],
    [
      "somebody older",
      { name: "Irena Bondar", births: [{ year: 1951 }], countries: ["RU"] },
      ["Another name", "36 years apart", "Another country"],
    ],
    ["the nearer of two birth dates", { births: [{ year: 1951 }, { year: 1988 }] }, ["Same name", "1 year apart", "No country told"]],
    ["another day", { births: [{ year: 1987, month: 4, day: 1 }] }, ["Same name", "Same year, another day", "No country told"]],
    ["nothing told", {}, ["Same name", "No birth date told", "No country told"]],
  ])("%s", (_, more, texts) => {
    const { name, birth, country } = comparePerson(own, found(more));
    expect([name.text, birth.text, country.text]).toEqual(texts);
  });

  it("knows the person by what was provided and what the attempts that count have read", () => {
    const passed = {
      id: "ver_1",
      type: "verification/government-id",
      status: "passed",
      createdAt: "2026-03-02T09:00:00.000Z",
      nameFirst: "IRYNA",
      nameLast: "BONDAR",
      nativeNameFirst: "Ірина",
      nativeNameLast: "Бондар",
      birthdate: "1987-03-14",
      countryCode: "UA",
    };
    const failed = { ...passed, id: "ver_0", status: "failed", nameFirst: "EVA", createdAt: "2026-03-01T09:00:00.000Z" };
    const fields = { "name-first": { type: "string", value: "Iryna" }, "name-last": { type: "string", value: "Bondar" } };
    expect(ownDataOf({ fields }, [failed, passed])).toEqual({
      names: ["Iryna Bondar", "Ірина Бондар"],
      births: [{ year: 1987, month: 3, day: 14 }],
      countries: ["UA"],
    });
    expect(ownDataOf({}).names).toEqual([]);
  });
});
