import { createFileRoute } from "@tanstack/react-router";
import { inquiryTemplatesQuery } from "@/api/inquiry-templates/queries";
import { prefetch } from "@/api/prefetch";
import { settingsQuery } from "@/api/settings/queries";
import { Page } from "@/components/page";
import { PageHeader } from "@/components/page-header";
import { NewInquirySteps } from "@/features/access/new-inquiry-page";
import { TextLink } from "@/ui/text-link";

export const Route = createFileRoute("/inquiries/new")({
  // what only this page needs stays out of what every page loads first
  codeSplitGroupings: [["loader", "component"]],
  loader: ({ context: { queryClient } }) => {
    void prefetch(queryClient, inquiryTemplatesQuery());
    void prefetch(queryClient, settingsQuery());
  },
  component: NewInquiry,
});

function NewInquiry() {
  return (
    <Page>
      <PageHeader
        documentTitle="New inquiry"
        eyebrow={<TextLink to="/inquiries">Inquiries</TextLink>}
        title="New inquiry"
        meta="For one person, by their reference ID. What they have already comes first."
      />
      <NewInquirySteps />
    </Page>
  );
}
