import { expect, it } from "vitest";
import type { TableSource } from "./lazy-rows";
import { createTable } from "./table";

type Row = {
  id: string;
  at: number;
};

const table = () => createTable<Row>((row) => row.at);
const ids = (rows: Iterable<Row>) => Array.from(rows, (row) => row.id);

/** Rows at 100, 90, 80 …, made when asked for. */
function source(count: number) {
  const made: number[] = [];
  const lazy: TableSource<Row> = {
    count,
    at: (index) => {
      made.push(index);
      return { id: `lazy${index}`, at: 100 - index * 10 };
    },
    indexOf: (id) => (id.startsWith("lazy") ? Number(id.slice(4)) : undefined),
  };
  return { lazy, made };
}

it("rows come newest first by creation, whatever order they were added in", () => {
  const rows = table();
  for (const at of [10, 30, 20]) rows.add({ id: `at${at}`, at });
  expect(ids(rows.newestFirst())).toEqual(["at30", "at20", "at10"]);
});

it("of two rows of one instant the one added later comes first", () => {
  const rows = table();
  rows.add({ id: "first", at: 10 });
  rows.add({ id: "second", at: 10 });
  expect(ids(rows.newestFirst())).toEqual(["second", "first"]);
});

it("an id is taken once", () => {
  const rows = table();
  rows.add({ id: "a", at: 1 });
  expect(() => rows.add({ id: "a", at: 2 })).toThrow("already");
});

it("lazy rows are merged by creation and counted", () => {
  const rows = table();
  rows.attach(source(3).lazy);
  rows.add({ id: "new", at: 200 });
  rows.add({ id: "between", at: 85 });
  rows.add({ id: "old", at: 1 });
  expect(ids(rows.newestFirst())).toEqual(["new", "lazy0", "lazy1", "between", "lazy2", "old"]);
  expect(rows.size).toBe(6);
});

it("a lazy row is made once, and only when it is looked at", () => {
  const rows = table();
  const { lazy, made } = source(100_000);
  rows.attach(lazy);
  expect(made).toEqual([]);
  const rest = rows.newestFirst();
  const page = [rest.next(), rest.next(), rest.next()].map(({ value }) => value?.id);
  expect(page).toEqual(["lazy0", "lazy1", "lazy2"]);
  expect(rows.get("lazy1")).toBe(rows.get("lazy1"));
  expect(made).toEqual([0, 1, 2]);
});

it("the candidates of a key are the selected lazy rows, those that were made before, and all that were added; newest first", () => {
  const rows = table();
  const { lazy, made } = source(100);
  rows.attach({ ...lazy, select: () => [7, 3] });
  rows.add({ id: "own", at: 65 });
  rows.get("lazy5");
  expect(ids(rows.candidates({ referenceIds: ["user-1"] }))).toEqual(["lazy3", "own", "lazy5", "lazy7"]);
  expect(new Set(made)).toEqual(new Set([3, 5, 7]));
  expect(ids(rows.added())).toEqual(["own"]);
});

it("a source that cannot select is walked through", () => {
  const rows = table();
  rows.attach(source(3).lazy);
  expect(ids(rows.candidates({ accountIds: ["act_1"] }))).toEqual(["lazy0", "lazy1", "lazy2"]);
});

/** A table of 100 lazy rows that counts the heads somebody looked at. */
function headed() {
  const rows = table();
  const { lazy, made } = source(100);
  const looked: number[] = [];
  const createdAt = (index: number) => 100 - index * 10;
  rows.attach({ ...lazy, createdAt, head: (index) => (looked.push(index), { id: "", at: createdAt(index) }) });
  return { rows, made, looked };
}

it("a condition is asked of heads: only what fits is made, and nothing after the reader has enough", () => {
  const { rows, made, looked } = headed();
  const found = rows.candidates({ fits: ({ at }) => at % 20 === 0 });
  expect([found.next(), found.next()].map(({ value }) => value?.id)).toEqual(["lazy0", "lazy2"]);
  expect(made).toEqual([0, 2]);
  expect(looked).toEqual([0, 1, 2]);
});

it("a row that was made before comes whatever its head says: it may have changed", () => {
  const { rows, looked } = headed();
  rows.get("lazy1");
  expect(ids(rows.candidates({ fits: ({ at }) => at === 70 }))).toEqual(["lazy1", "lazy3"]);
  expect(looked).not.toContain(1);
});

it("outside the time asked for no head is looked at", () => {
  const { rows, looked } = headed();
  expect(ids(rows.candidates({ fits: () => true, createdFrom: 65, createdTo: 90 }))).toEqual(["lazy1", "lazy2", "lazy3"]);
  expect(looked).toEqual([1, 2, 3]);
  expect(looked).toHaveLength(3);
});

it("the row of a cursor comes too, wherever it is", () => {
  const { rows } = headed();
  const none = { fits: () => false };
  expect(ids(rows.candidates(none, { after: "lazy4" }))).toEqual(["lazy4"]);
  expect(ids(rows.candidates(none, { before: "lazy4" }))).toEqual(["lazy4"]);
  expect(ids(rows.candidates({ ...none, createdFrom: 90 }, { after: "lazy6" }))).toContain("lazy6");
  expect(ids(rows.candidates(none, { after: "nobody" }))).toEqual(ids(rows.candidates(none)));
});

it("a row that was made and does not fit tells nothing of what lies ahead of a page", () => {
  const { rows } = headed();
  rows.get("lazy0");
  expect(ids(rows.candidates({ fits: ({ at }) => at === 80 || at === 10 }, { after: "lazy5" }))).toEqual([
    "lazy0",
    "lazy2",
    "lazy5",
    "lazy9",
  ]);
});

it("ahead of a page that follows a row, only as much is looked at as tells that there is something", () => {
  const { rows, made, looked } = headed();
  const found = rows.candidates({ fits: ({ at }) => at < 90 }, { after: "lazy50" });
  expect([found.next(), found.next(), found.next()].map(({ value }) => value?.id)).toEqual(["lazy2", "lazy50", "lazy51"]);
  expect(looked).toEqual([0, 1, 2, 50, 51]);
  expect(made).toEqual([2, 50, 51]);
});
