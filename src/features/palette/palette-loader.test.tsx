import { render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { late } from "@/ui/late";
import { Palette } from "./palette";
import { PaletteLoader, type PaletteProps } from "./palette-loader";
import type { PaletteItem } from "./palette-items";
import type { Finder, Finding } from "./use-search";

const go = vi.fn<(to: string) => void>();
const places = ["Links", "Inquiries"].map((label): PaletteItem => ({ id: label, group: "Go to", label, run: () => go(label) }));
const find = vi.fn<Finder["find"]>();

function later<Value>(): [promise: Promise<Value>, resolve: (value: Value) => void, reject: () => void] {
  let resolve: (value: Value) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<Value>((settle, refuse) => {
    resolve = settle;
    reject = refuse;
  });
  return [promise, (value) => resolve(value), () => reject(new TypeError("Failed to fetch"))];
}

/** A palette that comes when it is told to; told to fail, it comes at the next try. */
function opened() {
  const [promise, arrive, fail] = later<void>();
  let tries = 0;
  const Late = late<PaletteProps>(async () => {
    if (tries++ === 0) await promise;
    return (props) => (
      <Palette
        {...props}
        places={places}
        finder={{ read: (text) => ({ text, warning: undefined, note: undefined }), isTarget: () => false, find }}
      />
    );
  });
  go.mockReset();
  find.mockReset();
  find.mockResolvedValue({ title: "Found", hits: [{ id: "inq_1", label: "Inquiry", open: () => go("inq_1") }] });
  render(
    <>
      <button type="button">Before</button>
      <PaletteLoader palette={Late} />
    </>,
  );
  screen.getByRole("button", { name: "Before" }).focus();
  return { user: userEvent.setup(), arrive, fail };
}

const field = () => screen.findByRole("combobox", { name: "Find or do" });

describe("what is typed before the palette is there", () => {
  it("is kept for it, and nothing on the page hears it", async () => {
    const { user, arrive } = opened();
    await user.keyboard("{Control>}k{/Control}inq");
    arrive();
    expect(await field()).toHaveValue("inq");
    expect(await field()).toHaveFocus();
    expect(go).not.toHaveBeenCalled();
  });

  it("does with Enter what it names in full", async () => {
    const { user, arrive } = opened();
    await user.keyboard("{Control>}k{/Control}links{Enter}");
    arrive();
    await waitFor(() => expect(go).toHaveBeenCalledExactlyOnceWith("Links"));
  });

  it("is looked up with Enter when nothing here is called so", async () => {
    const { user, arrive } = opened();
    await user.keyboard("{Control>}k{/Control}usr_1{Enter}");
    arrive();
    await waitFor(() => expect(go).toHaveBeenCalledExactlyOnceWith("inq_1"));
    expect(find.mock.calls.map(([{ text }]) => text)).toEqual(["usr_1"]);
  });

  it("is refused visibly with Enter when it names a part of something that nobody has seen", async () => {
    const { user, arrive } = opened();
    await user.keyboard("{Control>}k{/Control}li{Enter}");
    arrive();
    expect(await screen.findByText(/^Nothing was done/)).toBeVisible();
    expect(go).not.toHaveBeenCalled();
    await user.keyboard("{Enter}");
    expect(go).toHaveBeenCalledExactlyOnceWith("Links");
  });
});

it("Enter pressed twice asks once, and what is typed meanwhile does not change the question", async () => {
  const { user, arrive } = opened();
  const [answer, give] = later<Finding>();
  find.mockReturnValue(answer);
  arrive();
  await user.keyboard("{Control>}k{/Control}");
  await field();
  await user.keyboard("usr_1{Enter}{Enter}xyz");
  expect(await field()).toHaveValue("usr_1");
  give({
    title: "Several",
    hits: [
      { id: "act_1", label: "Person", open: () => go("act_1") },
      { id: "inq_2", label: "Inquiry", open: () => go("inq_2") },
    ],
  });
  await screen.findByRole("option", { name: /act_1/ });
  await user.keyboard("{ArrowDown}{Enter}");
  expect(find).toHaveBeenCalledOnce();
  expect(go).toHaveBeenCalledExactlyOnceWith("inq_2");
});

it("closes with Escape and with its own key, and the focus goes back", async () => {
  const { user, arrive } = opened();
  arrive();
  await user.keyboard("{Control>}k{/Control}");
  await field();
  await user.keyboard("{Control>}k{/Control}");
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  expect(screen.getByRole("button", { name: "Before" })).toHaveFocus();
});

it("does not open over a question that covers the page", async () => {
  const { user } = opened();
  const question = document.body.appendChild(document.createElement("dialog"));
  question.showModal();
  await user.keyboard("{Control>}k{/Control}");
  expect(screen.queryByRole("dialog", { name: "Commands" })).not.toBeInTheDocument();
  question.remove();
});

it("whose code can't be had says so, does later nothing that was asked for long before, and comes by itself", async () => {
  const { user, fail } = opened();
  await user.keyboard("{Control>}k{/Control}links{Enter}");
  fail();
  expect(await screen.findByRole("alert")).toHaveTextContent(/^This can't be opened now\./);
  const early = screen.getByRole("textbox", { name: "Find or do" });
  expect(early).toHaveValue("links");
  expect(early).toHaveFocus();
  expect(await screen.findByText(/^Nothing was done/, {}, { timeout: 7_000 })).toBeVisible();
  expect(await field()).toHaveValue("links");
  expect(go).not.toHaveBeenCalled();
  await user.keyboard("{Enter}");
  expect(go).toHaveBeenCalledExactlyOnceWith("Links");
});

it("whose code can't be had opens at the next try", async () => {
  const { user, fail } = opened();
  await user.keyboard("{Control>}k{/Control}");
  fail();
  await screen.findByRole("alert");
  await user.keyboard("{Control>}k{/Control}");
  expect(screen.getByRole("button", { name: "Before" })).toHaveFocus();
  await user.keyboard("{Control>}k{/Control}");
  expect(await field()).toHaveFocus();
  expect(screen.queryByRole("alert")).not.toBeInTheDocument();
});
