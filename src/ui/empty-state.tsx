import type { ReactNode } from "react";
import type { Icon } from "@/ui/icon";

type EmptyStateProps = { title: string; icon?: Icon; children?: ReactNode; actions?: ReactNode };

/** Nothing to show, and why: the title says what there is none of, the text which filter did it, the actions how to widen. */
export function EmptyState({ title, icon: EmptyIcon, children, actions }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-1 px-6 py-12 text-center">
      {EmptyIcon && <EmptyIcon className="mb-2 size-6 stroke-[1.5] text-ink-faint" />}
      <p className="text-base font-medium">{title}</p>
      {children !== undefined && <div className="max-w-prose text-sm text-ink-muted">{children}</div>}
      {actions !== undefined && <div className="mt-3 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
