import type { UseQueryResult } from "@tanstack/react-query";
import ClipboardListIcon from "lucide-react/icons/clipboard-list";
import type { InquiryModel } from "@/api/models";
import type { InquiryPage } from "@/api/inquiry-lists/queries";
import { QueryTable } from "@/components/query-table";
import { EmptyState } from "@/ui/empty-state";
import { useNow } from "@/ui/now";
import { Section } from "@/ui/section";
import { laneChart } from "./lanes";
import { personInquiryColumns } from "./person-inquiry-columns";

type PersonInquiriesProps = { page: UseQueryResult<InquiryPage>; templateName: (inquiry: InquiryModel) => string };

/** All inquiries of a person, newest first, and how they lie in time. A failure stays here: the rest of the page still holds. */
export function PersonInquiries({ page, templateName }: PersonInquiriesProps) {
  const now = useNow();
  const rows = page.data?.inquiries;
  const chart = rows && rows.length > 1 ? laneChart(rows, now) : undefined;
  return (
    <Section title="Inquiries" aside={rows && (page.data?.next ? `the newest ${rows.length}` : rows.length)} flush={!page.isError}>
      <QueryTable
        isInSection
        label="Inquiries of this person"
        columns={personInquiryColumns({ templateName, chart })}
        page={page}
        rows={rows}
        rowId={({ id }) => id}
        empty={
          <EmptyState title="This person has no inquiries" icon={ClipboardListIcon}>
            Inquiries made with this reference ID appear here.
          </EmptyState>
        }
        pages={null}
      />
    </Section>
  );
}
