import { describe, expect, it } from "vitest";
import { resolveLookup } from "@/domain/lookup-target";
import { parsePersonaLink } from "@/domain/persona-link";

const suffix = "4KxVdP8qLmZ2nYtR7wBcJf6H";
const inq = `inq_${suffix}`;
const act = `act_${suffix}`;
const itmpl = `itmpl_${suffix}`;
const token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJpcXNlIn0.c2lnbmF0dXJl";

describe("links", () => {
  it.each([
    [`https://inquiry.withpersona.com/verify?inquiry-id=${inq}`, "dedicated", { inquiryId: inq }],
    [`withpersona.com/verify?inquiry-id=${inq}`, "dedicated", { inquiryId: inq }],
    [`https://verify.example.com/start?inquiryId=${inq}&sessionToken=${token}`, "dedicated", { inquiryId: inq, hasSessionToken: true }],
    [
      `https://inquiry.withpersona.com/verify?inquiry-template-id=${itmpl}&reference-id=u-1&environment-id=env_1`,
      "static",
      { templateId: itmpl, referenceId: "u-1", environmentId: "env_1" },
    ],
    [`https://inquiry.withpersona.com/verify?template_id=tmpl_${suffix}`, "static", { templateId: `tmpl_${suffix}` }],
    ["https://withpersona.com/verify?blueprint-id=blu_x&reference-id=u-1", "static", { templateId: undefined, referenceId: "u-1" }],
    ["inquiry.withpersona.com/inquiry/?referenceId=u-1", "static", { referenceId: "u-1" }],
    ["https://app.withpersona.com/dashboard/inquiries?reference-id=u-1", "unknown", {}],
    ["https://verify.example.com/verify?reference-id=u-1", "unknown", {}],
    ["https://withpersona.com/verify?code=us1-AbCdEf&reference-id=u-1", "one-time", {}],
    ["https://withpersona.com/verify?code=us1-AbCdEf", "one-time", { isShort: false }],
    ["https://perso.na/verify?code=us1-AbCdEf", "one-time", { isShort: true }],
    ["https://go.perso.na/AbCdEf", "one-time", { isShort: true }],
    [`https://app.withpersona.com/dashboard/inquiries/${inq}`, "page", {}],
    [`https://desk.example.com/demo/#/inquiries/${inq}?tab=sessions`, "page", {}],
    ["https://example.com/help?code=1", "unknown", {}],
  ])("%s", (text, kind, rest) => {
    expect(parsePersonaLink(text)).toMatchObject({ kind, ...rest });
  });

  it("never carry a token, a code or prefilled values on", () => {
    const link = parsePersonaLink(
      `https://withpersona.com/verify?inquiry-id=${inq}&session-token=${token}&code=us1-secret&fields[name-first]=Ada`,
    );
    expect(link).toMatchObject({ hasSessionToken: true, hasPrefilledFields: true });
    for (const secret of [token, "us1-secret", "Ada"]) expect(JSON.stringify(link)).not.toContain(secret);
  });

  it("with an id of the wrong kind do not count", () => {
    expect(parsePersonaLink(`https://withpersona.com/verify?inquiry-id=${act}`)?.inquiryId).toBeUndefined();
  });

  it.each(["not a link", "javascript:alert(1)", "https://", "mailto:a@b.c", "u-1042"])("%s is no link", (text) => {
    expect(parsePersonaLink(text)).toBeUndefined();
  });
});

describe("a pasted text leads", () => {
  it.each([
    ["nowhere when it is empty", "  \n ", { kind: "empty" }],
    ["an inquiry id to the inquiry", ` ${inq} `, { kind: "inquiry", inquiryId: inq }],
    ["a quoted id to its object", `"${act}",`, { kind: "account", accountId: act }],
    ["a template id to the template", itmpl, { kind: "template", templateId: itmpl }],
    ["a session id to a child that has to be fetched", `iqse_${suffix}`, { kind: "child", object: { kind: "inquiry-session" } }],
    ["an id of a kind without a page to a reference id", `dev_${suffix}`, { kind: "reference", referenceId: `dev_${suffix}` }],
    [
      "an id cut short to a reference id, with what to say when nobody has it",
      "inq_4KxVdP",
      { kind: "reference", referenceId: "inq_4KxVdP", hint: expect.stringContaining("cut short") as string },
    ],
    ["a dedicated link to its inquiry", `https://inquiry.withpersona.com/verify?inquiry-id=${inq}`, { kind: "inquiry", inquiryId: inq }],
    [
      "a static link with a reference id to the person",
      `https://withpersona.com/verify?inquiry-template-id=${itmpl}&reference-id=u-1`,
      { kind: "reference", referenceId: "u-1" },
    ],
    [
      "a bare static link to the template, with a word about it",
      `https://withpersona.com/verify?inquiry-template-id=${itmpl}`,
      { kind: "template", notice: expect.stringContaining("static link") as string },
    ],
    [
      "a one-time link to a dead end: it says nothing about its inquiry",
      "https://withpersona.com/verify?code=us1-Ab",
      { kind: "dead-end" },
    ],
    [
      "a dashboard link to its object",
      `https://app.withpersona.com/dashboard/accounts/${act}/inquiries/${inq}`,
      { kind: "inquiry", inquiryId: inq },
    ],
    ["a sentence with one id to that object", `hi, mine is ${inq}, please help`, { kind: "inquiry", inquiryId: inq }],
    [
      "a sentence with a link to what it names",
      `it says expired: https://withpersona.com/verify?inquiry-id=${inq}.`,
      { kind: "inquiry", inquiryId: inq },
    ],
    ["a text with several ids to a choice", `${inq} ${act}`, { kind: "choice" }],
    [
      "a link that begins inquiries by an unknown template to its reference id",
      "https://withpersona.com/verify?blueprint-id=blu_x&reference-id=u-1",
      { kind: "reference", referenceId: "u-1", notice: expect.stringContaining("static link") as string },
    ],
    [
      "the same with an e-mail address nowhere",
      "https://withpersona.com/verify?template-id=blu_x&reference-id=ada@example.com",
      { kind: "unsent", looksLike: "e-mail address" },
    ],
    ["anything else to a reference id", "user_1042", { kind: "reference", referenceId: "user_1042" }],
    ["an e-mail address nowhere until it is said to be an id", "ada@example.com", { kind: "unsent", looksLike: "e-mail address" }],
    ["a list with a day in it to the rest", "usr_1, usr_2, April 12, 1994", { kind: "references", referenceIds: ["usr_1", "usr_2"] }],
    ["a name as registers write it nowhere", "LOVELACE, ADA", { kind: "unsent", looksLike: "name" }],
    ["the same in small letters nowhere", "o’neill, josé", { kind: "unsent", looksLike: "name" }],
    ["a line of a passport nowhere", "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<", { kind: "unsent", looksLike: "line of a passport" }],
    ["the ID of an identity provider in one piece", "auth0|5f7c8ec7", { kind: "reference", referenceId: "auth0|5f7c8ec7" }],
    ["a name nowhere until it is said to be an id", "Ada Lovelace", { kind: "unsent", looksLike: "name" }],
    ["several lines to several reference ids, each once", "u-1\nu-2\r\n u-1 \n", { kind: "references", referenceIds: ["u-1", "u-2"] }],
    ["commas to several reference ids", "u-1, u-2;u-3", { kind: "references", referenceIds: ["u-1", "u-2", "u-3"] }],
  ])("%s", (_, text, target) => {
    expect(resolveLookup(text)).toMatchObject(target);
  });

  it.each(
    [
      "1994-04-12|12.04.1994|04/12/1994|4/12/94|1994/04/12|12-04-1994|1994-04-12T00:00:00.000Z|12-Apr-1994|born 12 April 1994",
      "DOB: 04/12/1994|April 12th, 1994|12 de abril de 1994|1994年4月12日|１９９４-０４-１２|1994–04–12|١٢.٠٤.١٩٩٤|1994-04-12, 1995-05-13",
    ].flatMap((days) => days.split("|")),
  )("the birth date %s nowhere until it is said to be an ID", (pasted) => {
    expect(resolveLookup(pasted)).toMatchObject({ kind: "unsent", looksLike: "birth date" });
    expect(resolveLookup(pasted, true)).toMatchObject({ kind: "reference", referenceId: pasted });
  });

  it.each(
    [
      "ada(at)example.com|ada [at] example [dot] com|ada＠example.com|ada﹫example.com|ada at example dot com|ada @example.com",
      "ada%40example.com|ada&#64;example.com|ada{at}example.com|ada_at_example.com|ada@example。com|ada(a)example(.)com",
    ].flatMap((addresses) => addresses.split("|")),
  )("the e-mail address %s nowhere, disguised as it is", (pasted) => {
    expect(resolveLookup(pasted)).toMatchObject({ kind: "unsent", looksLike: "e-mail address" });
  });

  it.each(
    "20240412-77|19940412|2024-04-12-77|cus-1994-04-12|1994-04|1.2.33.4|12/345|2024-13-45|10.20.30.40|cus-at-12.345|format_1|dot-1.com-2".split(
      "|",
    ),
  )("%s, which only holds such signs, to a reference ID", (pasted) => {
    expect(resolveLookup(pasted)).toMatchObject({ kind: "reference", referenceId: pasted });
  });

  it("somewhere even for signs that are broken", () => {
    expect(resolveLookup("%E0%A4%A\u0000\uD800").kind).toBe("reference");
  });
});

it("asks for a name with a comma, once it is said to be an ID, as one and as two", () => {
  expect(resolveLookup("LOVELACE, ADA", true)).toEqual({ kind: "references", referenceIds: ["LOVELACE", "ADA"], whole: "LOVELACE, ADA" });
});
