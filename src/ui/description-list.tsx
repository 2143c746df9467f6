import { clsx } from "clsx";
import type { ReactNode } from "react";

/** Facts as name and value; names in one column while there is room. */
export function DescriptionList({ children, className }: { children: ReactNode; className?: string }) {
  return <dl className={clsx("@container flex flex-col gap-y-1.5 text-sm", className)}>{children}</dl>;
}

export function Description({ term, children }: { term: ReactNode; children: ReactNode }) {
  return (
    <div className="grid gap-x-3 @xs:grid-cols-[minmax(6rem,9rem)_minmax(0,1fr)]">
      <dt className="text-ink-muted">{term}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  );
}
