import { clsx } from "clsx";

/** A placeholder of the size of what will stand there. Hidden from assistive technology: the region around it is `aria-busy`. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={clsx("skeleton", className ?? "h-3 w-24")} />;
}

const widths = ["w-4/5", "w-3/5", "w-2/3", "w-11/12", "w-1/2"];

/** Lines of text to come, each `line` high so that the real text takes the same room. */
export function SkeletonLines({ count = 3 }: { count?: number }) {
  return (
    <span aria-hidden="true" className="flex flex-col">
      {Array.from({ length: count }, (_, index) => (
        <span key={index} className="flex h-5 items-center">
          <Skeleton className={clsx("h-3", widths[index % widths.length])} />
        </span>
      ))}
    </span>
  );
}
