import { fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type ComponentProps, createRef } from "react";
import { expect, it, vi } from "vitest";
import { ApiError } from "@/api/errors";
import { WriteForm } from "@/components/write-form";

const conflict = new ApiError({ status: 409, title: "It is not what you saw.", operation: "POST /decisions", sent: "no" });
const send = { label: "Save", busyLabel: "Saving…", retryLabel: "Try again" };

function formWith(props: Partial<ComponentProps<typeof WriteForm>>) {
  return (
    <WriteForm label="Note" error={null} busy={false} onSubmit={() => undefined} send={send} {...props}>
      <input aria-label="Words" />
    </WriteForm>
  );
}

it("is sent by its button and by Enter in a field, and the page is not left", async () => {
  const user = userEvent.setup();
  const prevented: boolean[] = [];
  render(formWith({ onSubmit: (event) => prevented.push(event.isDefaultPrevented()) }));
  await user.click(screen.getByRole("button", { name: "Save" }));
  await user.type(screen.getByRole("textbox", { name: "Words" }), "x{Enter}");
  expect(prevented).toEqual([true, true]);
});

it("is not sent again while it is being sent, nor cancelled by its button", async () => {
  const user = userEvent.setup();
  const [onSubmit, onCancel] = [vi.fn<() => void>(), vi.fn<() => void>()];
  render(formWith({ busy: true, onSubmit, onCancel }));
  fireEvent.submit(screen.getByRole("form", { name: "Note" }));
  await user.click(screen.getByRole("button", { name: "Saving…" }));
  await user.click(screen.getByRole("button", { name: /^Cancel/ }));
  expect(onSubmit).not.toHaveBeenCalled();
  expect(onCancel).not.toHaveBeenCalled();
});

it("says a failure between the fields and the buttons, and brings the button that tries again into sight", () => {
  const into = vi.spyOn(Element.prototype, "scrollIntoView");
  const { rerender } = render(formWith({}));
  expect(into).not.toHaveBeenCalled();
  rerender(formWith({ error: conflict }));
  const [alert, button] = [screen.getByRole("alert"), screen.getByRole("button", { name: "Try again" })];
  expect(screen.getByRole("textbox").compareDocumentPosition(alert)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(alert.compareDocumentPosition(button)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(into.mock.contexts).toEqual([button]);
  into.mockRestore();
});

it("says of a command that it can be sent again where nobody knows whether it was carried out", () => {
  const lost = new ApiError({ status: 504, title: "No answer", operation: "POST /decisions", sent: "yes" });
  const { rerender } = render(formWith({ error: lost }));
  expect(screen.getByRole("alert")).not.toHaveTextContent("the same is never done twice");
  rerender(formWith({ error: lost, isCommand: true }));
  expect(screen.getByRole("alert")).toHaveTextContent("the same is never done twice");
});

it("gives its element to who moves the focus, and has its buttons where it has a footer of its own", () => {
  const form = createRef<HTMLFormElement>();
  render(formWith({ ref: form, send: null, more: <button type="submit">Save all</button> }));
  expect(form.current).toBe(screen.getByRole("form", { name: "Note" }));
  expect(screen.getAllByRole("button").map(({ textContent }) => textContent)).toEqual(["Save all"]);
});
