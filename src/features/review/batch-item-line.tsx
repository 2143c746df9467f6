import { InquiryStatusBadge } from "@/components/inquiry-status-badge";
import { ObjectLink } from "@/components/object-link";
import { displayValue } from "@/lib/display-text";
import { Button } from "@/ui/button";
import type { Reviewed } from "./use-batch-review";

type BatchItemLineProps = { item: Reviewed; isIn: boolean; onToggle: () => void };

/** One inquiry of the batch: whether it is taken in, and what speaks against that. */
export function BatchItemLine({ item: { row, status, seen, against, impossible, retry }, isIn, onToggle }: BatchItemLineProps) {
  const name = displayValue(row.referenceId, row.id);
  return (
    <li data-tone={impossible !== undefined || against.length > 0 ? "amber" : undefined} className="flex gap-3 px-3 py-2 text-sm">
      <input
        type="checkbox"
        className="mt-0.5 size-4 flex-none accent-accent"
        aria-label={against.length > 0 ? `Take in ${name} all the same` : `Take in ${name}`}
        checked={isIn}
        disabled={seen === undefined || impossible !== undefined}
        onChange={onToggle}
      />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2">
          <ObjectLink id={row.id}>
            <bdi>{name}</bdi>
          </ObjectLink>
          {status !== undefined && <InquiryStatusBadge status={status} />}
        </p>
        {retry !== undefined && (
          <p className="flex flex-wrap items-center gap-2">
            It could not be read, so it is left out.
            <Button size="small" onClick={retry}>
              Try again
            </Button>
          </p>
        )}
        {seen === undefined && retry === undefined && <p className="text-ink-muted">Reading it</p>}
        {seen !== undefined && impossible === undefined && against.length === 0 && (
          <p className="text-ink-muted">Nothing found speaks against it.</p>
        )}
        {impossible !== undefined && <p>{impossible}</p>}
        {impossible === undefined && against.length > 0 && (
          <ul className="list-disc pl-4 marker:text-tone-mark">
            {against.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}
