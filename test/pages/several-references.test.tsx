import { configure, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { renderApp } from "@test/render-app";
import { calls } from "@test/support/request-log";

// Whether something is visible is computed element by element, which takes seconds in a table.
configure({ defaultHidden: true });

const table = () => screen.getByRole("table", { name: "Inquiries" });
const found = () =>
  new Set(
    within(table())
      .getAllByRole("link", { name: /^(?:usr|cus)/ })
      .map(({ textContent }) => textContent),
  );

async function openList(path = "/inquiries") {
  const app = await renderApp(path, {});
  const field = await screen.findByRole("textbox", { name: "Reference ID" });
  await waitFor(() => expect(table()).toHaveAttribute("aria-busy", "false"));
  return { ...app, field, asked: () => calls(app.simulator).filter((call) => call.includes("filter[reference-id]")) };
}

describe("several reference IDs", () => {
  it("that are pasted as a list are looked for at once, and stand in the address", async () => {
    const { user, router, field, asked } = await openList();
    await user.click(field);
    await user.paste("usr_2c5e88\nusr_58ad90\tusr_nobody");
    await waitFor(() => expect(field).toHaveValue("usr_2c5e88, usr_58ad90, usr_nobody"));
    await user.keyboard("{Enter}");
    await waitFor(() => expect(router.state.location.search).toEqual({ reference: "usr_2c5e88,usr_58ad90,usr_nobody" }));
    await waitFor(() => expect(found()).toEqual(new Set(["usr_2c5e88", "usr_58ad90"])));
    // the list, and its total
    expect(asked().filter((call) => call.startsWith("GET /desk/v1/inquiries?"))).toHaveLength(1);
  });

  it("of which one is personal are looked for without it, and that is said", async () => {
    const { user, router, field, simulator } = await openList();
    await user.click(field);
    await user.paste("usr_2c5e88\nanna.lind@example.com\nusr_58ad90");
    await waitFor(() => expect(field).toHaveAccessibleDescription(/.+/));
    await user.keyboard("{Enter}");
    await waitFor(() => expect(JSON.stringify(router.state.location.search)).not.toBe("{}"));
    expect(router.state.location.search).toEqual({ reference: "usr_2c5e88,usr_58ad90" });
    expect(router.state.location.searchStr).not.toContain("anna");
    expect(JSON.stringify(calls(simulator))).not.toContain("anna");
  });

  it("in the address are cut to what it has room for, and that is said", async () => {
    const ids = Array.from({ length: 53 }, (_, index) => `usr_${1000 + index}`);
    const { router } = await openList(`/inquiries?reference=${ids.join(",")}`);
    expect(router.state.location.search).toEqual({ reference: ids.slice(0, 50).join(",") });
    expect(await screen.findByText(/room for 50 of them; 3 more were left out/)).toBeInTheDocument();
    expect(screen.getByText(/Looked for one of 50 reference IDs\./)).toBeInTheDocument();
  });

  it("written by hand with a blank behind the comma are the same ones", async () => {
    const { router } = await openList("/inquiries?reference=usr_2c5e88,%20usr_58ad90");
    expect(router.state.location.search).toEqual({ reference: "usr_2c5e88,usr_58ad90" });
    expect(found()).toEqual(new Set(["usr_2c5e88", "usr_58ad90"]));
  });
});
