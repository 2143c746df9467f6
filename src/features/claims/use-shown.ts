import { useSyncExternalStore } from "react";

const subscribe = (listener: () => void) => {
  document.addEventListener("visibilitychange", listener);
  return () => document.removeEventListener("visibilitychange", listener);
};

/** Whether the tab is on screen. */
export const useShown = (): boolean => useSyncExternalStore(subscribe, () => !document.hidden);
