/** What is pasted may be a log file. No part of the mutation tests (vite.mutation.config.ts): each of these takes as long as a hundred others. */
import { describe, expect, it } from "vitest";
import { resolveLookup } from "@/domain/lookup-target";
import { readPasted } from "@/domain/pasted/read-pasted";

// a text that is read again and again for each of its signs would take minutes; what is read in one go may take seconds on a busy machine
describe("a long text that was pasted", { timeout: 30_000 }, () => {
  it.each([
    ["one word", "x".repeat(400_000)],
    ["what may be beginnings of tokens", "eyJ-".repeat(100_000)],
    ["what may be parts of links", "?&#".repeat(130_000)],
  ])("is read in one go however long it is: %s", (_, pasted) => {
    expect(readPasted(pasted)).toMatchObject({ text: pasted, warning: undefined });
  });

  it("that is longer than any list is read up to the end of an entry, and says so", () => {
    const ids = Array.from({ length: 50_000 }, (_, index) => `usr_${1_000_000 + index}`);
    const { text, note } = readPasted(ids.join("\n"));
    const read = text.split(", ");
    expect(note).toBe("Only the first 400,000 characters were read.");
    expect(read).toEqual(ids.slice(0, read.length));
    expect(read.length).toBeGreaterThan(30_000);
  });

  it("loses no entry of a sheet, however many there are", () => {
    const many = Array.from({ length: 20_000 }, (_, index) => `usr_${index}`);
    expect(readPasted(many.join("\r\n")).text.split(", ")).toEqual(many);
  });

  it.each([
    ["a log file of nothing but signs that divide", "x,".repeat(500_000), "reference"],
    ["a list longer than any", Array.from({ length: 50_000 }, (_, index) => `u-${index}`).join("\n"), "references"],
  ])("leads somewhere: %s", (_, pasted, kind) => {
    expect(resolveLookup(pasted).kind).toBe(kind);
  });
});
