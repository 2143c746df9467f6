import { screen } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import type { Simulator } from "@mocks/simulator";
import { openLink } from "@mocks/world/session/end-user";
import { writes } from "./workbench";

/** The opened panel's form, once it is there. */
export const form = () => screen.findByRole("form", { name: "Restore access" });

/** Waits until a link was made and copied. */
export const issued = () => screen.findByText("The link is in your clipboard.");

/** Opens the panel by its key, takes what it proposes, and waits until a link was made and copied. */
export async function restoreByKeys(user: UserEvent): Promise<void> {
  await user.keyboard("l");
  await form();
  await user.keyboard("{Enter}");
  await issued();
}

export const clipboard = () => navigator.clipboard.readText();

/** The operations of the writes that reached Persona, in order. */
export const sent = (simulator: Simulator) => writes(simulator).map(({ operation }) => operation);

/** What was asked of the desk to let users back in, oldest first. */
export const asked = (simulator: Simulator) => simulator.requests().filter(({ path }) => path === "/desk/v1/restorations");

/** The end user opens a link. */
export const open = (simulator: Simulator, link: string) => openLink(simulator.world(), { link });
