import { act, screen, waitFor, within } from "@testing-library/react";
import { expect } from "vitest";
import { resetSimulator } from "@mocks/doors/node";
import type { Simulator, SimulatorOptions } from "@mocks/simulator";
import { renderApp } from "@test/render-app";
import { inquiryIn, sandbox, type Status } from "@test/support/inquiry-states";

type State = { status: Status; redacted?: boolean };

/**
 * Opens the workbench of an inquiry in a given state and waits until it is known what may be done there. Every test has a seed, and so
 * an inquiry, of its own: what a tab remembers of one inquiry is not another test's.
 */
export async function openWorkbench(state: State, options: Partial<SimulatorOptions> = {}) {
  const simulator = resetSimulator({ ...sandbox, seed: expect.getState().currentTestName ?? "", ...options });
  const inquiryId = inquiryIn(simulator, state);
  const page = await renderApp(`/inquiries/${inquiryId}`);
  const decision = within(await screen.findByRole("region", { name: "Decision" }));
  await waitFor(() => {
    if (decision.queryAllByText(/Finding out what you may do/).length > 0) throw new Error("It is not known yet who is signed in");
  });
  return { ...page, inquiryId, decision, access: within(screen.getByRole("region", { name: "Access" })) };
}

/** Lets the world's clock run until what is held is sent, and tells the page, as a push would. */
export async function afterTheHold({ simulator, queryClient }: Pick<Page, "simulator" | "queryClient">, seconds = 5): Promise<void> {
  await simulator.control("clock/advance", { seconds });
  await simulator.tick();
  await act(() => queryClient.invalidateQueries({ queryKey: ["decision"] }));
}

type Page = Awaited<ReturnType<typeof renderApp>>;

/** What was sent to Persona to change something, oldest first. */
export const writes = (simulator: Simulator) =>
  simulator.requests().filter(({ method, path }) => method !== "GET" && path.startsWith("/api/"));

/** What was asked of the desk about decisions, oldest first. */
export const decisionWrites = (simulator: Simulator) =>
  simulator.requests().filter(({ method, path }) => method !== "GET" && path.startsWith("/desk/v1/decisions"));

/** How the world has an inquiry. @throws Error when it has none */
export function inWorld(simulator: Simulator, inquiryId: string) {
  const inquiry = simulator.world().tables.inquiries.get(inquiryId);
  if (inquiry === undefined) throw new Error(`The world has no ${inquiryId}`);
  return inquiry.attributes;
}

/** How often something has happened in the world, whatever was sent. */
export const eventCount = (simulator: Simulator, name: string) =>
  [...simulator.world().tables.events.newestFirst()].filter(({ attributes }) => attributes.name === name).length;
