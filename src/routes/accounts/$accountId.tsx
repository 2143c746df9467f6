import { useQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { useEffect } from "react";
import { accountQuery } from "@/api/accounts/queries";
import { accountArchivalQuery } from "@/api/events/queries";
import { personInquiriesQuery } from "@/api/inquiry-lists/queries";
import { inquiryTemplatesQuery } from "@/api/inquiry-templates/queries";
import { prefetch } from "@/api/prefetch";
import { accountReportsQuery } from "@/api/reports/queries";
import { settingsQuery } from "@/api/settings/queries";
import { ObjectFailure } from "@/components/object-failure";
import { RevealRecord } from "@/components/reveal";
import { RoutePending } from "@/frame/route-pending";
import { AccessNext, AccessWhy } from "@/features/access/access-verdict";
import { NewInquiry } from "@/features/access/new-inquiry";
import { RestoreAccess } from "@/features/access/restore-access";
import { PersonPage } from "@/features/accounts/person-page";
import { rememberPerson } from "@/components/people-seen";
import { PersonReports } from "@/features/reports/account-reports";
import { Tags } from "@/features/tags/tags";
import { LinkButton } from "@/ui/link-button";

export const Route = createFileRoute("/accounts/$accountId")({
  // what only this page needs stays out of what every page loads first
  codeSplitGroupings: [["loader", "component"]],
  loader: ({ context: { queryClient }, params: { accountId } }) => {
    // All at once: nothing here needs another's answer first.
    void prefetch(queryClient, accountQuery(accountId));
    void prefetch(queryClient, personInquiriesQuery(accountId));
    void prefetch(queryClient, accountArchivalQuery(accountId));
    void prefetch(queryClient, accountReportsQuery(accountId));
    void prefetch(queryClient, inquiryTemplatesQuery());
    void prefetch(queryClient, settingsQuery());
  },
  component: Person,
});

function Person() {
  const { accountId } = Route.useParams();
  const { data, error, refetch } = useQuery(accountQuery(accountId));
  const isKnown = data !== undefined;
  useEffect(() => {
    if (isKnown) rememberPerson(accountId);
  }, [accountId, isKnown]);
  // These come at the same time and decide what the first line says and how high it is: one picture instead of three. One that has
  // trouble is not waited for; the page says so in its place.
  const inquiries = useQuery(personInquiriesQuery(accountId));
  const archival = useQuery(accountArchivalQuery(accountId));
  const reports = useQuery(accountReportsQuery(accountId));
  const templates = useQuery(inquiryTemplatesQuery());
  const isOnItsWay = [inquiries, archival, reports].some(({ isPending, failureCount }) => isPending && failureCount === 0);
  if (error && !data) {
    return (
      <ObjectFailure id={accountId} error={error} onRetry={() => void refetch()}>
        <LinkButton to="/accounts">Go to people</LinkButton>
      </ObjectFailure>
    );
  }
  if (!data || isOnItsWay) return <RoutePending />;
  return (
    // The state of one person's page (open veils, typed tags) is not another's.
    <RevealRecord key={accountId} subject={{ type: "account", id: accountId }}>
      <PersonPage
        account={data.account}
        answers={{ inquiries, archival, reports, templates }}
        reports={(account) => <PersonReports account={account} />}
        tags={(account) => <Tags of={account} />}
        access={(inquiry, isJudged) => <RestoreAccess inquiryId={inquiry.id} judged={isJudged ? inquiry : undefined} isBesideNew />}
        create={(impossible, judged) => <NewInquiry accountId={accountId} impossible={impossible} judged={judged} />}
        next={(inquiry, words) => (
          <AccessNext inquiryId={inquiry.id} inquiry={inquiry}>
            {words}
          </AccessNext>
        )}
        why={(inquiry) => <AccessWhy inquiryId={inquiry.id} inquiry={inquiry} />}
      />
    </RevealRecord>
  );
}
