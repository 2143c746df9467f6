import { fireEvent, render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { Dialog } from "./dialog";

it("stays when it is told late of an end it has been shown again since, and closes when it is asked to", async () => {
  const onClose = vi.fn<() => void>();
  render(
    <Dialog open onClose={onClose} title="Shortcuts">
      Every key
    </Dialog>,
  );
  // a browser tells of it after the dialog was closed, and React shows each one twice while developing
  fireEvent(screen.getByRole("dialog"), new Event("close"));
  expect(onClose).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole("button", { name: "Close" }));
  expect(onClose).toHaveBeenCalledOnce();
});
