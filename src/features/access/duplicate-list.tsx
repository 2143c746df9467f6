import type { InquiryModel } from "@/api/models";
import { InquiryStatusBadge } from "@/components/inquiry-status-badge";
import { ObjectLink } from "@/components/object-link";
import type { Duplicate } from "@/domain/duplicate-guard";
import { adviceLabels } from "@/domain/duplicate-words";
import { statusSince } from "@/domain/verdict";
import { Time } from "@/ui/time";

/** What the person has on the template already, and what the company's policy says of it. */
export function DuplicateList({ duplicates }: { duplicates: readonly Duplicate<InquiryModel>[] }) {
  return (
    <ul aria-label="What they have on this template" className="flex flex-col gap-2 text-sm">
      {duplicates.map(({ inquiry, advice }) => (
        <li key={inquiry.id} className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <InquiryStatusBadge status={inquiry.status} />
          <ObjectLink id={inquiry.id} />
          <span className="text-ink-muted">
            <Time value={statusSince(inquiry) ?? inquiry.createdAt} />
          </span>
          <span className="w-full">
            <span className="text-ink-muted">Policy:</span> {adviceLabels[advice]}.
          </span>
        </li>
      ))}
    </ul>
  );
}
