import { screen, waitFor } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { openWorkbench } from "@test/support/workbench";

/** What folds the rail on a low window; a wide one does not show it, which the test environment, without styles, can't tell. */
const isFold = (element: Element | null) => element?.matches(".workbench-rail-fold");

/** How often Tab is pressed until something has the focus. @throws Error when it doesn't get there in thirty */
async function tabsTo(user: UserEvent, target: HTMLElement): Promise<number> {
  for (let tabs = 1; tabs <= 30;) {
    await user.tab();
    if (document.activeElement === target) return tabs;
    if (!isFold(document.activeElement)) tabs += 1;
  }
  throw new Error("Tab does not get there");
}

const approve = () => screen.getByRole("button", { name: /^Approve/ });

describe("from the top of the workbench", () => {
  it("Tab is at Approve in eight at most", async () => {
    const { user } = await openWorkbench({ status: "needs_review" });
    await waitFor(() => expect(screen.getByRole("button", { name: /^(Claim|Release)/ })).toBeVisible());
    screen.getByRole("main").focus();
    expect(await tabsTo(user, approve())).toBeLessThanOrEqual(8);
  });

  it("the skip link is at Approve in four keys, and leaves the address as it is", async () => {
    const { user, router } = await openWorkbench({ status: "needs_review" });
    const before = router.state.location.href;
    screen.getByRole("main").focus();
    await user.tab();
    expect(screen.getByRole("link", { name: "Skip to the decision" })).toHaveFocus();
    await user.keyboard("{Enter}");
    expect(await tabsTo(user, approve())).toBeLessThanOrEqual(2);
    expect(router.state.location.href).toBe(before);
  });

  it("another leads past the rail to the evidence", async () => {
    const { user } = await openWorkbench({ status: "needs_review" });
    // there is something to go on to: what stands below the evidence is drawn second
    await screen.findByRole("textbox", { name: "Add a tag" });
    screen.getByRole("link", { name: "Skip to the evidence" }).focus();
    await user.keyboard("{Enter}");
    expect(screen.getByRole("group", { name: "Evidence" })).toHaveFocus();
    await user.tab();
    expect(screen.getByRole("group", { name: "What you can do" }).contains(document.activeElement)).toBe(false);
    await user.tab({ shift: true });
    await user.tab({ shift: true });
    expect(screen.getByRole("group", { name: "What you can do" }).contains(document.activeElement)).toBe(true);
  });
});
