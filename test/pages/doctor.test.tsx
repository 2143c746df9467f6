import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { referenceIdOf } from "@mocks/seed/catalogue";
import { resetSimulator } from "@mocks/doors/node";
import type { Simulator, SimulatorOptions } from "@mocks/simulator";
import { renderApp } from "@test/render-app";
import { calls, endFaults } from "@test/support/request-log";
import { asked as restorations, clipboard, open } from "@test/support/restore-access";

const field = () => screen.getByRole("textbox", { name: "What the user has, or says" });
const diagnosis = () => within(screen.getByRole("group", { name: "Diagnosis" }));

async function openDoctor(path = "/doctor", options: Partial<SimulatorOptions> = { role: "support" }) {
  const app = await renderApp(path, options);
  return {
    ...app,
    /** Pastes into the field, which has the focus, and presses Enter at once. */
    ask: async (text: string) => {
      await app.user.click(field());
      await app.user.clear(field());
      await app.user.paste(text);
      await app.user.keyboard("{Enter}");
    },
    asked: () => calls(app.simulator).filter((call) => !call.includes("/desk/")),
  };
}

/** The reference ID of somebody with several inquiries. */
function twiceAsked(simulator: Simulator): string {
  const seen = new Set<string>();
  for (const { attributes } of simulator.world().tables.inquiries.newestFirst()) {
    const { referenceId } = attributes;
    if (referenceId !== null && seen.has(referenceId)) return referenceId;
    if (referenceId !== null) seen.add(referenceId);
  }
  throw new Error("Nobody has two inquiries");
}

const inquiryOf = (app: Awaited<ReturnType<typeof openDoctor>>, referenceId: string) => {
  const found = [...app.simulator.world().tables.inquiries.newestFirst()].find(({ attributes }) => attributes.referenceId === referenceId);
  if (!found) throw new Error(`Nobody has ${referenceId}`);
  return found;
};

describe("whose inquiry it is about", () => {
  it("is found by a reference ID, and the remedy is done there", async () => {
    const app = await openDoctor();
    expect(field()).toHaveFocus();
    await app.user.paste(referenceIdOf("oscar-lund"));
    await app.user.keyboard("{Enter}");
    expect(await screen.findByText(/^It expired .* before the user finished\.$/)).toBeVisible();
    expect(screen.getByRole("group", { name: "Diagnosis" })).toHaveFocus();
    expect(app.router.state.location.href).toMatch(/^\/doctor\?of=act_/);
    expect(field()).toHaveValue("");
    await app.user.click(diagnosis().getByRole("button", { name: "Resume and copy a one-time link" }));
    expect(await diagnosis().findByRole("button", { name: /Copy reply with the link/ })).toBeVisible();
    expect(open(app.simulator, await clipboard())).toMatchObject({ outcome: "opened" });
  });

  it("Enter pressed once too often sends nothing", async () => {
    const app = await openDoctor();
    await app.user.paste(referenceIdOf("oscar-lund"));
    await app.user.keyboard("{Enter}{Enter}");
    await screen.findByText(/^It expired .* before the user finished\.$/);
    await app.user.keyboard("{Enter}");
    expect(restorations(app.simulator)).toEqual([]);
    expect(diagnosis().getByRole("button", { name: "Resume and copy a one-time link" })).toBeVisible();
  });

  it("is found by a link, whose token is nowhere afterwards", async () => {
    const app = await openDoctor();
    const { id } = inquiryOf(app, referenceIdOf("oscar-lund"));
    const token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJpcXNlXzEyMyJ9.c2lnbmF0dXJlLW9mLWEtdG9rZW4";
    await app.ask(`it says expired https://inquiry.withpersona.com/verify?inquiry-id=${id}&session-token=${token}`);
    await waitFor(() => expect(app.router.state.location.href).toBe(`/doctor?of=${id}`));
    expect(await screen.findByText(/^It expired .* before the user finished\.$/)).toBeVisible();
    const { outerHTML } = document.documentElement;
    expect([outerHTML, document.title, JSON.stringify(app.simulator.requests())].join(" ")).not.toContain(token);
  });

  it("of several inquiries of a person, another can be asked about", async () => {
    const app = await openDoctor();
    await app.ask(twiceAsked(app.simulator));
    const list = await screen.findByRole("list", { name: "Their inquiries" });
    const pressed = () => within(list).getAllByRole("button", { pressed: true });
    expect(pressed()).toHaveLength(1);
    const [other] = within(list).getAllByRole("button", { pressed: false });
    if (!other) throw new Error("They have one inquiry only");
    await app.user.click(other);
    expect(pressed()).toEqual([other]);
    const { textContent } = other;
    await waitFor(() => expect(diagnosis().getAllByText(textContent ?? "").length).toBeGreaterThan(0));
  });

  it("several people are a list, and a link to a template nobody's inquiry", async () => {
    const app = await openDoctor();
    await app.ask("https://inquiry.withpersona.com/verify?inquiry-template-id=itmpl_Ygs16MKTkA6obnF8C3Rb17dm");
    expect(await screen.findByText(/begins another inquiry each time it is opened/)).toBeVisible();
    expect(app.router.state.location.href).toBe("/doctor");
    await app.ask(`${referenceIdOf("oscar-lund")}, ${referenceIdOf("grace-kimani")}`);
    await waitFor(() => expect(app.router.state.location.pathname).toBe("/accounts"));
  });
});

describe("what somebody says", () => {
  it("an error code alone is explained, and nothing is asked", async () => {
    const app = await openDoctor();
    const before = app.asked().length;
    await app.ask('onError({ status: 422, code: "inactive_template" })');
    expect(await screen.findByText("The template is switched off")).toBeVisible();
    expect(app.asked().slice(before)).toEqual([]);
    await app.user.click(screen.getByRole("button", { name: /Copy reply/ }));
    expect(await clipboard()).toMatch(/^The verification is closed on our side/);
  });

  it("an error code beside an ID is evidence in that inquiry", async () => {
    const app = await openDoctor();
    await app.ask(`${referenceIdOf("lucas-meyer")} onError({ status: 409, code: "unauthenticated" })`);
    expect(await screen.findByText("The page or app opened a begun inquiry without its session token")).toBeVisible();
    expect(await screen.findByText(/^The page or app opened the inquiry without a session token\./)).toBeVisible();
    expect(screen.getByText("Certain")).toBeVisible();
  });

  it("a message that names nobody takes the former case away, is sent nowhere, and stays to be completed", async () => {
    const app = await openDoctor();
    await app.ask(referenceIdOf("oscar-lund"));
    await screen.findByText(/^It expired .* before the user finished\.$/);
    const before = app.asked().length;
    await app.ask("My name is Ada Lovelace and it says my session expired");
    expect(await screen.findByText("Their session ended, or the whole inquiry")).toBeVisible();
    expect(screen.queryByRole("group", { name: "Diagnosis" })).not.toBeInTheDocument();
    expect(app.router.state.location.href).toBe("/doctor");
    expect(app.asked().slice(before)).toEqual([]);
    expect(field()).toHaveValue("My name is Ada Lovelace and it says my session expired");
  });
});

describe("an address", () => {
  it("names a reference ID, which is looked up and leaves it", async () => {
    const app = await openDoctor(`/doctor?of=${referenceIdOf("oscar-lund")}`);
    expect(await screen.findByText(/^It expired .* before the user finished\.$/)).toBeVisible();
    expect(app.router.state.location.href).toMatch(/^\/doctor\?of=act_/);
    await app.router.navigate({ to: "/doctor", search: { of: referenceIdOf("oscar-lund") } });
    await waitFor(() => expect(app.router.state.location.href).toMatch(/^\/doctor\?of=act_/));
  });

  it("keeps no name, and sends none", async () => {
    const app = await openDoctor("/doctor?of=Ada%20Lovelace");
    expect(await screen.findByText("Not sent yet")).toBeVisible();
    expect(app.router.state.location.href).toBe("/doctor");
    expect(JSON.stringify(app.simulator.requests())).not.toMatch(/Lovelace/);
  });

  it("of an inquiry shows it without taking the focus out of the field", async () => {
    const simulator = resetSimulator({ role: "support" });
    const inquiry = [...simulator.world().tables.inquiries.newestFirst()].find(({ attributes }) => attributes.status === "declined");
    const app = await openDoctor(`/doctor?of=${inquiry?.id}`);
    expect(await screen.findByText("Certain")).toBeVisible();
    expect(field()).toHaveFocus();
    expect(app.router.state.location.href).toBe(`/doctor?of=${inquiry?.id}`);
  });

  it("of an inquiry that there is not, or that could not be read, says so", async () => {
    const { simulator, user } = await openDoctor("/doctor?of=inq_AAAAAAAAAAAAAAAAAAAAAAAA");
    expect(await screen.findByRole("alert")).toBeVisible();
    const { id } = [...simulator.world().tables.inquiries.newestFirst()][0] ?? {};
    simulator.fault({ operation: "retrieveAnInquiry", status: 500, times: 5 });
    await user.click(field());
    await user.paste(id ?? "");
    await user.keyboard("{Enter}");
    const again = await screen.findByRole("button", { name: /Try again|Reload/ });
    await endFaults(simulator);
    await user.click(again);
    expect(await diagnosis().findByRole("heading", { name: "Cause and remedy" })).toBeVisible();
  });
});
