import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { resetSimulator } from "@mocks/doors/node";
import type { Simulator } from "@mocks/simulator";
import { renderApp } from "@test/render-app";
import { asColleague } from "@test/support/colleague";
import { restHands } from "@test/support/hands";

type Page = Awaited<ReturnType<typeof openQueue>>;

async function openQueue(role: "reviewer" | "support" | "auditor" = "reviewer") {
  const simulator = resetSimulator({ role });
  const page = await renderApp("/review");
  const rows = await screen.findByRole("table", { name: "Review queue" });
  await within(rows).findAllByRole("rowheader");
  return { ...page, simulator, rows };
}
async function press({ user }: Page, keys: string) {
  restHands();
  await user.keyboard(keys);
}
/** Selects every row, and opens the sheet for an action by its key. */
async function openSheet(page: Page, key: string, name: string) {
  await press(page, "x");
  await page.user.keyboard("{Control>}a{/Control}");
  await press(page, key);
  const sheet = within(await screen.findByRole("region", { name }));
  await waitFor(() => expect(sheet.getByText(/taken in/)).toBeVisible());
  return sheet;
}
const batches = () => within(screen.getByRole("region", { name: "Batches" }));
const all = (simulator: Simulator) => simulator.world().tables.inquiries.newestFirst();
const approved = (simulator: Simulator) =>
  [...all(simulator)].filter(({ attributes }) => attributes.status === "approved").map(({ id }) => id);
/** The hold of the batch, and so many steps of it. */
async function afterHold({ simulator, queryClient }: Pick<Page, "simulator" | "queryClient">) {
  await simulator.control("clock/advance", { seconds: 60 });
  await simulator.tick();
  await act(() => queryClient.invalidateQueries({ queryKey: ["batch"] }));
}

describe("many at once", () => {
  it("are looked over, what something speaks against stays out, and the rest is approved", async () => {
    const page = await openQueue();
    const { simulator, user } = page;
    const before = approved(simulator);
    const sheet = await openSheet(page, "a", "Approve");
    const lines = sheet.getAllByRole("listitem").filter((line) => within(line).queryByRole("checkbox") !== null);
    const out = lines.filter((line) => !within(line).getByRole<HTMLInputElement>("checkbox").checked);
    const matched = lines.find((line) => line.textContent.includes("usr_58ad90"));
    expect(out).toContain(matched);
    expect(matched).toHaveTextContent(/list match/);
    expect(out.length).toBeLessThan(lines.length);
    await user.click(sheet.getByRole("button", { name: new RegExp(`^Approve ${lines.length - out.length} inquir`) }));
    expect(await batches().findByText("Held. Nothing is sent yet.")).toBeVisible();
    expect(approved(simulator)).toEqual(before);
    await afterHold(page);
    expect(await batches().findByText(/^Done\./)).toBeVisible();
    expect(approved(simulator)).toHaveLength(before.length + lines.length - out.length);
    expect(screen.getByRole("region", { name: "Selection" })).toHaveTextContent(/^$/);
  });

  it("leave out those of a template on which two people decide, and say so", async () => {
    const page = await openQueue();
    const templateOf = (referenceId: string) =>
      [...all(page.simulator)].find(({ attributes }) => attributes.referenceId === referenceId && attributes.status === "needs_review")
        ?.relationships.inquiryTemplate.data?.id ?? "";
    const value = [{ inquiryTemplateId: templateOf("usr_58ad90"), decisions: "declines" }];
    const path = "/desk/v1/settings/twoPeople";
    await asColleague(page.simulator, { role: "lead", seat: "reviewer", method: "PUT", path, body: { value, version: 0 } });
    await act(() => page.queryClient.invalidateQueries({ queryKey: ["setting"] }));
    const sheet = await openSheet(page, "d", "Decline");
    const line = sheet.getAllByRole("listitem").find(({ textContent }) => textContent.includes("usr_58ad90"));
    expect(line).toHaveTextContent("Needs a second person on this template: open it to propose it.");
    expect(sheet.getByRole("checkbox", { name: /usr_58ad90/ })).toBeDisabled();
    expect(sheet.getAllByRole<HTMLInputElement>("checkbox").some(({ disabled }) => !disabled)).toBe(true);
  });

  it("need a reason and a comment once one is taken in all the same", async () => {
    const page = await openQueue();
    const sheet = await openSheet(page, "a", "Approve");
    await page.user.click(sheet.getByRole("checkbox", { name: "Take in usr_58ad90 all the same" }));
    await page.user.click(sheet.getByRole("button", { name: /^Approve \d+ inquir/ }));
    expect(await sheet.findByText("Something speaks against it: choose a reason.")).toBeVisible();
    expect(screen.queryByText("Held. Nothing is sent yet.")).toBeNull();
  });

  it("are taken back as one, and nothing was sent", async () => {
    const page = await openQueue();
    const before = approved(page.simulator);
    await openSheet(page, "a", "Approve");
    await page.user.keyboard("{Control>}{Enter}{/Control}");
    await page.user.click(await batches().findByRole("button", { name: "Take back" }));
    expect(await batches().findByText("Taken back. Nothing was sent.")).toBeVisible();
    await afterHold(page);
    expect(approved(page.simulator)).toEqual(before);
  });

  it("are snoozed with one reason, without a call to Persona", async () => {
    const page = await openQueue();
    const sheet = await openSheet(page, "s", "Snooze");
    await page.user.type(sheet.getByRole("textbox", { name: "Why" }), "Ask Ines first");
    await page.user.keyboard("{Enter}");
    await batches().findByText("Held. Nothing is sent yet.");
    await afterHold(page);
    expect(await batches().findByText(/^Done\. (\d+) of \1, \1 snoozed$/)).toBeVisible();
    const asked = page.simulator.requests().filter(({ path }) => path.startsWith("/api/v1/inquiries"));
    expect(asked).toEqual([]);
  });

  it("tell what was not done, and why, and lead back to a look at it", async () => {
    const page = await openQueue();
    const { simulator, user } = page;
    const sheet = await openSheet(page, "a", "Approve");
    const box = sheet.getAllByRole<HTMLInputElement>("checkbox").find(({ checked }) => checked);
    const referenceId = box?.getAttribute("aria-label")?.replace("Take in ", "") ?? "";
    const changed = [...all(simulator)].find(
      ({ attributes }) => attributes.referenceId === referenceId && attributes.status === "needs_review",
    );
    await user.keyboard("{Control>}{Enter}{/Control}");
    await batches().findByText("Held. Nothing is sent yet.");
    const path = `/api/v1/inquiries/${changed?.id ?? ""}/add-tag`;
    await asColleague(simulator, { role: "lead", seat: "reviewer", method: "POST", path, body: { meta: { tagName: "Asked" } } });
    await afterHold(page);
    expect(await batches().findByText(/^Done\. .*, 1 not$/)).toBeVisible();
    expect(await batches().findByText(/It has changed since you looked\. Nothing was sent\./)).toHaveTextContent(referenceId);
    await user.click(batches().getByRole("button", { name: "Look at the one again" }));
    expect(await screen.findByRole("checkbox", { name: `Take in ${referenceId}` })).toBeChecked();
  });

  it("are still told of once the page is loaded again", async () => {
    const page = await openQueue();
    await openSheet(page, "a", "Approve");
    await page.user.keyboard("{Control>}{Enter}{/Control}");
    await batches().findByText("Held. Nothing is sent yet.");
    page.unmount();
    await renderApp("/review");
    expect(await screen.findByText("Held. Nothing is sent yet.")).toBeVisible();
  });

  it("are nothing for who does not decide, who may snooze", async () => {
    const page = await openQueue("support");
    await press(page, "x");
    const bar = within(screen.getByRole("region", { name: "Selection" }));
    expect(bar.getByRole("button", { name: /^Approve/ })).toHaveAttribute("aria-disabled", "true");
    expect(bar.getByRole("button", { name: "Snooze" })).not.toHaveAttribute("aria-disabled", "true");
    await press(page, "a");
    expect(screen.queryByRole("region", { name: "Approve" })).toBeNull();
  });
});
