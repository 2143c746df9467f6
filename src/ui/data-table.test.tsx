import { type AnyRouter, createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { act, render, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { DataTable } from "@/ui/data-table";
import { dataTableColumn } from "@/ui/data-table-columns";
import { RowLink } from "@/ui/data-table-row-link";

type Person = { id: string; name: string; city: string };

const people: Person[] = [
  { id: "1", name: "Ada", city: "London" },
  { id: "2", name: "Grace", city: "New York" },
  { id: "3", name: "Hedy", city: "Vienna" },
];
const column = dataTableColumn<Person>();
const columns = (title: number | undefined) =>
  column.columns([
    column.accessor("name", {
      header: `Name ${title ?? ""}`,
      meta: { width: 10 },
      cell: (cell) => <RowLink to={`/${cell.row.id}` as "/"}>{cell.getValue()}</RowLink>,
    }),
    column.accessor("city", { header: "City" }),
  ]);

async function show(rows: readonly Person[] | undefined, options: { busy?: boolean } = {}) {
  const root = createRootRoute();
  const list = createRoute({
    getParentRoute: () => root,
    path: "/",
    component: function List() {
      // this router has no search schema
      const search = list.useSearch() as { again?: number };
      return <DataTable label="People" columns={columns(search.again)} rows={rows} rowId={(row) => row.id} empty="Nobody" {...options} />;
    },
  });
  const person = createRoute({ getParentRoute: () => root, path: "/$id", component: () => "A person" });
  const router = createRouter({ routeTree: root.addChildren([list, person]), history: createMemoryHistory() });
  // the app registers its own router's type; this is another
  render(<RouterProvider<AnyRouter> router={router} />);
  await screen.findByRole("table", { name: "People" });
  return { user: userEvent.setup(), router };
}

const focusedName = () => document.activeElement?.textContent;

describe("keys", () => {
  it("J and K move from anywhere and stop at both ends", async () => {
    const { user } = await show(people);
    await user.keyboard("j");
    expect(focusedName()).toBe("Ada");
    await user.keyboard("jjj");
    expect(focusedName()).toBe("Hedy");
    await user.keyboard("kkk");
    expect(focusedName()).toBe("Ada");
  });

  it("arrows, Home and End move once a row has the focus", async () => {
    const { user } = await show(people);
    await user.tab();
    await user.keyboard("{ArrowDown}");
    expect(focusedName()).toBe("Grace");
    await user.keyboard("{End}");
    expect(focusedName()).toBe("Hedy");
    await user.keyboard("{Home}{ArrowUp}");
    expect(focusedName()).toBe("Ada");
  });

  it("Tab reaches one row only: the one that had the focus last", async () => {
    const { user } = await show(people);
    await user.keyboard("jj");
    expect(screen.getAllByRole("link").map((link) => link.tabIndex)).toEqual([-1, 0, -1]);
  });

  it("Enter opens the row", async () => {
    const { user } = await show(people);
    await user.keyboard("jj{Enter}");
    expect(await screen.findByText("A person")).toBeTruthy();
  });
});

it("a click anywhere on a row follows its link", async () => {
  const { user, router } = await show(people);
  await user.click(screen.getByText("Vienna"));
  expect(await screen.findByText("A person")).toBeTruthy();
  expect(router.state.location.pathname).toBe("/3");
});

it("while rows are on their way the table is busy and empty-handed, not empty", async () => {
  await show(undefined);
  expect(screen.getByRole("table").getAttribute("aria-busy")).toBe("true");
  expect(screen.queryByText("Nobody")).toBeNull();
});

it("no rows at all show the reason", async () => {
  await show([]);
  expect(screen.getByText("Nobody")).toBeTruthy();
});

it("the old rows stay while the next ones are on their way", async () => {
  await show(people, { busy: true });
  const table = screen.getByRole("table");
  expect(table.getAttribute("aria-busy")).toBe("true");
  expect(within(table).getByRole("rowheader", { name: "Grace" })).toBeTruthy();
});

it("a row keeps the focus when its page makes the columns anew", async () => {
  const { user, router } = await show(people);
  await user.keyboard("jj");
  await act(() => router.navigate({ to: "/", search: { again: 1 } }));
  expect(screen.getByRole("columnheader", { name: "Name 1" })).toBeTruthy();
  expect(focusedName()).toBe("Grace");
});
