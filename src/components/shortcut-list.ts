import type { ShortcutDefinition } from "@/ui/shortcut-definition";

/**
 * The shortcuts of every page; those of single pages, of tables and of the picture viewer stand beside these. The ids are stable: the keys that
 * people have chosen are kept under them.
 */
export const shortcuts = {
  find: { id: "everywhere.find", keys: "/", label: "Find a person or inquiry", group: "Everywhere", kind: "opens" },
  palette: { id: "everywhere.palette", keys: "mod+k", label: "Find or do anything by name", group: "Everywhere", kind: "opens" },
  help: { id: "everywhere.help", keys: "?", label: "Show shortcuts", group: "Everywhere", kind: "opens" },
} as const satisfies Record<string, ShortcutDefinition>;
