import { type AnyRouter, createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { act, render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { Profiler, useState } from "react";
import { beforeEach, expect, it, vi } from "vitest";
import { DataTable } from "@/ui/data-table";
import { dataTableColumn } from "@/ui/data-table-columns";
import { RowLink } from "@/ui/data-table-row-link";

type Person = { id: string; name: string };

const people: readonly Person[] = ["Ada", "Grace", "Hedy", "Mary"].map((name, index) => ({ id: String(index), name }));
const column = dataTableColumn<Person>();
const drawn = vi.fn<(name: string) => void>();
const columnsOf = (greeting: string) =>
  column.columns([
    column.accessor("name", {
      header: "Name",
      cell: (cell) => {
        drawn(cell.getValue());
        return <RowLink to={`/${cell.row.id}` as "/"}>{greeting + cell.getValue()}</RowLink>;
      },
    }),
  ]);
const plain = columnsOf("");

beforeEach(() => void drawn.mockClear());

async function show(initial = people) {
  const setters: { rows: (rows: readonly Person[]) => void; columns: (columns: typeof plain) => void } = {
    rows: () => undefined,
    columns: () => undefined,
  };
  const commits: number[] = [];
  const root = createRootRoute({
    component: function List() {
      const [rows, setRows] = useState(initial);
      const [columns, setColumns] = useState(plain);
      Object.assign(setters, { rows: setRows, columns: setColumns });
      return (
        <Profiler id="list" onRender={() => commits.push(document.querySelectorAll("tbody tr").length)}>
          <DataTable label="People" columns={columns} rows={rows} rowId={({ id }) => id} empty="Nobody" />
        </Profiler>
      );
    },
  });
  const router = createRouter({ routeTree: root, history: createMemoryHistory() });
  // the app registers its own router's type; this is another
  render(<RouterProvider<AnyRouter> router={router} />);
  await screen.findByRole("table", { name: "People" });
  drawn.mockClear();
  return { setters, commits };
}

const namesDrawn = () => drawn.mock.calls.map(([name]) => name);

it("moving through the rows and opening one draws none of them again", async () => {
  await show();
  const user = userEvent.setup();
  await user.keyboard("jjj");
  expect(document.activeElement?.textContent).toBe("Hedy");
  await user.click(screen.getByText("Mary"));
  expect(namesDrawn()).toEqual([]);
});

it("a row that changed is drawn, and no other", async () => {
  const { setters: changes } = await show();
  act(() => changes.rows(people.map((person) => (person.id === "2" ? { ...person, name: "Hedwig" } : person))));
  expect(namesDrawn()).toEqual(["Hedwig"]);
  expect(screen.getByText("Hedwig")).toBeInTheDocument();
});

it("a row that was left out takes the ones below it along", async () => {
  const { setters: changes } = await show();
  act(() => changes.rows(people.slice(1)));
  expect(screen.queryByText("Ada")).not.toBeInTheDocument();
  await userEvent.setup().keyboard("jj");
  expect(document.activeElement?.textContent).toBe("Hedy");
});

it("other columns draw every row", async () => {
  const { setters: changes } = await show();
  act(() => changes.columns(columnsOf("Dr ")));
  expect(screen.getByText("Dr Mary")).toBeInTheDocument();
  expect(namesDrawn()).toEqual(["Ada", "Grace", "Hedy", "Mary"]);
});

it.each([
  ["comfortable", 40],
  ["compact", 32],
])("what the window can show of %s rows is drawn first, and the rest after it", async (density, rowHeight) => {
  document.documentElement.dataset.density = density;
  const many = Array.from({ length: 60 }, (_, index) => ({ id: String(index), name: `Person ${index}` }));
  const { commits } = await show(many);
  // 128 px of the window are above the first row
  expect(commits[0]).toBe((window.innerHeight - 128) / rowHeight);
  expect(await screen.findByText("Person 59")).toBeInTheDocument();
  expect(commits.at(-1)).toBe(60);
  delete document.documentElement.dataset.density;
});
