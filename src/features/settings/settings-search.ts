/** The parts of the settings, each with an address of its own: `?section=scripts`. */
export const settingSections = [
  { section: "reasons", label: "Decision reasons" },
  { section: "hold", label: "Hold" },
  { section: "people", label: "Two people" },
  { section: "duplicates", label: "Duplicate policy" },
  { section: "scripts", label: "Scripts" },
  { section: "sla", label: "Service level" },
  { section: "queue", label: "Review queue" },
  { section: "tokens", label: "Partner tokens" },
  { section: "sessions", label: "Sessions" },
  { section: "look", label: "Shortcuts and look" },
] as const;

export type SettingSection = (typeof settingSections)[number]["section"];

export type SettingsSearch = { section?: SettingSection | undefined };

/** What cannot be read counts as not there: an address written by hand never breaks the page. */
export function readSettingsSearch(search: Readonly<Record<string, unknown>>): SettingsSearch {
  return { section: settingSections.find(({ section }) => section === search.section)?.section };
}
