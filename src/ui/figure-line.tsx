import { clsx } from "clsx";

type FigureLineProps = {
  /** What all of them are, where the heading above does not say it. */
  label?: string | undefined;
  className?: string | undefined;
  figures: readonly { readonly label: string; readonly text: string; /** What it means. */ readonly sentence?: string | undefined }[];
};

/**
 * Small figures beside each other, each with its name. Nothing where there are none. What they mean is one stop of Tab, and the arrows go
 * from one to the next.
 */
export function FigureLine({ label, className, figures }: FigureLineProps) {
  if (figures.length === 0) return null;
  const first = figures.findIndex(({ sentence }) => sentence);
  return (
    <dl aria-label={label} data-tips="" className={clsx("flex flex-wrap gap-x-4 text-xs text-ink-muted", className)}>
      {figures.map((figure, index) => (
        <div
          key={figure.label}
          data-tip={figure.sentence}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what it means must be reachable by keyboard
          tabIndex={figure.sentence ? (index === first ? 0 : -1) : undefined}
          className="flex min-w-0 gap-1 rounded"
        >
          <dt>{figure.label}:</dt>
          <dd className="min-w-0 text-ink wrap-anywhere">
            <bdi>{figure.text}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
