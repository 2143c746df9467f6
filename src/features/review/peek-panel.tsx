import { useQuery } from "@tanstack/react-query";
import CircleAlertIcon from "lucide-react/icons/circle-alert";
import CircleCheckIcon from "lucide-react/icons/circle-check";
import XIcon from "lucide-react/icons/x";
import { useEffect, useRef } from "react";
import { type InquiryDetail, inquiryQuery } from "@/api/inquiries/queries";
import type { ListedInquiry } from "@/api/inquiry-index/index-row";
import { FailurePanel } from "@/components/failure-panel";
import { InquiryStatusBadge } from "@/components/inquiry-status-badge";
import { StatusBadge } from "@/components/status-badge";
import { VerdictHeader } from "@/components/verdict-header";
import { rehearse } from "@/domain/rehearsal";
import { inquiryVerdict } from "@/domain/verdict";
import { groupVerifications, type VerificationGroup } from "@/domain/verification-view";
import { displayValue } from "@/lib/display-text";
import { IconButton } from "@/ui/icon-button";
import { LinkButton } from "@/ui/link-button";
import { useNow } from "@/ui/now";
import { SkeletonLines } from "@/ui/skeleton";

/** One inquiry beside the queue, as far as a first look goes; in the place of the queue where there is no room for both. */
export function PeekPanel({ row, onClose }: { row: ListedInquiry; onClose: () => void }) {
  const detail = useQuery(inquiryQuery(row.id));
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const focused = document.activeElement;
    // the focus goes along where the list has made room, and with it the row that had it
    const isLost = focused === document.body || focused?.closest(".table-frame")?.getClientRects().length === 0;
    if (isLost) title.current?.focus();
  }, [row.id]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape, pressed on any control inside
    <aside
      aria-label="At a glance"
      className="flex min-h-0 w-full flex-col overflow-auto rounded border border-line bg-surface lg:w-96 lg:flex-none"
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      <header className="sticky top-0 z-1 flex items-start justify-between gap-2 border-b border-line bg-surface py-2 pr-2 pl-4">
        <h2 ref={title} tabIndex={-1} className="mt-1.5 min-w-0 truncate text-sm font-semibold outline-none">
          <bdi>{displayValue(row.referenceId, "No reference ID")}</bdi>
        </h2>
        <IconButton label="Close" onClick={onClose}>
          <XIcon />
        </IconButton>
      </header>
      <div className="flex flex-col gap-4 p-4" aria-busy={detail.isPending}>
        {detail.data ? (
          <Glance detail={detail.data} />
        ) : detail.isError ? (
          <FailurePanel error={detail.error} headingLevel={3} onRetry={() => void detail.refetch()} />
        ) : (
          <SkeletonLines count={6} />
        )}
        <LinkButton to="/inquiries/$inquiryId" params={{ inquiryId: row.id }} search={{ walk: "review" }} size="small">
          Open the inquiry
        </LinkButton>
      </div>
    </aside>
  );
}

function Glance({ detail }: { detail: InquiryDetail }) {
  const now = useNow();
  const verdict = inquiryVerdict({ ...detail, now });
  const { contradictions } = rehearse("approve", detail);
  return (
    <>
      <VerdictHeader
        tone={verdict.tone}
        verdict={<span>{verdict.sentence}</span>}
        badges={<InquiryStatusBadge status={detail.inquiry.status} />}
        next={verdict.whoActsNext}
      />
      <section aria-label="Against an approval" data-tone={contradictions.length > 0 ? "amber" : "green"}>
        <h3 className="flex items-center gap-2 text-sm font-semibold">
          {contradictions.length > 0 ? <CircleAlertIcon className="text-tone-mark" /> : <CircleCheckIcon className="text-tone-mark" />}
          {contradictions.length > 0 ? "Speaks against an approval" : "Nothing found speaks against an approval"}
        </h3>
        <ul className="mt-1 flex list-disc flex-col gap-1 pl-8 text-sm marker:text-tone-mark">
          {contradictions.map(({ sentence }) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
      <section aria-label="Checks" className="flex flex-col gap-2">
        <h3 className="text-sm font-semibold">Checks</h3>
        {groupVerifications(detail.verifications).map((group) => (
          <Checks key={group.kind} group={group} />
        ))}
        {detail.verifications.length === 0 && <p className="text-sm text-ink-muted">Nothing was verified.</p>}
      </section>
    </>
  );
}

/** Of one kind, the attempt that counts: how many checks passed, and which failed, in one sentence. */
function Checks({ group: { label, counting } }: { group: VerificationGroup }) {
  return (
    <div className="text-sm">
      <p className="flex flex-wrap items-center gap-2 font-medium">
        {label} <StatusBadge of="verification" status={counting.verification.status} />
      </p>
      <p className="text-ink-muted">{counting.sentence}</p>
    </div>
  );
}
