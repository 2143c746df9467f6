import { createFileRoute } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { accountQuery } from "@/api/accounts/queries";
import { inquiryEventsQuery } from "@/api/events/queries";
import { inquiryQuery } from "@/api/inquiries/queries";
import { personInquiriesQuery } from "@/api/inquiry-lists/queries";
import { prefetch } from "@/api/prefetch";
import { settingsQuery } from "@/api/settings/queries";
import { Page } from "@/components/page";
import { PageHeader } from "@/components/page-header";
import { RevealRecord } from "@/components/reveal";
import { UnknownParts } from "@/components/unknown-parts";
import { DoctorCase } from "@/features/access/doctor-case";
import { DoctorField } from "@/features/lookup/doctor-field";
import { unknownParts, unreadSearch } from "@/lib/unread-search";
import { DoctorPerson } from "./-doctor-person";

type DoctorSearch = {
  /** The inquiry or the account it is about. Anything else is looked up and leaves the address. */
  of?: string | undefined;
};

const accountId = /^act_[A-Za-z0-9]{1,60}$/;
const inquiryId = /^inq_[A-Za-z0-9]{1,60}$/;

export const Route = createFileRoute("/doctor")({
  // what only this page needs stays out of what every page loads first
  codeSplitGroupings: [["loader", "component"]],
  validateSearch: unreadSearch<DoctorSearch>,
  loaderDeps: ({ search: { of } }) => ({ of }),
  loader: ({ context: { queryClient }, deps: { of = "" } }) => {
    // all at once: nothing here needs another's answer first
    if (inquiryId.test(of)) {
      void prefetch(queryClient, inquiryQuery(of));
      void prefetch(queryClient, inquiryEventsQuery(of));
    } else if (accountId.test(of)) {
      void prefetch(queryClient, accountQuery(of));
      void prefetch(queryClient, personInquiriesQuery(of));
    }
    void prefetch(queryClient, settingsQuery());
  },
  component: Doctor,
});

function Doctor() {
  const parts = Route.useSearch();
  const navigate = Route.useNavigate();
  const of = typeof parts.of === "string" ? parts.of.trim() : "";
  const subject = inquiryId.test(of) ? "inquiry" : accountId.test(of) ? "account" : undefined;
  // what came with an address is taken out of it before it is read: it may be somebody's name, or let somebody in
  const given = subject === undefined && of !== "" ? of : undefined;
  const [asked, setAsked] = useState(given);
  if (given !== undefined && given !== asked) setAsked(given);
  const [isAsked, setIsAsked] = useState(false);
  useEffect(() => {
    if (given !== undefined) void navigate({ search: {}, replace: true });
  }, [given, navigate]);
  const onFound = () => {
    setIsAsked(true);
    // the same address may come again
    setAsked(undefined);
  };
  return (
    <Page>
      <PageHeader
        documentTitle="Access doctor"
        title="Access doctor"
        meta="Why a user can't get on, what proves it, the way back in, and the words for them."
      />
      <UnknownParts
        isOwn
        names={unknownParts(parts, { of })}
        unread={[]}
        onForget={() => void navigate({ search: subject && { of }, replace: true })}
      />
      <DoctorField asked={asked} onFound={onFound} />
      {subject !== undefined && (
        <RevealRecord key={of} subject={{ type: subject, id: of }}>
          {subject === "inquiry" ? <DoctorCase inquiryId={of} isAsked={isAsked} /> : <DoctorPerson accountId={of} isAsked={isAsked} />}
        </RevealRecord>
      )}
    </Page>
  );
}
