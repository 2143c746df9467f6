import { type RefObject, use, useRef } from "react";
import { InWalk } from "@/components/in-walk";
import { pageShortcuts } from "@/components/page-shortcuts";
import { useShortcut } from "@/ui/use-shortcuts";

/**
 * J and K walk through the attempts of the list the returned ref is put on, in reading order. In a walk through the review queue they are the
 * walk's.
 */
export function useAttemptKeys(isWanted: boolean): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null);
  const isInWalk = use(InWalk);
  const enabled = isWanted && !isInWalk;
  const move = (step: 1 | -1) => {
    const attempts = [...(list.current?.querySelectorAll<HTMLElement>("[data-attempt]") ?? [])];
    const current = attempts.findLastIndex((attempt) => attempt.contains(document.activeElement));
    attempts[current === -1 ? 0 : current + step]?.focus();
  };
  useShortcut(pageShortcuts.nextAttempt, () => move(1), { enabled });
  useShortcut(pageShortcuts.previousAttempt, () => move(-1), { enabled });
  return list;
}
