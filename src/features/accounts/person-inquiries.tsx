import type { UseQueryResult } from "@tanstack/react-query";
import type { InquiryModel } from "@/api/models";
import type { InquiryPage } from "@/api/queries/inquiries";
import { FailurePanel } from "@/components/failure-panel";
import { DataTable } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";
import { ClipboardListIcon } from "@/ui/icons";
import { Section } from "@/ui/section";
import { personInquiryColumns } from "./person-inquiry-columns";

type PersonInquiriesProps = { page: UseQueryResult<InquiryPage>; templateName: (inquiry: InquiryModel) => string };

/** All inquiries of a person, newest first. A failure stays here: the rest of the page still holds. */
export function PersonInquiries({ page, templateName }: PersonInquiriesProps) {
  const rows = page.data?.inquiries;
  return (
    <Section title="Inquiries" aside={rows && (page.data?.next ? `the newest ${rows.length}` : rows.length)} flush={!page.isError}>
      {page.isError ? (
        <FailurePanel error={page.error} headingLevel={3} onRetry={() => void page.refetch()} />
      ) : (
        <DataTable
          label="Inquiries of this person"
          columns={personInquiryColumns(templateName)}
          rows={rows}
          rowId={({ id }) => id}
          rowCount={page.data?.next ? "unknown" : rows?.length}
          skeletonRows={3}
          empty={
            <EmptyState title="This person has no inquiries" icon={ClipboardListIcon}>
              Inquiries made with this reference ID appear here.
            </EmptyState>
          }
        />
      )}
    </Section>
  );
}
