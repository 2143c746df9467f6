import { expect, test } from "vitest";
import { createTable, type TableSource } from "./table";

interface Row {
  id: string;
  at: number;
}

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

test("rows come newest first by creation, whatever order they were added in", () => {
  const rows = table();
  for (const at of [10, 30, 20]) rows.add({ id: `at${at}`, at });
  expect(ids(rows.newestFirst())).toEqual(["at30", "at20", "at10"]);
});

test("of two rows of one instant the one added later comes first", () => {
  const rows = table();
  rows.add({ id: "first", at: 10 });
  rows.add({ id: "second", at: 10 });
  expect(ids(rows.newestFirst())).toEqual(["second", "first"]);
});

test("an id is taken once", () => {
  const rows = table();
  rows.add({ id: "a", at: 1 });
  expect(() => rows.add({ id: "a", at: 2 })).toThrow("already");
});

test("lazy rows are merged by creation and counted", () => {
  const rows = table();
  rows.attach(source(3).lazy);
  rows.add({ id: "new", at: 200 });
  rows.add({ id: "between", at: 85 });
  rows.add({ id: "old", at: 1 });
  expect(ids(rows.newestFirst())).toEqual(["new", "lazy0", "lazy1", "between", "lazy2", "old"]);
  expect(rows.size).toBe(6);
});

test("a lazy row is made once, and only when it is looked at", () => {
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

test("candidates are the selected lazy rows, those that were made before, and all that were added; newest first", () => {
  const rows = table();
  const { lazy, made } = source(100);
  rows.attach({ ...lazy, select: () => [7, 3] });
  rows.add({ id: "own", at: 65 });
  rows.get("lazy5");
  expect(ids(rows.candidates({ referenceId: "user-1" }))).toEqual(["lazy3", "own", "lazy5", "lazy7"]);
  expect(new Set(made)).toEqual(new Set([3, 5, 7]));
  expect(ids(rows.added())).toEqual(["own"]);
});

test("a source that cannot select is walked through", () => {
  const rows = table();
  rows.attach(source(3).lazy);
  expect(ids(rows.candidates({ accountId: "act_1" }))).toEqual(["lazy0", "lazy1", "lazy2"]);
});
