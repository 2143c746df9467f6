import { useMutation } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef } from "react";
import type { DeskSessionLife } from "@/api/generated/desk/types.gen";
import { extendSessionMutation } from "@/api/sessions/writes";
import { tellTabs } from "@/frame/session/tab-channel";

const paceMs = 120_000;
/** Once it is about to end, a failed try is soon repeated. */
const urgentPaceMs = 10_000;

/** What only a person does. Moving the pointer is left out once the warning shows: it must not vanish on the way to its button. */
const acts = ["pointerdown", "keydown", "wheel", "touchmove"] as const;

type Extension = {
  life: DeskSessionLife;
  isWarning: boolean;
  /** Told the new end, which other tabs are told too. */
  onLife: (life: DeskSessionLife) => void;
};

/**
 * Extends the session: quietly while the person is active, every 2 minutes at most, and when they ask for it. What the page asks for by
 * itself never counts as activity.
 */
export function useExtension({ life, isWarning, onLife }: Extension) {
  const lastTry = useRef(Number.NEGATIVE_INFINITY);
  const extension = useMutation({
    ...extendSessionMutation(),
    onMutate: () => {
      lastTry.current = Date.now();
    },
    onSuccess: (next) => {
      onLife(next);
      tellTabs({ kind: "extended", life: next });
    },
  });
  const canExtend = life.idleExpiresAt !== null && life.idleExpiresAt !== life.absoluteExpiresAt;

  const seen = useRef(life.idleExpiresAt);
  useEffect(() => {
    if (seen.current === life.idleExpiresAt) return;
    // another tab has done it
    seen.current = life.idleExpiresAt;
    lastTry.current = Date.now();
  }, [life.idleExpiresAt]);

  const onAct = useEffectEvent((event: Event) => {
    // the warning has a button of its own
    if (event.target instanceof Element && event.target.closest("[data-session-notice]")) return;
    if (Date.now() - lastTry.current >= (isWarning ? urgentPaceMs : paceMs)) extension.mutate();
  });
  useEffect(() => {
    if (!canExtend) return;
    const stop = new AbortController();
    const options = { signal: stop.signal, passive: true, capture: true };
    for (const act of isWarning ? acts : [...acts, "pointermove"]) document.addEventListener(act, (event) => onAct(event), options);
    return () => stop.abort();
  }, [canExtend, isWarning]);
  return extension;
}
