import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { resetSimulator } from "@mocks/doors/node";
import type { Simulator } from "@mocks/simulator";
import { tokenOf } from "@mocks/world/session/sessions";
import { renderApp } from "@test/render-app";
import { calls } from "@test/support/request-log";

const linkOf = (simulator: Simulator, referenceId: string) => {
  const { hidden, tables } = simulator.world();
  for (const link of hidden.oneTimeLinks.values()) {
    if (tables.inquiries.get(link.inquiryId)?.attributes.referenceId === referenceId) return link;
  }
  throw new Error(`Nobody was sent a link: ${referenceId}`);
};

/** Everything of the page's own that somebody could read a text in afterwards. */
const traces = ({ router, queryClient, simulator }: Awaited<ReturnType<typeof renderApp>>) =>
  JSON.stringify([
    document.documentElement.outerHTML,
    document.title,
    location.href,
    history.state,
    router.state.location,
    router.state.matches.map(({ params, search }) => [params, search]),
    Object.entries(localStorage),
    Object.entries(sessionStorage),
    queryClient
      .getQueryCache()
      .getAll()
      .map(({ queryKey, state }) => [queryKey, state.data]),
    queryClient
      .getMutationCache()
      .getAll()
      .map(({ state }) => state),
    simulator.requests(),
  ]);

const access = () => within(screen.getByRole("region", { name: "Access" }));

describe("a link that this desk issued", () => {
  it.each(["url", "shortUrl"] as const)("leads to its inquiry and is evidence there, by its %s, and appears nowhere", async (form) => {
    const simulator = resetSimulator();
    const link = linkOf(simulator, "cus-106044");
    const app = await renderApp("/");
    await app.user.paste(`She says it does not open: ${link[form]}`);
    await app.user.keyboard("{Enter}");
    await waitFor(() => expect(app.router.state.location.href).toBe(`/inquiries/${link.inquiryId}`));
    await app.user.keyboard("l");
    const said = await access().findByText(/^It is the one-time link/);
    expect(said).toHaveTextContent("It is the one-time link that Jonas Abara issued 1 hour ago.");
    await app.user.click(access().getByText("How we know, and what to say"));
    expect(access().getByText(/^Jonas Abara issued this one-time link then\./)).toBeVisible();
    expect(access().getByText(/^It ends then\./)).toBeVisible();
    const seen = traces(app);
    expect(seen).toContain(link.inquiryId);
    expect(seen).not.toContain(link.code);
    expect(seen).not.toContain(link.shortCode);
  });

  it("is told apart from one that ran out, whatever the template says", async () => {
    const simulator = resetSimulator();
    const link = linkOf(simulator, "cus-104090");
    const { user, router } = await renderApp("/");
    await user.paste(link.url);
    await user.keyboard("{Enter}");
    await waitFor(() => expect(router.state.location.href).toBe(`/inquiries/${link.inquiryId}`));
    await user.keyboard("l");
    expect(await access().findByText(/^The one-time link ran out .* ago\.$/)).toBeVisible();
  });

  it("is recognised on the panel of another inquiry, and leads to its own", async () => {
    const simulator = resetSimulator();
    const link = linkOf(simulator, "cus-106044");
    const other = linkOf(simulator, "cus-104090");
    const { user } = await renderApp(`/inquiries/${other.inquiryId}`);
    await user.keyboard("l");
    await user.click(await access().findByText("The link they used"));
    await user.click(access().getByRole("textbox", { name: "Paste the link the user opens" }));
    await user.paste(link.url);
    expect(await access().findByText("The link the user opens is of another inquiry than this one.")).toBeVisible();
    expect(access().getByRole("link", { name: "Go to the other inquiry" })).toHaveAttribute("href", `/inquiries/${link.inquiryId}`);
    expect(document.documentElement.outerHTML).not.toContain(link.code);
  });
});

it("a session token that nobody here issued is compared at the desk, and goes nowhere else", async () => {
  const simulator = resetSimulator();
  const world = simulator.world();
  const link = linkOf(simulator, "cus-106044");
  const token = tokenOf(world, world.tables.inquirySessions.get(link.sessionId)!);
  const app = await renderApp("/");
  const before = calls(simulator).length;
  await app.user.paste(token);
  await app.user.keyboard("{Enter}");
  expect(await screen.findByText(/^This desk did not issue it\./)).toBeVisible();
  expect(calls(simulator).slice(before)).toEqual(["POST /desk/v1/links/recognition"]);
  expect(traces(app)).not.toContain(token.split(".")[2]);
});

describe("a link that names what it opens", () => {
  it("is evidence on the inquiry that it leads to", async () => {
    const simulator = resetSimulator();
    const pending = [...simulator.world().tables.inquiries.newestFirst()].find(({ attributes }) => attributes.referenceId === "usr_66d1b2");
    const { user, router } = await renderApp("/");
    await user.paste(`https://inquiry.withpersona.com/verify?inquiry-id=${pending?.id}`);
    await user.keyboard("{Enter}");
    await waitFor(() => expect(router.state.location.href).toBe(`/inquiries/${pending?.id}`));
    await user.keyboard("l");
    expect((await access().findAllByText(/^The plain link of an inquiry opens it only until the user has started/))[0]).toBeVisible();
  });

  it("is evidence on the person that a static link leads to, from the palette too", async () => {
    const { user, router } = await renderApp("/accounts");
    await user.keyboard("{Control>}k{/Control}");
    await screen.findByRole("combobox", { name: "Find or do" });
    await user.paste("https://inquiry.withpersona.com/verify?inquiry-template-id=itmpl_4KxVdP8qLmZ2nYtR7wBcJf6H&reference-id=usr_66d1b2");
    await user.keyboard("{Enter}");
    await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/accounts\/act_/));
    await user.keyboard("l");
    expect((await access().findAllByText(/^The user opens a static link/))[0]).toBeVisible();
  });
});
