import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paste } from "@/domain/pasted/pastes.fixture";
import { accountListParams, callsFor, mendedAddress, readAccountSearch, referenceIdsOf } from "./account-search";

const parse = readAccountSearch;
const act = `act_${"a".repeat(24)}`;

describe("the address of the people table", () => {
  it.each([
    ["a cursor of another kind", { after: "inq_123" }],
    ["several lines", { "reference-id": "a\nb" }],
    ["numbers and lists", { "reference-id": 12, before: [act] }],
  ])("reads %s as not there", (_, search) => {
    expect(Object.values(parse(search)).filter((part) => part !== undefined)).toEqual([]);
  });

  it("asks for a page of everybody, or for the people named and no page", () => {
    expect(accountListParams(parse({ after: act, before: act }), [])).toEqual({ after: act, before: undefined, size: 50 });
    expect(accountListParams(parse({ after: act }), ["u-1", "u-2"])).toEqual({ referenceIds: ["u-1", "u-2"], size: 100 });
  });

  it("names each person once, whatever the letter case", () => {
    expect(referenceIdsOf(parse({ "reference-id": "u-1, U-1,u-2," }))).toEqual(["u-1", "u-2"]);
  });

  it("is mended where it holds what it should not", () => {
    const search = parse({ "reference-id": "reference_id,name,email,usr_2c5e88,Test Person,t.person@example.com" });
    expect(mendedAddress(search)).toEqual({ ids: ["usr_2c5e88"], leftOut: expect.stringContaining("left out") as string });
    const token = "https://inquiry.withpersona.com/verify?session-token=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl";
    expect(mendedAddress(parse({ "reference-id": token }))?.ids).toEqual([]);
    expect(mendedAddress(parse({ "reference-id": "u-1,u-2" }))).toBeUndefined();
  });

  it.each([
    ["acme, 42", "acme,42"],
    ["INV-12,5, 7", "INV-12,5,7"],
  ])("is written as a list where a comma splits one ID, %s, which is said once", (asked, list) => {
    const mended = mendedAddress(parse({ "reference-id": asked }));
    expect(mended?.leftOut).toMatch(new RegExp(`^A comma splits: “${asked}” is looked for as \\d reference IDs\\.$`));
    expect(mended?.ids.join(",")).toBe(list);
    expect(mendedAddress(parse({ "reference-id": list }))).toBeUndefined();
  });

  it("is mended once, whatever was pasted into it", () => {
    const { failed } = fc.check(
      fc.property(paste, ({ text }) => {
        const { ids } = mendedAddress(parse({ "reference-id": text.replaceAll(/[\n\r]/g, " ") })) ?? { ids: [] };
        return mendedAddress(parse({ "reference-id": ids.join(",") })) === undefined;
      }),
      { numRuns: 2_000, seed: 20_261_130 },
    );
    expect(failed).toBe(false);
  });

  it("names the list that was too long for it, which the tab keeps", () => {
    expect(referenceIdsOf(parse({ listed: "3" }), ["a", "b", "c"])).toEqual(["a", "b", "c"]);
    expect(referenceIdsOf(parse({}), ["a", "b", "c"])).toEqual([]);
  });
});

describe("reference IDs", () => {
  it("are all asked for, a hundred in a call and no call longer than a server takes", () => {
    const many = Array.from({ length: 250 }, (_, index) => `user-${index}`);
    const calls = callsFor(many);
    expect(calls.map(({ referenceIds }) => referenceIds?.length)).toEqual([100, 100, 50]);
    expect(calls.flatMap(({ referenceIds }) => referenceIds)).toEqual(many);
    const long = Array.from({ length: 100 }, (_, index) => `${index}`.padEnd(255, "ü"));
    for (const { referenceIds } of callsFor(long)) expect(encodeURIComponent(referenceIds?.join(",") ?? "").length).toBeLessThan(8_000);
  });
});
