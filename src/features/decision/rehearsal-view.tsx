import TriangleAlertIcon from "lucide-react/icons/triangle-alert";
import { InquiryStatusBadge } from "@/components/inquiry-status-badge";
import type { Rehearsal } from "@/domain/rehearsal";

/** What the decision will do, and what speaks against it, before it is sent. */
export function RehearsalView({ rehearsal: { becomes, effects, contradictions } }: { rehearsal: Rehearsal }) {
  return (
    <>
      <p className="text-xs text-ink-muted">
        <span className="mr-1">Becomes</span> <InquiryStatusBadge status={becomes} /> <span className="ml-0.5">{effects.join(" ")}</span>
      </p>
      {contradictions.length > 0 && (
        <div data-tone="amber" className="rounded border border-tone-line bg-tone-soft px-3 py-2 text-sm">
          <p className="flex items-center gap-2 font-medium">
            <TriangleAlertIcon className="text-tone-mark" />
            Speaks against it
          </p>
          <ul className="mt-1 flex list-disc flex-col gap-1 pl-4 marker:text-tone-mark">
            {contradictions.map(({ sentence }) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
