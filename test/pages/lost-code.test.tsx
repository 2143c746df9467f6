import { screen, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { renderApp } from "@test/render-app";
import { openPopover } from "@test/support/open-popover";
import { restHands } from "@test/support/hands";
import { afterTheHold, inWorld, openWorkbench } from "@test/support/workbench";

/*
 * The network is dead once the page stands: what comes later does not come. Nothing of it may take the page away.
 */

const lost = vi.hoisted(() => () => {
  throw new TypeError("Failed to fetch dynamically imported module");
});
vi.mock("@/frame/session/presence", lost);
vi.mock("@/frame/session/sign-out-menu", lost);
vi.mock("@/components/preference-menu", lost);
vi.mock("@/ui/tooltips", lost);
vi.mock("@/frame/shortcut-dialog", lost);
vi.mock("@/features/decision/hold-strip", lost);
vi.mock("@/features/lookup/omnibox-answer", lost);
vi.mock("@/routes/-palette", lost);

/** The page once it is at rest: what comes by itself then was asked for in vain, which the menu says. */
async function standing() {
  const page = await openWorkbench({ status: "completed" });
  await openPopover(page.user, "Signed-in user");
  await screen.findByText("More could not be loaded yet.", {}, { timeout: 4_000 });
  return page;
}

const stands = () => {
  expect(screen.getByRole("region", { name: "Verdict" })).toBeVisible();
  expect(screen.queryByText(/could not be shown/)).not.toBeInTheDocument();
};

describe("code that can't be had any more", () => {
  it("leaves the page, and what can be decided on it", async () => {
    const page = await standing();
    const { user, simulator, inquiryId, decision } = page;
    stands();
    await user.keyboard("a{Enter}");
    expect(await decision.findByText("Your approval is held.")).toBeVisible();
    expect(decision.getByRole("button", { name: "Take back" })).toBeVisible();
    await afterTheHold(page);
    expect(inWorld(simulator, inquiryId).status).toBe("approved");
    stands();
  });

  it("of the palette is said in the palette, which keeps what is typed and closes as ever", async () => {
    const { user } = await standing();
    await user.keyboard("{Control>}k{/Control}links{Enter}");
    const palette = within(screen.getByRole("dialog", { name: "Commands" }));
    expect(await palette.findByRole("alert")).toHaveTextContent("This can't be opened now.");
    expect(palette.getByRole("textbox", { name: "Find or do" })).toHaveFocus();
    await user.keyboard("!");
    expect(palette.getByRole("textbox", { name: "Find or do" })).toHaveValue("links!");
    await user.keyboard("{Control>}k{/Control}");
    expect(screen.queryByRole("dialog", { name: "Commands" })).not.toBeInTheDocument();
    stands();
  });

  it("of the list of shortcuts is said, and can be put away", async () => {
    const { user } = await standing();
    restHands();
    await user.keyboard("?");
    const said = await screen.findByText(/The shortcuts can't be listed now/);
    stands();
    await user.click(within(said).getByRole("button", { name: "Close" }));
    expect(screen.queryByText(/The shortcuts can't be listed now/)).not.toBeInTheDocument();
  });

  it("of what the search has to say is said under the field", async () => {
    const { user } = await renderApp("/inquiries", {});
    await user.type(screen.getByRole("textbox", { name: "Find a person or an inquiry" }), "usr_nobody{Enter}");
    expect(await screen.findByText("The answer can't be shown now.")).toBeVisible();
    expect(screen.getByRole("heading", { name: "Inquiries" })).toBeVisible();
  });
});
