import { clsx } from "clsx";
import ChevronRightIcon from "lucide-react/icons/chevron-right";
import type { ComponentProps, ReactNode } from "react";

type DisclosureProps = Omit<ComponentProps<"details">, "summary"> & { summary: ReactNode; bodyClassName?: string };

/** More, one click away. The browser's own <details>, so find-in-page opens it. */
export function Disclosure({ summary, className, bodyClassName, children, ...rest }: DisclosureProps) {
  return (
    <details {...rest} className={clsx("disclosure", className)}>
      <summary className="flex min-h-7 items-center gap-1.5 rounded text-sm text-ink-muted hover:text-ink">
        <ChevronRightIcon className="disclosure-mark size-3.5" />
        {summary}
      </summary>
      <div className={bodyClassName ?? "pt-1 pb-2 pl-5"}>{children}</div>
    </details>
  );
}
