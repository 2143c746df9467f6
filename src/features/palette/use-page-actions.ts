import { allShortcuts } from "@/components/all-shortcuts";
import { shortcuts } from "@/components/shortcut-list";
import { usePreference } from "@/ui/local-preferences";
import { boundKey } from "@/ui/shortcut-bindings";
import { type ActiveShortcut, runShortcut } from "@/ui/shortcut-registry";
import { useActiveShortcuts } from "@/ui/use-shortcuts";
import type { PaletteItem } from "./palette-items";

/** What can be done on the page behind the palette, by the shortcuts that work there. Those of one element need the focus in it. */
export function usePageActions(): readonly PaletteItem[] {
  const [state] = usePreference("shortcuts");
  return useActiveShortcuts()
    .filter(({ id, within }) => id !== shortcuts.palette.id && !within)
    .toSorted((one, other) => placeOf(one) - placeOf(other))
    .map(({ id, definition, label, unavailable }) => ({
      id,
      group: "On this page",
      label,
      unavailable,
      shortcut: state === "on" ? boundKey(definition).toUpperCase() : undefined,
      run: () => runShortcut(id),
    }));
}

/** Where it stands in the list of all, whatever has come and gone on the page; what works everywhere comes after what is the page's own. */
const placeOf = ({ id, definition }: ActiveShortcut): number =>
  allShortcuts.findIndex((one) => one.id === id) + (definition.group === shortcuts.palette.group ? allShortcuts.length : 0);
