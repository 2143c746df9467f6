import { useEffect, useRef } from "react";
import type { InquiryModel } from "@/api/models";
import { InquiryStatusBadge } from "@/components/inquiry-status-badge";
import { Notice } from "@/ui/notice";

/** What the server answered to a decision: its word, not what was asked of it. */
export function DecisionOutcome({ inquiry }: { inquiry: InquiryModel }) {
  // the form that had the focus is gone
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1} className="outline-none">
      <Notice kind="success" role="status" title="Persona has confirmed it.">
        <p className="flex flex-wrap items-center gap-1.5">
          The inquiry is now <InquiryStatusBadge status={inquiry.status} />
        </p>
      </Notice>
    </div>
  );
}
