import { screen, within } from "@testing-library/react";
import { renderApp } from "@test/render-app";
import { resetSimulator } from "@mocks/doors/node";
import type { Simulator, SimulatorOptions } from "@mocks/simulator";

type Resource = { readonly type: string; readonly attributes: object };

/** What an inquiry consists of, each in the shape of Persona's public specification; identifiers are given here. */
export type OfficialParts = {
  readonly inquiry?: object;
  readonly verifications?: readonly Resource[];
  readonly sessions?: readonly Resource[];
  readonly documents?: readonly Resource[];
  readonly selfies?: readonly Resource[];
  readonly reports?: readonly Resource[];
};

const tables = { verifications: "ver", sessions: "iqse", documents: "doc", selfies: "self", reports: "rep" } as const;
const inquiryId = `inq_official${"0".repeat(16)}`;

/** Puts an inquiry and its parts into the world as they are, whatever the simulator itself would have made of them. */
function put(simulator: Simulator, { inquiry, ...parts }: OfficialParts) {
  const { tables: rows } = simulator.world();
  const relationships: Record<string, unknown> = {};
  for (const [name, prefix] of Object.entries(tables)) {
    // The keys of `tables` are those of `parts`.
    const resources = (parts[name as keyof typeof tables] ?? []).map((resource, index) => ({
      id: `${prefix}_official${String(index).padStart(16, "0")}`,
      relationships: { inquiry: { data: { type: "inquiry", id: inquiryId } } },
      ...resource,
    }));
    relationships[name] = { data: resources.map(({ type, id }) => ({ type, id })) };
    const table = rows[name === "sessions" ? "inquirySessions" : (name as Exclude<keyof typeof tables, "sessions">)];
    // The shapes are Persona's own; the simulator's types know fewer kinds.
    for (const resource of resources) table.add(resource as never);
    if (name !== "reports") continue;
    for (const { id } of resources) {
      simulator.world().hidden.reports.set(id, { plan: { status: "ready", hasMatch: true }, history: [], paused: false, running: false });
    }
  }
  const attributes = {
    status: "needs_review",
    createdAt: "2026-03-01T09:00:00.000Z",
    startedAt: "2026-03-01T09:01:00.000Z",
    completedAt: "2026-03-01T09:05:00.000Z",
    markedForReviewAt: "2026-03-01T09:05:00.000Z",
    ...inquiry,
  };
  // The attributes are what the test says, whatever the type asks for.
  rows.inquiries.add({ type: "inquiry", id: inquiryId, attributes, relationships } as never);
}

/** Opens the workbench of such an inquiry. */
export async function openOfficial(parts: OfficialParts, search = "", options: Partial<SimulatorOptions> = {}) {
  const simulator = resetSimulator(options);
  put(simulator, parts);
  const app = await renderApp(`/inquiries/${inquiryId}${search}`);
  await screen.findByRole("region", { name: "Verdict" });
  // drawn second
  await screen.findByRole("region", { name: "Behind the evidence" });
  return { ...app, simulator, inquiryId };
}

/** A field of an inquiry as Persona sends it. */
export const field = (value: unknown, type = "string") => ({ type, value });

export const regionNamed = (name: string) => within(screen.getByRole("region", { name }));

const readyReport = {
  status: "ready",
  createdAt: "2026-03-01T09:05:00.000Z",
  completedAt: "2026-03-01T09:05:06.000Z",
  redactedAt: null,
  reportTemplateVersionName: "v1",
  hasMatch: true,
  isContinuous: false,
  isRecurring: false,
  tags: [],
};

/** A report that is ready and has a match, unless its attributes say otherwise. */
export const officialReport = (kind: string, attributes: object) => ({
  type: `report/${kind}`,
  attributes: { ...readyReport, ...attributes },
});
