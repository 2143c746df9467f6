import { expect, it } from "vitest";
import { cursorOf, cursorsOf } from "./pagination";

it.each([
  ["/api/v1/inquiries?page%5Bafter%5D=inq_ABC", { after: "inq_ABC" }],
  ["/api/v1/inquiries?filter%5Bstatus%5D=pending&page%5Bbefore%5D=inq_ABC&page%5Bsize%5D=25", { before: "inq_ABC" }],
  ["/api/v1/inquiries?page[after]=inq_ABC", { after: "inq_ABC" }],
  ["https://elsewhere.example/?page[after]=inq_ABC", { after: "inq_ABC" }],
  ["/api/v1/inquiries?page[after]=%3Cscript%3E", null],
  ["/api/v1/inquiries?page[after]=", null],
  ["/api/v1/inquiries", null],
  [null, null],
  [undefined, null],
  [42, null],
])("cursor of %j", (link, expected) => {
  expect(cursorOf(link)).toEqual(expected);
});

it.each([[{}], [{ links: null }], [{ links: { next: null, prev: null } }]])("no pages beside %j", (answer) => {
  expect(cursorsOf(answer)).toEqual({ next: null, prev: null });
});
