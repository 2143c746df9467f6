import { type AnyRouter, createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { render, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import type { ComponentProps } from "react";
import { expect, it, vi } from "vitest";
import { ApiError } from "@/api/errors";
import { dataTableColumn } from "@/ui/data-table-columns";
import { QueryTable } from "./query-table";

type Thing = { id: string };
type Props = ComponentProps<typeof QueryTable<Thing>>;

const column = dataTableColumn<Thing>();
const columns = column.columns([column.accessor("id", { header: "ID" })]);
const page: Props["page"] = {
  data: { next: null, previous: null },
  error: null,
  isError: false,
  isPlaceholderData: false,
  refetch: vi.fn<Props["page"]["refetch"]>(),
};
const usual: Props = {
  label: "Things",
  columns,
  page,
  rows: [{ id: "1" }],
  rowId: ({ id }) => id,
  empty: <p>Nothing here</p>,
  pages: null,
};

async function show(change: Partial<Props>) {
  const root = createRootRoute({ component: () => <QueryTable<Thing> {...usual} {...change} /> });
  const router = createRouter({ routeTree: root, history: createMemoryHistory() });
  // the app registers its own router's type; this is another
  const { container } = render(<RouterProvider<AnyRouter> router={router} />);
  await vi.waitFor(() => expect(container).not.toBeEmptyDOMElement());
  return userEvent.setup();
}

it("leads to the pages that the answer names, and to no other", async () => {
  const onPage = vi.fn<(cursor: object) => void>();
  const user = await show({ page: { ...page, data: { next: { after: "1" }, previous: null } }, pages: { one: "thing", onPage } });
  expect(screen.getByText("1 thing on this page, newest first")).toBeVisible();
  expect(screen.getByRole("table")).toHaveAttribute("aria-rowcount", "-1");
  await user.click(screen.getByRole("button", { name: /Previous/ }));
  expect(onPage).not.toHaveBeenCalled();
  await user.click(screen.getByRole("button", { name: /Next/ }));
  expect(onPage.mock.lastCall).toEqual([{ after: "1" }]);
});

it("counts the rows of a part among all that are here", async () => {
  await show({ pages: { summary: "1 of 3", total: 3, onPrevious: undefined, onNext: undefined } });
  expect(screen.getByRole("table")).toHaveAttribute("aria-rowcount", "4");
});

it("says that other rows are on their way", async () => {
  await show({ page: { ...page, isPlaceholderData: true }, pages: { one: "thing", onPage: () => undefined } });
  expect(screen.getByRole("table")).toHaveAttribute("aria-busy", "true");
  expect(screen.getByText("Loading the page")).toBeVisible();
});

it("says why there are no rows", async () => {
  await show({ rows: [] });
  expect(within(screen.getByRole("table")).getByText("Nothing here")).toBeVisible();
});

it("shows a failure in the place of the rows, and asks again", async () => {
  const refetch = vi.fn<Props["page"]["refetch"]>();
  const error = new ApiError({ status: 500, title: "t", operation: "GET /things", sent: "no" });
  const user = await show({ page: { ...page, error, isError: true, refetch } });
  expect(screen.queryByRole("table")).not.toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(refetch).toHaveBeenCalledOnce();
});
