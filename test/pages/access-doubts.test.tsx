import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { resetSimulator } from "@mocks/node";
import type { Simulator } from "@mocks/simulator";
import { renderApp } from "@test/render-app";

/** Opens the way back in of somebody whose inquiry expired midway, which is certain where every answer comes. */
async function openExpired(prepare: (simulator: Simulator) => void = () => undefined) {
  const simulator = resetSimulator();
  const inquiry = [...simulator.world().tables.inquiries.newestFirst()].find(({ attributes }) => attributes.referenceId === "usr_2c5e88");
  prepare(simulator);
  const { user } = await renderApp(`/inquiries/${inquiry?.id ?? ""}`);
  await screen.findByRole("button", { name: "Restore access" });
  await user.keyboard("l");
  const access = within(await screen.findByRole("group", { name: "Way back in" }));
  await access.findByText(/^It expired .*, before the user finished/);
  return { user, access, simulator };
}

it("the cause is certain where every answer came", async () => {
  const { access } = await openExpired();
  expect(access.getByText("Certain")).toBeVisible();
  expect(access.queryByRole("list", { name: "Why it is not certain" })).toBeNull();
});

it.each([
  ["the events", { operation: "listAllEvents", status: 403 }, /^Its events are not known/],
  ["the person's other inquiries", { operation: "listAllInquiries", status: 403 }, /^The person's other inquiries are not known/],
  ["the company's settings", { operation: "retrieveSettings", status: 403 }, /^The company's settings are not known/],
] as const)("the cause is likely at most where %s were refused, and says so", async (_, fault, doubt) => {
  const { user, access, simulator } = await openExpired((each) => each.fault({ ...fault, times: 100 }));
  expect(access.getByText("Likely")).toBeVisible();
  await user.click(access.getByText("How we know, and what to say"));
  expect(within(access.getByRole("list", { name: "Why it is not certain" })).getByText(doubt)).toBeVisible();
  // what was refused is not asked for over and over
  expect(simulator.requests().filter(({ operation }) => operation === fault.operation).length).toBeLessThan(5);
});

it("a link that the ledger could not be asked about is evidence by its kind, and leaves a doubt", async () => {
  const { user, access } = await openExpired((simulator) => simulator.fault({ operation: "recognizeALink", status: 503, times: 100 }));
  await user.click(access.getByText("The link they used"));
  await user.click(access.getByRole("textbox", { name: "Paste the link the user opens" }));
  await user.paste("https://withpersona.com/verify?code=us1-secret");
  expect(await access.findByText("It is a one-time link.")).toBeVisible();
  expect(access.getByText("Likely")).toBeVisible();
  await user.click(access.getByText("How we know, and what to say"));
  expect(access.getByText(/^The desk's ledger of links could not be asked/)).toBeVisible();
});

it("what expired longer ago than the company's setting says is begun anew, and the setting is named", async () => {
  const { access } = await openExpired((simulator) => {
    simulator.world().clock.advance(33 * 86_400_000);
    simulator.world().settle();
  });
  expect(access.getByText(/^Create a new inquiry .* the setting “Too old after” says 30 days\.$/)).toBeVisible();
  expect(await access.findByRole("button", { name: "Create it and copy its link" })).toBeVisible();
  expect(access.queryByRole("button", { name: /^Resume/ })).toBeNull();
});
