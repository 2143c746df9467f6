import { expect, it } from "vitest";
import { pageLinks, paginate } from "./pagination";

const rows = ["a", "b", "c", "d", "e"].map((id) => ({ id, odd: "ace".includes(id) }));
const cut = (request: { after?: string; before?: string; size: number }, matches?: (row: { odd: boolean }) => boolean) => {
  const { rows: taken, previous, next } = paginate(rows, request, matches);
  return [taken.map((row) => row.id).join(""), previous, next];
};

it.each([
  [{ size: 2 }, ["ab", null, "b"]],
  [{ size: 5 }, ["abcde", null, null]],
  [{ size: 2, after: "b" }, ["cd", "c", "d"]],
  [{ size: 2, after: "d" }, ["e", "e", null]],
  [{ size: 2, after: "e" }, ["", null, null]],
  [{ size: 2, before: "c" }, ["ab", null, "b"]],
  [{ size: 2, before: "d" }, ["bc", "b", "c"]],
  [{ size: 2, before: "a" }, ["", null, null]],
])("%o of abcde", (request, expected) => expect(cut(request)).toEqual(expected));

it("a filter skips rows, and a cursor that no longer matches still marks its place", () => {
  const odd = (row: { odd: boolean }) => row.odd;
  expect(cut({ size: 1 }, odd)).toEqual(["a", null, "a"]);
  expect(cut({ size: 1, after: "b" }, odd)).toEqual(["c", "c", "c"]);
  expect(cut({ size: 2, before: "d" }, odd)).toEqual(["ac", null, "c"]);
});

it.each(["after", "before"])("an unknown cursor in page[%s] is refused", (name) => {
  expect(() => paginate(rows, { [name]: "z", size: 2 })).toThrow(expect.objectContaining({ status: 400 }));
});

it("no row past the page is read", () => {
  let read = 0;
  const counted = (function* () {
    for (const row of rows) {
      read += 1;
      yield row;
    }
  })();
  paginate(counted, { size: 2 });
  expect(read).toBe(3);
});

it("ten rows by default; the links of a search name the size", () => {
  const many = Array.from({ length: 11 }, (_, index) => ({ id: `r${index}` }));
  const page = paginate(many, {});
  expect(page.rows).toHaveLength(10);
  const url = { path: "/api/v1/inquiries/search", search: new URLSearchParams() };
  expect(pageLinks(page, url, page.size).next).toBe("/api/v1/inquiries/search?page%5Bsize%5D=10&page%5Bafter%5D=r9");
});

it("links are relative, encoded, and keep the list they belong to", () => {
  const search = new URLSearchParams("filter[status]=pending&page[size]=2&page[after]=b");
  const page = paginate(rows, { size: 2, after: "b" });
  expect(pageLinks(page, { path: "/api/v1/inquiries", search })).toEqual({
    prev: "/api/v1/inquiries?filter%5Bstatus%5D=pending&page%5Bsize%5D=2&page%5Bbefore%5D=c",
    next: "/api/v1/inquiries?filter%5Bstatus%5D=pending&page%5Bsize%5D=2&page%5Bafter%5D=d",
  });
  expect(pageLinks({ rows, size: 2, previous: null, next: null }, { path: "/x", search })).toEqual({ prev: null, next: null });
});
