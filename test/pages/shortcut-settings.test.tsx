import { configure, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { allShortcuts } from "@/components/all-shortcuts";
import { renderApp } from "@test/render-app";
import { openPopover } from "@test/support/open-popover";
import { restHands } from "@test/support/hands";
import { openWorkbench } from "@test/support/workbench";

// Whether something is visible is computed element by element; popovers never open here.
configure({ defaultHidden: true });

const keyOf = (label: string) => screen.getByRole("textbox", { name: label });
const open = () => renderApp("/settings?section=look", { role: "reviewer" });

describe("the keys in the settings", () => {
  it("are all there, on this page or not", async () => {
    await open();
    const keys = within(screen.getByRole("group", { name: "Keys" })).getAllByRole("textbox");
    // a combination with Ctrl or Cmd is no single key
    const singleKeys = allShortcuts.filter(({ keys: usual }) => !usual.startsWith("mod+"));
    expect(keys.map(({ id }) => id).toSorted()).toEqual(singleKeys.map(({ id }) => `key-${id}`).toSorted());
  });

  it("can be chosen anew, and are what buttons and keys go by", async () => {
    const settings = await open();
    await settings.user.click(keyOf("Approve"));
    await settings.user.keyboard("y");
    expect(keyOf("Approve")).toHaveValue("Y");
    settings.unmount();
    const { user, decision } = await openWorkbench({ status: "completed" });
    expect(decision.getByRole("button", { name: "Approve" })).toHaveAttribute("aria-keyshortcuts", "Y");
    await user.keyboard("a");
    expect(screen.queryByRole("form", { name: "Approve inquiry" })).not.toBeInTheDocument();
    restHands();
    await user.keyboard("y");
    expect(screen.getByRole("form", { name: "Approve inquiry" })).toBeVisible();
  });

  it.each([
    ["d", "D is the key of “Decline”. Choose another, or change that one first."],
    ["=", "= is the key of “Zoom in”. Choose another, or change that one first."],
    ["1", "Digits choose the reasons of a decision."],
    ["ф", "Choose a letter or a sign."],
  ])("refuse %s in words", async (key, words) => {
    const { user } = await open();
    await user.click(keyOf("Approve"));
    await user.keyboard(key);
    expect(keyOf("Approve")).toHaveValue("A");
    expect(keyOf("Approve")).toHaveAccessibleDescription(words);
  });

  it("may share what they share from the start", async () => {
    const { user } = await open();
    for (const label of ["Write a comment", "Copy the one-time link"]) {
      await user.click(keyOf(label));
      await user.keyboard("m");
      expect(keyOf(label)).toHaveValue("M");
    }
  });

  it("are reset one by one, or all at once", async () => {
    const { user } = await open();
    for (const [label, key] of [
      ["Approve", "y"],
      ["Decline", "i"],
      ["Reset the view", "u"],
    ] as const) {
      await user.click(keyOf(label));
      await user.keyboard(key);
    }
    await user.click(screen.getByRole("button", { name: "Reset the key of Reset the view" }));
    expect(keyOf("Reset the view")).toHaveValue("0");
    await user.click(screen.getByRole("button", { name: "Reset the key of Approve" }));
    expect([keyOf("Approve"), keyOf("Decline")].map((field) => field.getAttribute("value"))).toEqual(["A", "I"]);
    await user.click(screen.getByRole("button", { name: "Reset all keys" }));
    expect(keyOf("Decline")).toHaveValue("D");
    expect(screen.getByRole("button", { name: /^Reset all keys/ })).toHaveAttribute("aria-disabled", "true");
  });

  it("are not shown on buttons once they are turned off", async () => {
    const { user, decision } = await openWorkbench({ status: "completed" });
    expect(decision.getByRole("button", { name: "Approve" })).toHaveAttribute("aria-keyshortcuts", "A");
    const menu = await openPopover(user, "Signed-in user");
    await user.click(await menu.findByRole("switch", { name: "Single-key shortcuts", hidden: true }));
    expect(decision.getByRole("button", { name: "Approve" })).not.toHaveAttribute("aria-keyshortcuts");
  });
});
