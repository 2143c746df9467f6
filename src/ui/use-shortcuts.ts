import { useEffect, useEffectEvent, useSyncExternalStore } from "react";
import { activeShortcuts, addShortcut, type Shortcut, subscribeToShortcuts } from "@/ui/shortcut-registry";

type ShortcutOptions = Omit<Shortcut, "run"> & {
  /** False while the action isn't there; the key then does nothing and isn't listed. */
  enabled?: boolean;
};

/** Binds a key for as long as the component is on screen. */
export function useShortcut({ keys, label, group, repeats, enabled = true }: ShortcutOptions, run: (event: KeyboardEvent) => void): void {
  const runLatest = useEffectEvent(run);
  useEffect(() => {
    if (!enabled) return;
    return addShortcut({ keys, label, group, repeats, run: (event) => runLatest(event) });
  }, [keys, label, group, repeats, enabled]);
}

/** The shortcuts that work right now, for the help overlay; of two with the same key only the one that wins. */
export function useActiveShortcuts(): Shortcut[] {
  const all = useSyncExternalStore(subscribeToShortcuts, activeShortcuts);
  return all.filter((shortcut, index) => all.findLastIndex((other) => other.keys === shortcut.keys) === index);
}
