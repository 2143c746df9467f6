import { type ReactNode, useDeferredValue } from "react";

/**
 * What is looked at second: it is drawn once the rest of the page is on the screen, in slices that let keys and clicks through. Until then
 * nothing stands in its place but what is given as `until`.
 */
export function Afterwards({ until, children }: { until?: ReactNode; children: ReactNode }) {
  const isTurn = useDeferredValue(true, false);
  return isTurn ? children : until;
}
