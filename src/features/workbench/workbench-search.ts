import { catch as fallback, enum as oneOf, object, optional } from "zod/mini";

/** The parts below the evidence, each with an address of its own: `?panel=events`. */
export const workbenchPanels = [
  { panel: "sessions", label: "Sessions and network" },
  { panel: "facts", label: "All facts" },
  { panel: "reports", label: "Reports" },
  { panel: "events", label: "Raw events" },
  { panel: "json", label: "JSON" },
] as const;

export type WorkbenchPanel = (typeof workbenchPanels)[number]["panel"];

/** What cannot be read counts as not there: an address written by hand never breaks the page. */
export const workbenchSearchSchema = object({
  panel: fallback(optional(oneOf(workbenchPanels.map(({ panel }) => panel))), undefined),
});
