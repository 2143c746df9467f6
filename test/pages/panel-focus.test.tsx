import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { renderApp } from "@test/render-app";
import { restHands } from "@test/support/hands";
import { inquiryOf } from "@test/support/seeded-inquiries";
import { resetSimulator } from "@mocks/doors/node";

async function open() {
  const inquiryId = inquiryOf(resetSimulator(), "nadia-rahman");
  const app = await renderApp(`/inquiries/${inquiryId}`);
  await screen.findByRole("region", { name: "Verdict" });
  await waitFor(() => expect(screen.queryAllByText(/Finding out what you may do/)).toEqual([]));
  return app;
}

describe("what opens in the page gives the focus back when it closes", () => {
  it.each<[string, () => HTMLElement, () => HTMLElement, string]>([
    [
      "the pictures, by Escape",
      () => screen.getByRole("button", { name: "Look at: Front, Government ID" }),
      () => within(screen.getByRole("region", { name: "Pictures" })).getByRole("button", { name: /Close/ }),
      "{Escape}",
    ],
    [
      "the pictures, by their button",
      () => screen.getByRole("button", { name: "Look at: Portrait, Government ID" }),
      () => within(screen.getByRole("region", { name: "Pictures" })).getByRole("button", { name: /Close/ }),
      "{Enter}",
    ],
    [
      "a decision, by Escape",
      () => screen.getByRole("button", { name: "Decline" }),
      () => screen.getByRole("form", { name: "Decline inquiry" }),
      "{Escape}",
    ],
    [
      "the way back in, by its button",
      () => screen.getByRole("button", { name: "Restore access" }),
      () => within(screen.getByRole("group", { name: "Way back in" })).getByRole("button", { name: "Close" }),
      "{Enter}",
    ],
  ])("%s", async (_, opener, inside, key) => {
    const { user } = await open();
    opener().focus();
    await user.keyboard("{Enter}");
    await waitFor(() => inside().focus());
    expect(opener()).not.toHaveFocus();
    restHands();
    await user.keyboard(key);
    await waitFor(() => expect(opener()).toHaveFocus());
  });
});
