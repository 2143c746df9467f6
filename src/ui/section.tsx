import { clsx } from "clsx";
import { type ReactNode, useId } from "react";

type SectionProps = {
  title: string;
  /** Beside the title: a count, a badge. */
  aside?: ReactNode;
  actions?: ReactNode;
  description?: ReactNode;
  headingLevel?: 2 | 3;
  /** The anchor by which a link reaches the section. */
  id?: string;
  /** Without inner spacing, for tables and lists that bring their own. */
  flush?: boolean;
  className?: string;
  children: ReactNode;
};

/** A titled part of a page, in a card. */
export function Section(props: SectionProps) {
  const { title, aside, actions, description, headingLevel = 2, id, flush = false, className, children } = props;
  const titleId = useId();
  const Heading = `h${headingLevel}` as const;
  return (
    <section id={id} aria-labelledby={titleId} className={clsx("min-w-0 rounded border border-line bg-surface", className)}>
      <header className="flex min-h-10 flex-wrap items-center gap-x-2 border-b border-line px-4 py-1.5">
        <Heading id={titleId} className="text-sm font-semibold">
          {title}
        </Heading>
        {aside !== undefined && <span className="text-xs text-ink-muted">{aside}</span>}
        {actions !== undefined && <div className="ms-auto flex flex-wrap items-center gap-1">{actions}</div>}
        {description !== undefined && <p className="w-full text-xs text-ink-muted">{description}</p>}
      </header>
      <div className={flush ? "section-flush" : "p-4"}>{children}</div>
    </section>
  );
}
