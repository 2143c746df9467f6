import { clsx } from "clsx";
import { type ReactNode, useLayoutEffect, useRef } from "react";

/** What was done, told where it was done. It takes the focus that the form has, which goes away, and none from elsewhere. */
export function DoneLine({ className, children }: { className?: string; children: ReactNode }) {
  const line = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    const { activeElement } = document;
    const isHere = line.current?.closest("section")?.contains(activeElement) === true;
    if (isHere || activeElement === null || activeElement === document.body) line.current?.focus({ preventScroll: true });
  }, []);
  return (
    <p ref={line} role="status" tabIndex={-1} className={clsx("outline-none print:hidden", className)}>
      {children}
    </p>
  );
}
