import { type RefObject, useEffectEvent, useLayoutEffect, useSyncExternalStore } from "react";
import { flushSync } from "react-dom";
import { usePreference } from "@/ui/local-preferences";
import { boundKey, subscribeToBindings } from "@/ui/shortcut-bindings";
import type { Opened, ShortcutDefinition, ShortcutKind } from "@/ui/shortcut-definition";
import { type ActiveShortcut, activeShortcuts, addShortcut, subscribeToShortcuts } from "@/ui/shortcut-registry";

type ShortcutOptions = {
  /** False while the action isn't there; the key then does nothing and isn't listed. */
  enabled?: boolean;
  /** What it does now, and how, where that depends on what the page shows. */
  label?: string;
  kind?: ShortcutKind;
  /** The element that has the key to itself while the focus is in it, and outside of which it does nothing. */
  within?: RefObject<Element | null>;
  /** Why it can't be done now; its key then says so on the page. */
  unavailable?: string | undefined;
};

/**
 * Binds a shortcut for as long as the component is on screen. What it changes is rendered within the key press, so that the next key, which may
 * come a millisecond later, meets what this one has opened.
 * @param run what it does; where it opens something, gives what takes that back
 */
export function useShortcut(
  definition: ShortcutDefinition,
  run: () => Opened | void,
  { enabled = true, label, kind, within, unavailable }: ShortcutOptions = {},
): void {
  const runLatest = useEffectEvent(run);
  // before anything else can happen: the next key may belong to it
  useLayoutEffect(() => {
    if (!enabled) return;
    return addShortcut(definition, () => rendered(() => runLatest()), {
      label,
      kind,
      within: within && (() => within.current),
      unavailable,
    });
  }, [definition, enabled, label, kind, within, unavailable]);
}

function rendered(run: () => Opened | void): Opened | void {
  const opened = flushSync(run);
  if (!opened) return undefined;
  const { retract, stands } = opened;
  return { retract: () => flushSync(retract), ...(stands && { stands }) };
}

/** The key of a shortcut, as it was chosen last. */
export const useBoundKey = (definition: ShortcutDefinition): string =>
  useSyncExternalStore(subscribeToBindings, () => boundKey(definition));

/** The same as it is shown on a control: in capitals; undefined while single keys are turned off. */
export function useShortcutKey(definition: ShortcutDefinition): string | undefined {
  const [state] = usePreference("shortcuts");
  const key = useBoundKey(definition);
  return state === "on" ? key.toUpperCase() : undefined;
}

/** The shortcuts that work right now, for the help overlay; of two with the same key only the one that wins, unless one belongs to an element. */
export function useActiveShortcuts(): ActiveShortcut[] {
  const all = useSyncExternalStore(subscribeToShortcuts, activeShortcuts);
  const place = ({ definition, within }: ActiveShortcut) => `${boundKey(definition)} ${within ? definition.group : ""}`;
  return all.filter((shortcut, index) => all.findLastIndex((other) => place(other) === place(shortcut)) === index);
}
