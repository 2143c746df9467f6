import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { CopyButton } from "@/ui/copy-button";

it("says to everybody what to do where the browser refuses to copy", async () => {
  const user = userEvent.setup();
  const write = vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new DOMException("denied", "NotAllowedError"));
  render(
    <CopyButton text="secret" label="Copy the token" refused="Allow this site the clipboard.">
      Copy the token
    </CopyButton>,
  );
  await user.click(screen.getByRole("button", { name: "Copy the token" }));
  expect(await screen.findByRole("button", { name: "Not copied" })).toBeVisible();
  expect(screen.getByText("Allow this site the clipboard.")).not.toHaveClass("sr-only");
  write.mockRestore();
  await user.click(screen.getByRole("button", { name: "Not copied" }));
  expect(await screen.findByRole("button", { name: "Copied" })).toBeVisible();
  expect(screen.getByText("Copied", { selector: "[aria-live]" })).toHaveClass("sr-only");
});
