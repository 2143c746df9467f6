import { screen, within } from "@testing-library/react";
import type { Simulator } from "@mocks/simulator";
import { openLink } from "@mocks/world/end-user";
import { writes } from "./workbench";

/** The opened panel's form, once it is there. */
export const form = () => screen.findByRole("form", { name: "Restore access" });

/** The steps as they read. */
export const steps = () =>
  within(screen.getByRole("list", { name: "Steps" }))
    .getAllByRole("listitem")
    .map(({ textContent }) => textContent);

/** Waits until a link was made and copied. */
export const issued = () => screen.findByText("The link is in your clipboard.");

export const clipboard = () => navigator.clipboard.readText();

/** The operations of the writes that reached the simulator, in order. */
export const sent = (simulator: Simulator) => writes(simulator).map(({ operation }) => operation);

/** The end user opens a link. */
export const open = (simulator: Simulator, link: string) => openLink(simulator.world(), { link });
