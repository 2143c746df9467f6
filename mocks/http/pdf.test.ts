import { expect, it } from "vitest";
import { pdf } from "./pdf";

const text = (file: Uint8Array) => String.fromCharCode(...file);

it("every object stands where the table says", () => {
  const file = text(pdf(["Inquiry inq_1", "Status: approved"]));
  expect(file.startsWith("%PDF-1.4\n")).toBe(true);
  const table = [...file.matchAll(/^(\d{10}) 00000 n $/gm)].map((row) => Number(row[1]));
  expect(table).toHaveLength(5);
  table.forEach((offset, index) => expect(file.slice(offset)).toMatch(new RegExp(`^${index + 1} 0 obj`)));
  const start = Number(/startxref\n(\d+)/.exec(file)?.[1]);
  expect(file.slice(start)).toMatch(/^xref/);
});

it("text cannot leave its string, and what the font lacks is a question mark", () => {
  const file = text(pdf([String.raw`a) Tj (b\ `, "名前 é"]));
  expect(file).toContain(String.raw`(a\) Tj \(b\\ ) Tj`);
  expect(file).toContain("(?? é) Tj");
});
