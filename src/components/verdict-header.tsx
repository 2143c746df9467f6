import type { ReactNode } from "react";
import type { Tone } from "@/ui/tone";

type VerdictHeaderProps = {
  tone: Tone;
  /** The answer in one sentence: where this person or inquiry stands. */
  verdict: ReactNode;
  /** Who acts next, as a sentence. */
  next: ReactNode;
  /** Since when, as a <Time>. */
  since?: ReactNode;
  /** What happens if nobody acts, and other one-line facts the verdict was judged from. */
  children?: ReactNode;
  badges?: ReactNode;
  actions?: ReactNode;
};

/** The first line of a page about a person or an inquiry: the answer, before any fact. */
export function VerdictHeader({ tone, verdict, next, since, children, badges, actions }: VerdictHeaderProps) {
  return (
    <section
      aria-label="Verdict"
      data-tone={tone}
      className="relative flex flex-wrap items-start justify-between gap-x-6 gap-y-3 overflow-hidden rounded border border-line bg-surface py-3 pr-4 pl-5"
    >
      <span aria-hidden="true" className="absolute inset-y-0 left-0 w-1 bg-tone-mark" />
      <div className="min-w-0 flex-1 basis-80">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-md font-semibold">
          {verdict}
          {badges}
        </p>
        <p className="mt-0.5 flex flex-wrap gap-x-4 text-sm text-ink-muted">
          <span className="font-medium text-ink">{next}</span>
          {since !== undefined && <span>Since {since}</span>}
        </p>
        {children !== undefined && <div className="mt-1 max-w-prose text-sm text-ink-muted">{children}</div>}
      </div>
      {actions !== undefined && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </section>
  );
}
