import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { field, openOfficial } from "@test/support/official-inquiry";
import { inquiryOf } from "@test/support/seeded-inquiries";
import { calls } from "@test/support/request-log";
import { form, issued } from "@test/support/restore-access";
import { afterTheHold, openWorkbench } from "@test/support/workbench";
import { renderApp } from "@test/render-app";
import { resetSimulator } from "@mocks/doors/node";
import type { SimulatorOptions } from "@mocks/simulator";
import type { PersonKey } from "@mocks/seed/people/all";

async function open(person: PersonKey, options: Partial<SimulatorOptions> = {}) {
  const simulator = resetSimulator(options);
  const app = await renderApp(`/inquiries/${inquiryOf(simulator, person)}`);
  await screen.findByText("The inquiry was created.");
  await waitFor(() => expect(app.queryClient.isFetching()).toBe(0));
  return app;
}

const line = (sentence: string) => screen.getByText(sentence).closest("summary");
const askedPersona = (simulator: ReturnType<typeof resetSimulator>) => calls(simulator).filter((call) => call.includes("/user-audit-logs"));

describe("names in the story", () => {
  it("come from Persona's log of its dashboard, for who may see it", async () => {
    const { simulator } = await open("hugo-alvarez", { role: "lead" });
    // the names are asked for once the story stands, which is drawn second
    await waitFor(() => expect(line("Marked for review.")).toHaveTextContent("Théo Marchetti"));
    expect(askedPersona(simulator)).toHaveLength(1);
  });

  it("are left out for who may not see that log, which is not asked then", async () => {
    const { simulator } = await open("hugo-alvarez", { role: "reviewer" });
    expect(line("Marked for review.")).toHaveTextContent("Who: not recorded");
    expect(askedPersona(simulator)).toEqual([]);
  });

  it("cost none of Persona's calls where nothing was decided", async () => {
    const { simulator } = await open("oksana-bondar", { role: "lead" });
    expect(askedPersona(simulator)).toEqual([]);
  });

  it("are left out when the logs cannot be read, and the story stands", async () => {
    const simulator = resetSimulator({ role: "lead" });
    simulator.fault({ operation: "listAllUserAuditLogs", status: 403 });
    simulator.fault({ operation: "listAuditEntries", status: 500 });
    const { queryClient } = await renderApp(`/inquiries/${inquiryOf(simulator, "hugo-alvarez")}`);
    await screen.findByText("The inquiry was created.");
    await waitFor(() => expect(queryClient.isFetching()).toBe(0));
    expect(line("Marked for review.")).toHaveTextContent("Who: not recorded");
  });

  it("come from the desk's own log, for what was done in the desk", async () => {
    const { user, queryClient } = await openWorkbench({ status: "expired" }, { role: "support" });
    await user.keyboard("l");
    await form();
    await user.keyboard("{Enter}");
    await issued();
    // as the event stream makes it, which is not open here
    await act(() => queryClient.invalidateQueries());
    await waitFor(() => expect(line("The inquiry was resumed: it is pending again.")).toHaveTextContent("Jonas Abara"));
  });

  it("come from the desk's decisions, where its log can't be read", async () => {
    const { user, simulator, queryClient } = await openWorkbench({ status: "completed" }, { role: "reviewer" });
    simulator.fault({ operation: "listAuditEntries", status: 500 });
    await user.keyboard("r{Enter}");
    await afterTheHold({ simulator, queryClient });
    await act(() => queryClient.invalidateQueries());
    await waitFor(() => expect(line("Marked for review.")).toHaveTextContent("Maya Lindqvist"));
  });

  it("name the creator that Persona tells", async () => {
    await openOfficial({ inquiry: { creator: "ops@example.com", fields: { "name-first": field("Jane") } } });
    await screen.findByText("The inquiry was created.");
    expect(line("The inquiry was created.")).toHaveTextContent("ops@example.com");
  });
});

it("raw events are one press away", async () => {
  const { user, router } = await open("chloe-martin");
  await user.click(within(screen.getByRole("region", { name: "Story" })).getByRole("link", { name: "See raw events" }));
  expect(router.state.location.search).toEqual({ panel: "events" });
  expect(document.getElementById(router.state.location.hash)).toBe(screen.getByRole("region", { name: "Behind the evidence" }));
});
