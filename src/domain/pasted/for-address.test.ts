import { describe, expect, it } from "vitest";
import { deskPathOf } from "@/domain/pasted/desk-address";
import { forAddress, splitWords } from "@/domain/pasted/for-address";

const suffix = "A1b2".repeat(6);
const [inq, act, itmpl, ver] = ["inq", "act", "itmpl", "ver"].map((prefix) => `${prefix}_${suffix}`);
const here = "https://desk.example/#/inquiries";
const jwt = "eyJhbGciOiJIUzI1NiJ9.eyJpbnEiOiJpbnFfMSIsInN1YiI6IjEifQ.c2lnbmF0dXJlLXNpZ25hdHVyZQ";

describe("what of a text may go into an address", () => {
  it.each([
    [`${inq}`, { ids: [inq], opens: `/inquiries/${inq}` }],
    [`${act}`, { ids: [act], opens: `/accounts/${act}` }],
    [`${itmpl}`, { ids: [itmpl] }],
    [`${ver}`, { ids: [ver] }],
    ["usr_1", { ids: ["usr_1"] }],
    ["usr_1,  usr_2", { text: "usr_1, usr_2", ids: ["usr_1", "usr_2"] }],
    ["a;b", { ids: ["a;b"], pieces: ["a", "b"] }],
    ["a,b", { text: "a, b", ids: ["a", "b"], splits: "A comma splits: “a,b” is looked for as 2 reference IDs." }],
    ["Doe, 42", { text: "42", ids: ["42"], said: "1 column was left out and not sent." }],
    ["  ", { text: "", ids: [] }],
    [`https://inquiry.withpersona.com/verify?inquiry-id=${inq}`, { text: inq, ids: [inq], opens: `/inquiries/${inq}` }],
    [
      " https://desk.example/#/inquiries?status=failed ",
      { text: "https://desk.example/#/inquiries?status=failed", ids: [], opens: "/inquiries?status=failed" },
    ],
  ])("%j", (text, expected) => {
    expect(forAddress(text, here)).toEqual({ text, said: undefined, ...expected });
  });

  it.each([
    ["ada@example.com", "an e-mail address"],
    ["1994-04-12", "a birth date"],
  ])("is nothing of %s, which stays in the field", (text, what) => {
    expect(forAddress(text)).toEqual({
      text,
      ids: [],
      said: `It looks like ${what}, which does not go into an address. If it is an ID, find it in the field at the top.`,
    });
  });

  it("is nothing of a secret, which does not stay in the field either", () => {
    expect(forAddress("https://withpersona.com/verify?code=us1-x")).toMatchObject({ text: "", ids: [] });
    const { text, ids, said } = forAddress(`token is ${jwt}`);
    expect([text, ids, said]).toEqual(["token is", [], expect.stringMatching(/^That was a session token/)]);
  });

  it("is nothing of an address of which a token beside it took the name", () => {
    for (const sign of ["@", "&#64;", "(at)", "%40"]) expect(forAddress(`${jwt}\nlovelace${sign}example.com`).ids, sign).toEqual([]);
  });

  it("is no page of a desk whose address nobody told", () => {
    expect(forAddress("https://desk.example/#/inquiries?status=failed")).not.toHaveProperty("opens");
  });
});

describe("a link to this very desk", () => {
  it.each([
    ["https://desk.example/accounts/act_1", "/accounts/act_1"],
    ["https://desk.example/", "/"],
    ["https://desk.example/#/accounts?reference-id=usr_1", "/accounts?reference-id=usr_1"],
    [" https://desk.example/inquiries?status=failed\n", "/inquiries?status=failed"],
    ["https://desk.example/settings", undefined],
    ["https://desk.example/inquiriesx", undefined],
    ["https://desk.example/x/accounts", undefined],
    ["https://other.example/accounts", undefined],
    ["http://desk.example/accounts", undefined],
    ["see https://desk.example/accounts", undefined],
    ["https://desk.example/accounts please", undefined],
    ["/accounts", undefined],
    ["https://", undefined],
  ])("%j leads to %s", (text, path) => {
    expect(deskPathOf(text, here)).toBe(path);
  });

  it("keeps nothing that may be personal or secret, and days that are none of birth", () => {
    const link = `https://desk.example/inquiries?created-after=1994-04-12&reference-id=1994-04-12&note=ada@example.com&token=${jwt}&status=failed`;
    expect(deskPathOf(link, here)).toBe("/inquiries?created-after=1994-04-12&status=failed");
    expect(deskPathOf("https://desk.example/accounts?reference-id=1994-04-12", here)).toBe("/accounts");
  });
});

it.each([
  ["a;b", "A semicolon splits: nobody has “a;b” as one ID."],
  ["usr_1|usr_2", "A bar splits: nobody has “usr_1|usr_2” as one ID."],
  ["usr_1,usr_2", "A comma splits: nobody has “usr_1,usr_2” as one ID."],
  ["Doe, 42", "A comma splits: nobody has “Doe, 42” as one ID."],
  ["usr_1, usr_2", undefined],
  ["usr_1\nusr_2", undefined],
])("of %j, looked for as one and then in pieces, it says %j", (whole, said) => {
  expect(splitWords(whole)).toBe(said);
});
