import { shortcuts } from "@/components/shortcut-list";
import { usePreference } from "@/ui/local-preferences";
import { boundKey } from "@/ui/shortcut-bindings";
import { type ActiveShortcut, runShortcut } from "@/ui/shortcut-registry";
import { useActiveShortcuts } from "@/ui/use-shortcuts";
import type { PaletteItem } from "./palette-items";

/** What can be done on the page behind the palette, by the shortcuts that work there. Those of one element need the focus in it. */
export function usePageActions(): readonly PaletteItem[] {
  const [state] = usePreference("shortcuts");
  return (
    useActiveShortcuts()
      .filter(({ id, within }) => id !== shortcuts.palette.id && !within)
      // first what is the page's own
      .toSorted((one, other) => Number(isEverywhere(one)) - Number(isEverywhere(other)))
      .map(({ id, definition, label, unavailable }) => ({
        id,
        group: "On this page",
        label,
        unavailable,
        shortcut: state === "on" ? boundKey(definition).toUpperCase() : undefined,
        run: () => runShortcut(id),
      }))
  );
}

const isEverywhere = ({ definition }: ActiveShortcut) => definition.group === shortcuts.palette.group;
