import { fireEvent, render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { Dialog } from "./dialog";

it.each([
  ["Escape", () => fireEvent(screen.getByRole("dialog"), new Event("cancel", { cancelable: true }))],
  ["its button", () => fireEvent.click(screen.getByRole("button", { name: "Close" }))],
  ["a click beside it", () => fireEvent.click(screen.getByRole("dialog"))],
])("is gone with %s itself, so that the next one can be asked for at once", (_what, end) => {
  const onClose = vi.fn<() => void>();
  render(
    <Dialog open onClose={onClose} title="Shortcuts">
      Every key
    </Dialog>,
  );
  // the browser does not tell of the end before it is done with this
  screen.getByRole("dialog").addEventListener("close", (event) => event.stopImmediatePropagation(), { capture: true });
  end();
  expect(onClose).toHaveBeenCalledOnce();
});

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
