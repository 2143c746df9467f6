import { useEffect, useEffectEvent, useRef } from "react";
import { reasonShortcuts } from "@/components/page-shortcuts";
import type { DecisionReason } from "@/domain/default-settings";
import type { Opened, ShortcutDefinition } from "@/ui/shortcut-definition";
import { SkeletonLines } from "@/ui/skeleton";
import { useShortcut } from "@/ui/use-shortcuts";

/**
 * Keeps a digit that was pressed before the company's reasons are here for the one that it means.
 * @param choose as a click on it does
 * @returns what a digit does by then, by its place
 */
export function useEarlyReason(reasons: readonly DecisionReason[] | undefined, choose: (reason: DecisionReason) => Opened) {
  const kept = useRef<number>(undefined);
  const chosen = useRef<Opened>(undefined);
  const isHere = reasons !== undefined;
  const settle = useEffectEvent(() => {
    const reason = reasons?.[kept.current ?? -1];
    kept.current = undefined;
    if (reason !== undefined) chosen.current = choose(reason);
  });
  useEffect(() => {
    if (isHere) settle();
  }, [isHere]);
  return (index: number): Opened => {
    const before = kept.current;
    // the same again takes it back
    kept.current = before === index ? undefined : index;
    return {
      retract: () => {
        kept.current = before;
        chosen.current?.retract();
      },
    };
  };
}

/** In the place of the reasons while they are on their way. */
export function ReasonsToCome({ onDigit }: { onDigit: (index: number) => Opened }) {
  return (
    <>
      {reasonShortcuts.map((shortcut, index) => (
        <EarlyDigit key={shortcut.id} shortcut={shortcut} onPress={() => onDigit(index)} />
      ))}
      <SkeletonLines count={3} />
    </>
  );
}

function EarlyDigit({ shortcut, onPress }: { shortcut: ShortcutDefinition; onPress: () => Opened }) {
  useShortcut(shortcut, onPress);
  return null;
}
