import { boundKeys } from "@/ui/shortcut-bindings";
import type { ShortcutDefinition } from "@/ui/shortcut-definition";

/**
 * Why a key can't be chosen, in words; undefined when it can. Shortcuts that share a key from the start (they are never on one screen, or one
 * belongs to an element) may go on sharing one.
 * @param key as typed
 * @param all every shortcut of the app
 */
export function refusalOf(definition: ShortcutDefinition, key: string, all: readonly ShortcutDefinition[]): string | undefined {
  const wanted = key.toLowerCase();
  if (wanted !== definition.keys && !/^[\p{Script=Latin}\p{Punctuation}\p{Symbol}]$/u.test(wanted)) {
    return /^\d$/.test(wanted) ? "Digits choose the reasons of a decision." : "Choose a letter or a sign.";
  }
  const holder = all.find((other) => other.id !== definition.id && boundKeys(other).includes(wanted) && other.keys !== definition.keys);
  return holder && `${wanted.toUpperCase()} is the key of “${holder.label}”. Choose another, or change that one first.`;
}
