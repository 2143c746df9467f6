import { configure, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { renderApp } from "@test/render-app";
import { asColleague } from "@test/support/colleague";
import { calls, repeated } from "@test/support/request-log";

// Whether something is visible is computed element by element; popovers never open here.
configure({ defaultHidden: true });

const open = (role: "admin" | "reviewer") => renderApp("/settings?section=sessions", { role });
const everybody = () => screen.findByRole("list", { name: "People who are signed in" });

describe("people and sessions, for an admin", () => {
  it("show who is signed in, since when and from where, oneself first", async () => {
    const { simulator } = await open("admin");
    const people = await everybody();
    const [first, ...others] = within(people).getAllByRole("list");
    expect(first).toHaveAccessibleName("Your sessions");
    expect(first).toHaveTextContent(/Chrome on Linux192\.0\.2\.10This oneSigned in.*Last active/);
    expect(within(first ?? people).queryByRole("button")).toBeNull();
    expect(others.map((list) => list.getAttribute("aria-label"))).toEqual([
      "Sessions of Inés Valverde",
      "Sessions of Maya Lindqvist",
      "Sessions of Priscilla Ong",
      "Sessions of Théo Marchetti",
    ]);
    expect(screen.getByRole("list", { name: "Sessions of Théo Marchetti" })).toHaveTextContent(/Firefox on Linux192\.0\.2\.14/);
    expect(screen.getByText("5 people, 6 sessions")).toBeVisible();
    expect(repeated(simulator)).toEqual([]);
  });

  it("end one session after a question that names it, by keyboard", async () => {
    const { user } = await open("admin");
    await everybody();
    screen.getByRole("button", { name: "End Théo Marchetti’s session, Firefox on Linux" }).focus();
    await user.keyboard("{Enter}");
    const dialog = await screen.findByRole("dialog", { name: "End Théo Marchetti’s session?" });
    expect(dialog).toHaveTextContent(/Firefox on Linux, from 192\.0\.2\.14/);
    within(dialog).getByRole("button", { name: "End the session" }).focus();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(screen.queryByRole("list", { name: "Sessions of Théo Marchetti" })).toBeNull());
    expect(screen.getByText("4 people, 5 sessions")).toBeVisible();
    expect(await everybody()).toHaveFocus();
  });

  it.each(["Keep it", "Close"])("go back to the button that asked when nothing is to be ended: %s", async (name) => {
    const { user } = await open("admin");
    await everybody();
    const asking = screen.getByRole("button", { name: "End Théo Marchetti’s session, Firefox on Linux" });
    await user.click(asking);
    const dialog = await screen.findByRole("dialog", { name: "End Théo Marchetti’s session?" });
    await user.click(within(dialog).getByRole("button", { name }));
    expect(asking).toHaveFocus();
    expect(screen.getByRole("list", { name: "Sessions of Théo Marchetti" })).toBeVisible();
  });

  it("end all sessions of a person", async () => {
    const { user, simulator } = await open("admin");
    await everybody();
    await user.click(screen.getByRole("button", { name: "End all 2 sessions of Priscilla Ong" }));
    const dialog = await screen.findByRole("dialog", { name: "End all of Priscilla Ong’s sessions?" });
    await user.click(within(dialog).getByRole("button", { name: "End 2 sessions" }));
    await waitFor(() => expect(screen.queryByRole("list", { name: "Sessions of Priscilla Ong" })).toBeNull());
    expect(screen.getByRole("list", { name: "Sessions of Théo Marchetti" })).toBeVisible();
    expect(calls(simulator).filter((call) => call.startsWith("DELETE"))).toHaveLength(1);
  });

  it("say that a session is over already, and keep the others", async () => {
    const { user, simulator } = await open("admin");
    await everybody();
    await user.click(screen.getByRole("button", { name: "End Inés Valverde’s session, Chrome on macOS" }));
    const { data } = (await (
      await asColleague(simulator, { role: "admin", seat: "admin", method: "GET", path: "/desk/v1/sessions", body: undefined })
    ).json()) as { data: { id: string; user: { name: string } }[] };
    const theirs = data.find(({ user: { name } }) => name === "Inés Valverde");
    await asColleague(simulator, {
      role: "admin",
      seat: "admin",
      method: "DELETE",
      path: `/desk/v1/sessions/${theirs?.id}`,
      body: undefined,
    });
    await user.click(await screen.findByRole("button", { name: "End the session" }));
    expect(await screen.findByRole("alert")).toBeVisible();
    await waitFor(() => expect(screen.queryByRole("list", { name: "Sessions of Inés Valverde" })).toBeNull());
  });
});

describe("one's own sessions", () => {
  it("are there for everybody, nobody else's among them, and can be ended where one does not sit", async () => {
    const { user } = await open("reviewer");
    const own = await screen.findAllByRole("list", { name: "Your sessions" });
    const text = own.map((list) => list.textContent).join();
    expect(text).toMatch(/This one/);
    expect(text).toMatch(/Safari on iPhone203\.0\.113\.58/);
    expect(text).not.toMatch(/Théo|Firefox/);
    await user.click(screen.getByRole("button", { name: "End your session, Safari on iPhone" }));
    await user.click(
      within(await screen.findByRole("dialog", { name: "End your session?" })).getByRole("button", { name: "End the session" }),
    );
    await waitFor(() => expect(screen.queryByText("Safari on iPhone")).toBeNull());
    expect(screen.getByText("This one")).toBeVisible();
  });
});
