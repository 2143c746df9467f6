/** The parts below the evidence, each with an address of its own: `?panel=events`. */
export const workbenchPanels = [
  { panel: "sessions", label: "Sessions and network" },
  { panel: "facts", label: "All facts" },
  { panel: "reports", label: "Reports" },
  { panel: "events", label: "Raw events" },
  { panel: "json", label: "JSON" },
] as const;

export type WorkbenchPanel = (typeof workbenchPanels)[number]["panel"];

export type WorkbenchSearch = {
  panel?: WorkbenchPanel | undefined;
  /** It is one of a walk through the review queue. */
  walk?: "review" | undefined;
};

/** Another panel of the same page. */
export const inPanel =
  (panel: WorkbenchPanel) =>
  (search: WorkbenchSearch): WorkbenchSearch => ({ ...search, panel });

/** What cannot be read counts as not there: an address written by hand never breaks the page. */
export function readWorkbenchSearch(search: Readonly<Record<string, unknown>>): WorkbenchSearch {
  return {
    panel: workbenchPanels.find(({ panel }) => panel === search.panel)?.panel,
    walk: search.walk === "review" ? "review" : undefined,
  };
}
