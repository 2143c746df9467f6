import { clsx } from "clsx";
import { ExtractedFields } from "@/components/extracted-fields";
import { StatusBadge } from "@/components/status-badge";
import { extractedFields } from "@/domain/extraction";
import type { CaptureFacts } from "@/domain/facts";
import { verificationKindLabel } from "@/domain/verification-kind";
import { readTime } from "@/lib/read";
import { Disclosure } from "@/ui/disclosure";
import { IdChip } from "@/ui/id-chip";
import { Time } from "@/ui/time";

/** The document and selfie objects themselves: what Persona did with them, and their IDs. */
export function CaptureFactsList({ captures }: { captures: readonly CaptureFacts[] }) {
  if (captures.length === 0) return null;
  // What was read from a document stands nowhere else; the rest is for who wonders.
  const isTelling = captures.some((capture) => extractedFields(capture).length > 0);
  return (
    <Disclosure
      summary="How Persona processed them"
      open={isTelling}
      className={clsx("border-t border-line px-4 py-1", !isTelling && "print:hidden")}
    >
      <ul className="flex flex-col gap-1 text-sm">
        {captures.toSorted(newestFirst).map((capture, index) => (
          <li key={capture.id ?? index} className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
            <span className="min-w-36">
              <bdi>{verificationKindLabel(capture.type)}</bdi>
            </span>
            <StatusBadge of="capture" status={capture.status} />
            <span className="text-xs text-ink-muted">
              Created <Time value={capture.createdAt} show="absolute" />
            </span>
            <span className="text-xs text-ink-muted">
              Processed <Time value={capture.processedAt} show="absolute" fallback="not yet" />
            </span>
            {capture.id && <IdChip id={capture.id} />}
            <div className="w-full empty:hidden">
              <ExtractedFields resource={capture} panel="Documents" />
            </div>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

const newestFirst = (one: CaptureFacts, other: CaptureFacts) => (readTime(other.createdAt) ?? 0) - (readTime(one.createdAt) ?? 0);
