import { type RefObject, useRef } from "react";
import { pageShortcuts } from "@/components/page-shortcuts";
import { useShortcut } from "@/ui/use-shortcuts";

/** J and K walk through the attempts of the list the returned ref is put on, in reading order. */
export function useAttemptKeys(enabled: boolean): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null);
  const move = (step: 1 | -1) => {
    const attempts = [...(list.current?.querySelectorAll<HTMLElement>("[data-attempt]") ?? [])];
    const current = attempts.findLastIndex((attempt) => attempt.contains(document.activeElement));
    attempts[current === -1 ? 0 : current + step]?.focus();
  };
  useShortcut(pageShortcuts.nextAttempt, () => move(1), { enabled });
  useShortcut(pageShortcuts.previousAttempt, () => move(-1), { enabled });
  return list;
}
