import { describe, expect, it } from "vitest";
import { resolveLookup } from "@/domain/lookup-target";

const suffix = "4KxVdP8qLmZ2nYtR7wBcJf6H";

describe("what stands in an ID unseen is offered without it, after the text itself", () => {
  it.each([
    ["\u200Busr_2c5e88", "usr_2c5e88", "an invisible character"],
    ["usr_2c5e88\u200E", "usr_2c5e88", "an invisible character"],
    ["usr\u200D_2c5e88", "usr_2c5e88", "an invisible character"],
    ["ｕｓｒ＿2c5e88", "usr_2c5e88", "a character that only looks like a plain one"],
    ["cus\u2013105099", "cus-105099", "a dash in place of a hyphen"],
    ["ID: 105099", "105099", "a label"],
    [`inq_4KxVdP8qLmZ2\u00ADnYtR7wBcJf6H`, `inq_${suffix}`, "a break or a capital in a Persona ID"],
    [`inq_4KxVdP8qLmZ2 nYtR7wBcJf6H`, `inq_${suffix}`, "a break or a capital in a Persona ID"],
    [`inq＿${suffix}`, `inq_${suffix}`, "a break or a capital in a Persona ID"],
    [`INQ_${suffix}`, `inq_${suffix}`, "a break or a capital in a Persona ID"],
    ["\u2066usr_2c5e88\u2069", "usr_2c5e88", "an invisible character"],
    ["\u202Eusr_2c5e88\u202C", "usr_2c5e88", "an invisible character"],
    ["１０５０９９", "105099", "a character that only looks like a plain one"],
    ["Reference ID：usr_2c5e88", "usr_2c5e88", "a label"],
    ["user (usr_2c5e88)", "usr_2c5e88", "more than the ID"],
    ["usr_2c5e88 usr_4f9a12", "usr_2c5e88, usr_4f9a12", "a blank between the IDs"],
  ])("%j", (pasted, text, what) => {
    expect(resolveLookup(pasted)).toMatchObject({ kind: "reference", referenceId: pasted, cleaned: { text, found: [what] } });
  });

  it.each(["«usr_2c5e88»", "(usr_2c5e88)", "`usr_2c5e88`", "usr_2c5e88.", "'usr_2c5e88'", "“usr_2c5e88”", "#usr_2c5e88", "usr_2c5e88;"])(
    "%s is tried as it is, then without what is around it",
    (pasted) => {
      expect(resolveLookup(pasted)).toEqual({ kind: "reference", referenceId: pasted, bare: "usr_2c5e88" });
    },
  );

  it.each([`inq_${suffix}\nborn 12 April 1994`, `inq_${suffix} Ada`])("what stands behind a Persona ID is no part of it: %j", (pasted) => {
    expect(resolveLookup(pasted)).toMatchObject({ kind: "inquiry", inquiryId: `inq_${suffix}` });
  });

  it("a Persona ID broken by a line is one ID", () => {
    expect(resolveLookup(`inq_4KxVdP8qLmZ2\nnYtR7wBcJf6H`)).toMatchObject({ kind: "inquiry", inquiryId: `inq_${suffix}` });
  });

  it.each([
    "Reference ID: usr_2c5e88",
    "User usr_2c5e88 cannot log in",
    "Hi,\nAda Lovelace (ada@example.com) is usr_2c5e88.\nThanks a lot",
  ])("of a message the ID alone is looked for: %j", (pasted) => {
    expect(resolveLookup(pasted)).toMatchObject({ kind: "reference", referenceId: "usr_2c5e88" });
  });

  it.each([
    ["user_2NNEqL2nrIRdJ194ndJqAHwEfxC", "user"],
    ["user_01E4ZCR3C56J083X43JQXF3JK5", "user"],
    ["act_1042", "account"],
    ["dev_42", "device"],
    ["inq_42", "inquiry"],
  ])("%s, a company's own, is asked for, and what it looks like is said when nobody has it", (pasted, kind) => {
    expect(resolveLookup(pasted)).toMatchObject({ kind: "reference", referenceId: pasted, hint: expect.stringContaining(kind) as string });
  });

  it.each([
    ["u\u0455r_2c5e88", "usr_2c5e88"],
    ["\u0441us-105099", "cus-105099"],
    ["\u0391CME-42", "ACME-42"],
  ])("%j, with a letter that only looks Latin, is offered in Latin letters", (pasted, meant) => {
    expect(resolveLookup(pasted)).toMatchObject({
      kind: "reference",
      referenceId: pasted,
      cleaned: { text: meant, found: ["a letter of another alphabet"] },
    });
  });

  it.each(["\u044Egr_42", "\u03C9-42"])("%j, with a letter that looks like none, stays as it is", (pasted) => {
    expect(resolveLookup(pasted)).not.toHaveProperty("cleaned");
  });

  it("the same text gives the same answer each time", () => {
    const once = resolveLookup("usr\u200B_2c5e88");
    expect([resolveLookup("usr\u200B_2c5e88"), resolveLookup("usr\u200B_2c5e88")]).toEqual([once, once]);
  });

  it.each([
    ["ada＠example.com", "e-mail address"],
    ["ada\u200B@example.com", "e-mail address"],
    ["+886 912 345 678", "phone number"],
  ])("%j is not sent without being told, whatever it is written in", (pasted, looksLike) => {
    expect(resolveLookup(pasted)).toMatchObject({ kind: "unsent", looksLike });
  });

  it("a number that a spreadsheet rounded is named, with a comma too", () => {
    expect(resolveLookup("1,23457E+16")).toMatchObject({ kind: "reference", hint: expect.stringContaining("rounded") as string });
  });

  it("a list is not lost for one entry that looks like Persona's", () => {
    expect(resolveLookup("user_2NNEqL2nrIRdJ194ndJqAHwEfxC, usr_2c5e88")).toMatchObject({
      kind: "references",
      referenceIds: ["user_2NNEqL2nrIRdJ194ndJqAHwEfxC", "usr_2c5e88"],
    });
  });

  it("an ID may be an address, or hold what divides a list", () => {
    expect(resolveLookup("https://orcid.org/0000-0002-1825-0097")).toMatchObject({ kind: "reference" });
    expect(resolveLookup("a;b")).toMatchObject({ kind: "references", whole: "a;b" });
    expect(resolveLookup("Doe, 42", true)).toMatchObject({ kind: "reference", referenceId: "Doe, 42" });
  });
});
