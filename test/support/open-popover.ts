import { screen, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";

/**
 * Presses the opener of a popover; what is in it is made by then.
 * @param label of the popover
 * @returns queries inside it
 */
export async function openPopover(user: UserEvent, label: string) {
  const panel = await screen.findByLabelText(label, { selector: "dialog" });
  const opener = document.querySelector(`[popovertarget="${panel.id}"]`);
  if (opener === null) throw new Error(`Nothing opens “${label}”`);
  await user.click(opener);
  return within(panel);
}
