import { expect, it } from "vitest";
import { randomUuid } from "@/lib/random-uuid";
import { readMailingList } from "./mailing-list";

it("reads a line an ID, and leaves out empty lines", () => {
  expect(readMailingList("usr_1\r\n\r\nusr_2\n  usr_3  \n")).toEqual({ ids: ["usr_1", "usr_2", "usr_3"], refused: [] });
});

it("takes the column that is headed so, else the first", () => {
  expect(readMailingList('\uFEFFname,User ID\nAda Lovelace,usr_1\n"Hopper, Grace",usr_2').ids).toEqual(["usr_1", "usr_2"]);
  expect(readMailingList("usr_1;Ada Lovelace\nusr_2;Grace Hopper").ids).toEqual(["usr_1", "usr_2"]);
  expect(readMailingList("auth0|5f7c8ec7c33c6c004bbafe82\nauth0|5f7c8ec7c33c6c004bbafe83").ids).toHaveLength(2);
});

it.each([
  ["ada@example.org", "e-mail address"],
  ["+49 170 1234567", "phone number"],
  ["Ada Lovelace", "name"],
  ["1975-12-10", "birth date"],
  ["078-05-1120", "social security number"],
  ["usr 1", "white space"],
  ["usr_1,2", "comma"],
  ["1.23457E+16", "rounded"],
  ["inq_Ygs16MKTkA6obnF8C3Rb17dm", "inquiry"],
  ["usr_\u200B7", "invisible"],
  ["persona_production_12345678-1234-1234-1234-123456789012", "secret"],
  ["x".repeat(256), "255"],
])("refuses %s, and does not repeat it", (cell, why) => {
  const { ids, refused } = readMailingList(`usr_a9\n${cell}\nusr_b9`);
  expect(ids).toEqual(["usr_a9", "usr_b9"]);
  expect(refused).toHaveLength(1);
  expect(refused[0]).toMatchObject({ line: 2 });
  expect(refused[0]?.why).toContain(why);
  expect(refused[0]?.why).not.toContain(cell);
});

it("refuses an ID that comes again, letter case aside, and a line without one", () => {
  expect(readMailingList("email,id\nx@example.org,usr_1\ny@example.org,\nz@example.org,USR_1")).toEqual({
    ids: ["usr_1"],
    refused: [
      { line: 3, why: "There is no ID in it." },
      { line: 4, why: "It is the same ID as in line 2." },
    ],
  });
});

it("takes the IDs that are made here", () => {
  const made = Array.from({ length: 500 }, () => randomUuid());
  expect(readMailingList(made.join("\n"))).toEqual({ ids: made, refused: [] });
});
