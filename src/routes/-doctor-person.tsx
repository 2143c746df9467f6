import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { accountQuery } from "@/api/accounts/queries";
import { personInquiriesQuery } from "@/api/inquiry-lists/queries";
import type { InquiryModel } from "@/api/models";
import { FailurePanel } from "@/components/failure-panel";
import { InquiryStatusBadge, RedactedBadge } from "@/components/inquiry-status-badge";
import { isRedacted } from "@/domain/inquiry-status";
import { standing } from "@/domain/standing";
import { DoctorCase } from "@/features/access/doctor-case";
import { NewInquiry } from "@/features/access/new-inquiry";
import { inquiryToRestore } from "@/features/accounts/inquiry-to-restore";
import { displayValue } from "@/lib/display-text";
import { middleEllipsis } from "@/lib/middle-ellipsis";
import { Button } from "@/ui/button";
import { LinkButton } from "@/ui/link-button";
import { useNow } from "@/ui/now";
import { Section } from "@/ui/section";
import { Skeleton } from "@/ui/skeleton";
import { Time } from "@/ui/time";

/** A person at the access doctor: the inquiry that keeps them out, unless another of theirs is chosen. */
export function DoctorPerson({ accountId, isAsked }: { accountId: string; isAsked: boolean }) {
  const account = useQuery(accountQuery(accountId));
  const inquiries = useQuery(personInquiriesQuery(accountId));
  const now = useNow();
  const [chosen, setChosen] = useState<string>();
  const failed = [account, inquiries].find(({ data, isError }) => data === undefined && isError);
  if (failed) return <FailurePanel error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!account.data || !inquiries.data) return <Skeleton className="h-24" />;
  const all = inquiries.data.inquiries;
  const { overall } = standing(account.data.account, all, now);
  const about = all.find(({ id }) => id === chosen) ?? inquiryToRestore(overall.inquiry, all);
  return (
    <>
      <Section
        title="Whose it is"
        actions={
          <LinkButton size="small" variant="quiet" to="/accounts/$accountId" params={{ accountId }}>
            Open the person
          </LinkButton>
        }
      >
        <p className="text-sm">
          <bdi className="font-medium">{displayValue(account.data.account.referenceId, "No reference ID", 120)}</bdi>
          <span className="text-ink-muted">
            {" "}
            {overall.label}. {overall.sentence}
          </span>
        </p>
        {all.length > 1 && <Inquiries of={all} about={about?.id} onChoose={setChosen} />}
      </Section>
      {about ? (
        <DoctorCase key={about.id} inquiryId={about.id} isAsked={isAsked} />
      ) : (
        <Section title="Cause and remedy">
          <div className="flex flex-col items-start gap-3 text-sm">
            <p>They have no inquiry: there is nothing they could have been locked out of, unless a general link led them elsewhere.</p>
            <NewInquiry accountId={accountId} impossible={undefined} judged={null} />
          </div>
        </Section>
      )}
    </>
  );
}

/** All of a person's inquiries, to ask about another. */
function Inquiries({ of, about, onChoose }: { of: readonly InquiryModel[]; about: string | undefined; onChoose: (id: string) => void }) {
  return (
    <ul aria-label="Their inquiries" className="mt-2 flex flex-col gap-1 text-sm">
      {of.slice(0, 20).map((inquiry) => (
        <li key={inquiry.id} className="flex flex-wrap items-center gap-2">
          <Button size="small" aria-pressed={inquiry.id === about} onClick={() => onChoose(inquiry.id)}>
            <span className="font-mono text-xs">{middleEllipsis(inquiry.id)}</span>
          </Button>
          <InquiryStatusBadge status={inquiry.status} />
          {isRedacted(inquiry) && <RedactedBadge />}
          <span className="text-ink-muted">
            created <Time value={inquiry.createdAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}
