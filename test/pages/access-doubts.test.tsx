import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { resetSimulator } from "@mocks/doors/node";
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

it("what expired longer ago than the company's setting says is begun anew, and the setting is named", async () => {
  const { access } = await openExpired((simulator) => {
    simulator.world().clock.advance(33 * 86_400_000);
    simulator.world().settle();
  });
  expect(access.getByText(/^Create a new inquiry .* the setting “Too old after” says 30 days\.$/)).toBeVisible();
  expect(await access.findByRole("button", { name: "Create it and copy its link" })).toBeVisible();
  expect(access.queryByRole("button", { name: /^Resume/ })).toBeNull();
});
