import { configure, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderApp } from "@test/render-app";
import { restHands } from "@test/support/hands";
import { resetSimulator } from "@mocks/doors/node";
import { approveInquiry } from "@mocks/world/inquiry/inquiry-decisions";

// Whether something is visible is computed element by element, which takes seconds in a table.
configure({ defaultHidden: true });

const colleague = { type: "user", name: "Théo Marchetti", emailAddress: "theo.marchetti@hollisgrey.example" } as const;

type App = Awaited<ReturnType<typeof renderApp>>;

async function rowLinks(name: string): Promise<HTMLElement[]> {
  const table = await screen.findByRole("table", { name });
  await waitFor(() => expect(table).toHaveAttribute("aria-busy", "false"));
  return within(table)
    .getAllByRole("rowheader")
    .map((header) => within(header).getByRole("link"));
}

const addresses = async (name: string) => (await rowLinks(name)).map((link) => link.getAttribute("href"));
const focused = () => document.activeElement?.getAttribute("href");
const isAt = ({ router }: App, path: string | RegExp) => waitFor(() => expect(router.state.resolvedLocation?.pathname).toMatch(path));

/** Several inquiries under one account. */
const person = (simulator: ReturnType<typeof resetSimulator>) => {
  for (const { id, attributes } of simulator.world().tables.accounts.newestFirst()) if (attributes.referenceId === "usr_c41d55") return id;
  throw new Error("The demo has lost a person");
};

it.each([
  ["the inquiries", "Inquiries", () => "/inquiries"],
  ["the people", "People", () => "/accounts"],
  ["a person's inquiries", "Inquiries of this person", () => `/accounts/${person(resetSimulator())}`],
  ["the links", "Issued links", () => "/links"],
])("back on %s, the focus is on the row that was open, and J and K go on from there", async (_, name, pathOf) => {
  const path = pathOf();
  const app = await renderApp(path);
  const before = await addresses(name);
  await app.user.keyboard("jj{Enter}");
  await isAt(app, /^\/(inquiries|accounts)\/\w+$/);
  // a list is kept while one of its rows is open, out of sight
  await waitFor(() => expect(screen.queryByRole("table", { name, hidden: false })).not.toBeInTheDocument());

  app.router.history.back();
  await isAt(app, path);
  await rowLinks(name);
  await waitFor(() => expect(focused()).toBe(before[1]));
  restHands();
  await app.user.keyboard("k");
  expect(focused()).toBe(before[0]);
});

it("is the same for a row that was opened by the mouse", async () => {
  const app = await renderApp("/inquiries");
  const before = await addresses("Inquiries");
  const cell = (await rowLinks("Inquiries"))[4]?.closest("tr")?.querySelector("td:last-child");
  if (!cell) throw new Error("The fifth row has no last cell");
  await app.user.click(cell);
  await isAt(app, /^\/inquiries\/inq_/);

  app.router.history.back();
  await isAt(app, "/inquiries");
  await rowLinks("Inquiries");
  await waitFor(() => expect(focused()).toBe(before[4]));
});

it("goes on at the next row when the one that was open has left the list", async () => {
  const simulator = resetSimulator();
  const app = await renderApp("/inquiries?status=needs_review");
  const before = await addresses("Inquiries");
  await app.user.keyboard("jj{Enter}");
  await isAt(app, /^\/inquiries\/inq_/);
  approveInquiry(simulator.world(), { inquiryId: before[1]?.split("/").at(-1) ?? "" }, colleague);
  app.queryClient.clear();

  app.router.history.back();
  await isAt(app, "/inquiries");
  expect(await addresses("Inquiries")).not.toContain(before[1]);
  await waitFor(() => expect(focused()).toBe(before[2]));
});

it("leaves the focus alone on a new visit", async () => {
  const app = await renderApp("/inquiries");
  await rowLinks("Inquiries");
  await app.user.keyboard("jj{Enter}");
  await isAt(app, /^\/inquiries\/inq_/);
  await app.user.click(screen.getByRole("link", { name: "Inquiries" }));
  await isAt(app, "/inquiries");
  await rowLinks("Inquiries");
  expect(focused()).not.toMatch(/inq_/);
});
