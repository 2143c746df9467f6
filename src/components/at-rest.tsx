import type { ReactNode } from "react";
import { type Rest, useAtRest } from "@/components/use-at-rest";

type AtRestProps = Rest & {
  /** There is no waiting for it any more. */
  isDue?: boolean;
  /** What keeps its place until then. */
  until?: ReactNode;
  children: ReactNode;
};

/** What a page can do without until it is at rest. A component of its own, so that nothing around it is drawn again when it comes. */
export function AtRest({ isDue = false, until, children, ...rest }: AtRestProps) {
  const isAtRest = useAtRest(rest);
  return isAtRest || isDue ? children : until;
}
