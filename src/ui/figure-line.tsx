import { clsx } from "clsx";

type FigureLineProps = {
  /** What all of them are, where the heading above does not say it. */
  label?: string | undefined;
  className?: string | undefined;
  figures: readonly { readonly label: string; readonly text: string; /** What it means. */ readonly sentence?: string | undefined }[];
};

/** Small figures beside each other, each with its name. Nothing where there are none. */
export function FigureLine({ label, className, figures }: FigureLineProps) {
  if (figures.length === 0) return null;
  return (
    <dl aria-label={label} className={clsx("flex flex-wrap gap-x-4 text-xs text-ink-muted", className)}>
      {figures.map((figure) => (
        <div key={figure.label} data-tip={figure.sentence} className="flex min-w-0 gap-1">
          <dt>{figure.label}:</dt>
          <dd className="min-w-0 text-ink wrap-anywhere">
            <bdi>{figure.text}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
