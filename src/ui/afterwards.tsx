import { type ReactNode, useDeferredValue } from "react";

type AfterwardsProps = {
  until?: ReactNode;
  /** Somebody came for it: it is drawn at once. */
  isWanted?: boolean;
  children: ReactNode;
};

/**
 * What is looked at second: it is drawn once the rest of the page is on the screen, in slices that let keys and clicks through. Until then
 * nothing stands in its place but what is given as `until`.
 */
export function Afterwards({ until, isWanted = false, children }: AfterwardsProps) {
  const isTurn = useDeferredValue(true, false);
  return isTurn || isWanted ? children : until;
}
