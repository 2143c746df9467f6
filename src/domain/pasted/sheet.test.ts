import { describe, expect, it } from "vitest";
import { readPasted } from "@/domain/pasted/read-pasted";
import { readSheet } from "@/domain/pasted/sheet";

const key = "persona_production_0a1b2c3d4e5f";
const oneTime = "https://withpersona.com/verify?code=us1-AbCdEf";

describe("of a pasted sheet", () => {
  it.each([
    ["the column whose heading says so", "name\treference_id\nTest Person\tusr_1\nOther Person\tusr_2", ["usr_1", "usr_2"]],
    ["the column of IDs, without a heading", "Test Person\tusr_1\tt@example.com\nOther Person\tusr_2\to@example.com", ["usr_1", "usr_2"]],
    ["the first of two columns that may be IDs", "usr_1\tINV-7\nusr_2\tINV-8", ["usr_1", "usr_2"]],
    ["the ID of a single line", "usr_2c5e88\tTest Person\tt.person@example.com", ["usr_2c5e88"]],
    ["the ID of a line with commas", "usr_2c5e88,Test Person,t.person@example.com,1990-02-03", ["usr_2c5e88"]],
    ["the column among first names alone", "Ada,usr_1\nGrace,usr_2", ["usr_1", "usr_2"]],
    ["the column after dates", "1990-02-03\tusr_1\n03.02.1990\tusr_2", ["usr_1", "usr_2"]],
    ["the column whose heading says so, among others with headings", "first_name,user id,last_name\nAda,17,Lovelace", ["17"]],
    ["the IDs of a line into which a name has strayed", "usr_1, usr_2, Test Person", ["usr_1", "usr_2"]],
    ["the ID of a sheet that became one line", "reference_id,name,email,usr_2c5e88,Test Person,t@example.com", ["usr_2c5e88"]],
    ["nothing, where no column looks like IDs", "Ada\tLovelace\nGrace\tHopper", []],
    [
      "entries without quotes and the spreadsheet's apostrophe",
      `"00123"\n'+886912345678\n"usr_2c5e88"`,
      ["00123", "+886912345678", "usr_2c5e88"],
    ],
    ["lines without names and e-mail addresses", "usr_1\nTest Person\nt.person@example.com\nusr_2", ["usr_1", "usr_2"]],
    ["lines without secrets and one-time links", `usr_1\n${key}\n${oneTime}`, ["usr_1"]],
    ["lines without what was rounded", "usr_1\n1.23457E+16", ["usr_1"]],
    ["the value of a JSON object", '{"reference_id":"usr_2c5e88","name":"Ada Lovelace"}', ["usr_2c5e88"]],
    [
      "the values of JSON objects, however deep",
      '[{"name":"Ada Byron Lovelace","attributes":{"referenceId":"usr_1"}},{"name":"Grace Hopper","attributes":{"referenceId":"usr_2"}}]',
      ["usr_1", "usr_2"],
    ],
    ["the IDs of identity providers in one piece", "auth0|5f7c8ec7\nauth0|5f7c8ec8", ["auth0|5f7c8ec7", "auth0|5f7c8ec8"]],
    ["those among others", "google-oauth2|1029, usr_1|usr_2, oauth2|line|U12", ["google-oauth2|1029", "usr_1", "usr_2", "oauth2|line|U12"]],
    ["those beside names", "name|id\nAda|auth0|5f7c\nGrace|auth0|5f7d", ["auth0|5f7c", "auth0|5f7d"]],
    ["none of those that hold an e-mail address", "samlp|acme|ada@example.com\nauth0|5f7c", ["auth0|5f7c"]],
    ["no line that a passport has for machines", "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<\nL898902C36UTO7408122F1204159<<<<<10\nusr_1", ["usr_1"]],
    ["a JSON list", '["usr_1", "usr_2"]', ["usr_1", "usr_2"]],
    ["the rows of a Markdown table", "| reference_id | name |\n|---|:--|\n| usr_1 | Ada |\n| usr_2 | Grace |", ["usr_1", "usr_2"]],
    ["a list with bullets", "- usr_1\n* usr_2\n• usr_3", ["usr_1", "usr_2", "usr_3"]],
    ["a list with numbers", "1. usr_1\r\n2) usr_2", ["usr_1", "usr_2"]],
    ["a list with the commas of other scripts", "usr_1，usr_2、usr_3；usr_4", ["usr_1", "usr_2", "usr_3", "usr_4"]],
    ["lines without what was rounded with a comma", "usr_1\n1,23457E+16", ["usr_1"]],
    ["the column of IDs beside one of phone numbers", "+886912345678\tusr_1\n+886912345679\tusr_2", ["usr_1", "usr_2"]],
    [
      "cells in quotes between semicolons",
      '"reference_id";"name"\r\n"usr_1";"Person, Test"\r\n"usr_2";"Other; Person"',
      ["usr_1", "usr_2"],
    ],
    ["a mixture", " a;\n\nb,\tc ", ["a", "b", "c"]],
    ["a line that people divided with what they had", "u-1, u-2;u-3", ["u-1", "u-2", "u-3"]],
    ["each ID once, whatever its letter case", "u-1\nU-1\nu-2", ["u-1", "u-2"]],
  ])("is kept: %s", (_, pasted, ids) => {
    expect(readSheet(pasted)?.ids).toEqual(ids);
  });

  it("nothing is read where there is one entry", () => {
    expect(readSheet("user 17")).toBeUndefined();
  });

  it.each([
    [
      "reference_id\tname\temail\nusr_2c5e88\tTest Person\tt.person@example.com",
      "usr_2c5e88",
      "2 columns and 1 heading were left out and not sent.",
    ],
    ["usr_1\nTest Person\nusr_2", "usr_1, usr_2", "1 name, birth date or e-mail address was left out and not sent."],
    ["usr_1\n1.23457E+16", "usr_1", "The spreadsheet rounded 1.23457E+16: make its column text and copy it again."],
    ["Ada\tLovelace", "", "2 columns were left out and not sent. Nothing in it looks like a reference ID. Copy that column alone."],
    ["usr_1\nusr_2", "usr_1, usr_2", undefined],
  ])("what was left out is said: %j", (pasted, text, note) => {
    expect(readPasted(pasted)).toEqual({ text, note, warning: undefined });
  });
});
