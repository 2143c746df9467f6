import { cleanup, configure, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { openPopover } from "@test/support/open-popover";
import { renderApp } from "@test/render-app";

// Whether something is visible is computed element by element, which takes seconds in a table.
configure({ defaultHidden: true });

afterEach(() => localStorage.clear());

const table = () => screen.getByRole("table", { name: "Inquiries" });
const heads = () =>
  within(table())
    .getAllByRole("columnheader")
    .map(({ textContent }) => textContent);
const usual = ["Reference ID", "Status", "Template", "Created", "In status since", "Expires", "Inquiry ID"];
/** What stands in a column, from the top. */
const cellsUnder = (head: string) =>
  within(table())
    .getAllByRole("row")
    .slice(1)
    .map((row) => row.children[heads().indexOf(head)]?.textContent);

async function openColumns(path = "/inquiries") {
  const app = await renderApp(path);
  await waitFor(() => expect(table()).toHaveAttribute("aria-busy", "false"));
  const menu = await openPopover(app.user, "Columns");
  await menu.findByRole("list", { name: "Columns" });
  const inMenu = () =>
    menu
      .getAllByRole("checkbox", { checked: true })
      .flatMap((box) => (box instanceof HTMLInputElement ? (box.labels?.[0]?.textContent ?? "") : ""));
  return { ...app, menu, inMenu };
}

describe("the columns of the list of inquiries", () => {
  it("are shown and hidden, kept in this browser, and in no address", async () => {
    const { user, menu, router } = await openColumns("/inquiries?tag=watchlist");
    expect(heads()).toEqual(usual);
    await user.click(menu.getByRole("checkbox", { name: "Template" }));
    await user.click(menu.getByRole("checkbox", { name: "Tags" }));
    const chosen = ["Reference ID", "Status", "Created", "In status since", "Expires", "Inquiry ID", "Tags"];
    expect(heads()).toEqual(chosen);
    expect(cellsUnder("Tags")).toEqual(["false positive, watchlist"]);
    expect(router.state.location.searchStr).toBe("?tag=watchlist");
    expect(localStorage.getItem("desk.inquiry-columns")).toBe("status,createdAt,statusSince,expiresAt,id,tags");
    cleanup();
    await openColumns("/inquiries");
    expect(heads()).toEqual(chosen);
  });

  it("begin with the reference ID, whatever else is there", async () => {
    const { user, menu } = await openColumns();
    expect(menu.getByRole("checkbox", { name: "Reference ID" })).toBeDisabled();
    for (const name of usual.slice(1)) await user.click(menu.getByRole("checkbox", { name }));
    expect(heads()).toEqual(["Reference ID"]);
  });

  it("are moved by keys alone, and the focus goes along", async () => {
    const { user, menu, inMenu } = await openColumns();
    menu.getByRole("button", { name: "Move Template up" }).focus();
    await user.keyboard("{Enter}");
    expect(heads().slice(0, 3)).toEqual(["Reference ID", "Template", "Status"]);
    expect(inMenu()).toEqual(heads());
    // there is no way further up
    expect(menu.getByRole("button", { name: "Move Template down" })).toHaveFocus();
    expect(menu.getByText("Template is column 2 of 7.")).toBeInTheDocument();
    await user.keyboard("{Enter}");
    await user.keyboard("{Enter}");
    expect(heads().slice(0, 4)).toEqual(["Reference ID", "Status", "Created", "Template"]);
    expect(menu.getByRole("button", { name: "Move Template down" })).toHaveFocus();
  });

  it("are the usual ones again after a reset", async () => {
    const { user, menu } = await openColumns();
    const reset = menu.getByRole("button", { name: /^Reset/ });
    expect(reset).toHaveAttribute("aria-disabled", "true");
    await user.click(menu.getByRole("checkbox", { name: "Sessions" }));
    expect(heads()).toContain("Sessions");
    await user.click(reset);
    expect(heads()).toEqual(usual);
    expect(localStorage.getItem("desk.inquiry-columns")).toBeNull();
  });

  it("hold what the list is sorted or filtered by, chosen or not, and say so", async () => {
    localStorage.setItem("desk.inquiry-columns", "status,createdAt,id");
    const { menu } = await openColumns("/inquiries?decided-from=2020-01-01&sort=-updated-at");
    expect(heads()).toEqual(["Reference ID", "Status", "Created", "Decided", "Updated", "Inquiry ID"]);
    expect(menu.getByText(/^Decided and Updated are shown as well/)).toBeInTheDocument();
    expect(menu.getByRole("checkbox", { name: "Updated" })).not.toBeChecked();
  });

  it("can be sorted by when they were completed", async () => {
    localStorage.setItem("desk.inquiry-columns", "status,completedAt");
    const { user, router } = await openColumns();
    await user.click(within(within(table()).getByRole("columnheader", { name: "Completed" })).getByRole("link"));
    await waitFor(() => expect(router.state.location.search).toEqual({ sort: "-completed-at" }));
    expect(await screen.findByText(/on this page, last completed first/)).toBeInTheDocument();
  });
});
