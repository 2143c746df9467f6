import { useState } from "react";
import { factAnchor } from "@/components/fact-anchor";
import { InquiryStatusBadge } from "@/components/inquiry-status-badge";
import { ObjectLink } from "@/components/object-link";
import { UntrustedText } from "@/components/untrusted-text";
import { otherAccounts, type SharedDeviceFacts } from "@/domain/signals/shared-devices";
import { Button } from "@/ui/button";
import { Time } from "@/ui/time";

/** So many fit beside the sessions; the rest is one press away. */
const shownAtFirst = 10;

/** The inquiries of other accounts that were opened on a device of this one, each leading there. Nothing where none is known. */
export function SharedDeviceList({ shared }: { shared: SharedDeviceFacts }) {
  const [isOpen, setOpen] = useState(false);
  const { inquiries } = shared;
  if (inquiries.length === 0) return null;
  const shown = isOpen ? inquiries : inquiries.slice(0, shownAtFirst);
  const folded = inquiries.length - shown.length;
  return (
    <section id={factAnchor.sharedDevices} aria-labelledby="shared-devices" className="scroll-mt-4 target:bg-selected">
      <h3 id="shared-devices" className="text-sm font-semibold">
        Same device as {otherAccounts(shared)}
      </h3>
      <ul aria-labelledby="shared-devices" className="mt-1 divide-y divide-line rounded border border-line">
        {shown.map(({ inquiryId, referenceId, status, lastSeenAt }) => (
          <li
            key={inquiryId}
            className="grid items-center gap-x-4 gap-y-1 px-3 py-2 text-sm @2xl:grid-cols-[15rem_minmax(0,1fr)_17rem] print:flex print:flex-wrap print:gap-y-0"
          >
            <span>
              <InquiryStatusBadge status={status} />
            </span>
            <span className="flex min-w-0 flex-wrap items-center gap-x-3">
              <ObjectLink id={inquiryId} />
              <UntrustedText value={referenceId} fallback="No reference ID" limit={120} />
            </span>
            <span className="text-xs text-ink-muted">
              Opened on it <Time value={lastSeenAt} show="absolute" />
            </span>
          </li>
        ))}
      </ul>
      {folded > 0 && (
        <Button size="small" variant="quiet" className="mt-1" onClick={() => setOpen(true)}>
          {folded} more
        </Button>
      )}
      <p className="mt-1 text-xs text-ink-muted print:hidden">
        By the device's ID at Persona, among the sessions that this desk has heard of
        {shared.hasMore ? "; there are more inquiries than are listed" : ""}. One person with several accounts, a family, or a device that
        stands in a branch.
      </p>
    </section>
  );
}
