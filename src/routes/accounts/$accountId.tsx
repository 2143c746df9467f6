import { createFileRoute } from "@tanstack/react-router";
import { useEffect } from "react";
import { accountArchivalQuery } from "@/api/queries/account-archival";
import { accountQuery } from "@/api/queries/accounts";
import { inquiryTemplatesQuery } from "@/api/queries/inquiry-templates";
import { RestoreAccess } from "@/features/access/restore-access";
import { PersonPage } from "@/features/accounts/person-page";
import { personInquiriesQuery } from "@/features/accounts/person-queries";
import { rememberPerson } from "@/features/desk/people-seen";
import { AccountTags } from "@/features/tags/account-tags";

export const Route = createFileRoute("/accounts/$accountId")({
  loader: async ({ context: { queryClient }, params: { accountId } }) => {
    void queryClient.prefetchQuery(personInquiriesQuery(accountId));
    void queryClient.prefetchQuery(accountArchivalQuery(accountId));
    void queryClient.prefetchQuery(inquiryTemplatesQuery());
    await queryClient.ensureQueryData(accountQuery(accountId));
  },
  component: Person,
});

function Person() {
  const { accountId } = Route.useParams();
  useEffect(() => rememberPerson(accountId), [accountId]);
  return (
    <PersonPage
      // The state of one person's page (open veils, typed tags) is not another's.
      key={accountId}
      accountId={accountId}
      tags={(account) => <AccountTags account={account} />}
      access={(inquiry, inquiries) => <RestoreAccess inquiryId={inquiry.id} siblings={inquiries.filter(({ id }) => id !== inquiry.id)} />}
    />
  );
}
