import type { InquiryModel } from "@/api/models";
import { inquiryColumn } from "@/components/inquiry-columns";
import { InquiryStatusBadge, RedactedBadge } from "@/components/inquiry-status-badge";
import { type InquiryFacts, linksOf } from "@/domain/facts";
import { isRedacted } from "@/domain/inquiry-status";
import { statusSince } from "@/domain/verdict";
import { compareKinds, kindOf, verificationKindLabel } from "@/domain/verification-kind";
import { groupBy } from "@/lib/group-by";
import { middleEllipsis } from "@/lib/middle-ellipsis";
import type { DataTableColumns } from "@/ui/data-table-columns";
import { RowLink } from "@/ui/data-table-row-link";
import { Time } from "@/ui/time";
import { LaneAxis, LaneBar } from "./lane-bar";
import type { LaneChart } from "./lanes";

type PersonInquiryColumns = {
  /** The name of an inquiry's template, or its id. */
  templateName: (inquiry: InquiryModel) => string;
  /** Where they lie in time; without it there is too little to compare. */
  chart: LaneChart | undefined;
};

export function personInquiryColumns({ templateName, chart }: PersonInquiryColumns): DataTableColumns<InquiryModel> {
  return inquiryColumn.columns([
    inquiryColumn.accessor("id", {
      header: "Inquiry",
      meta: { least: 10 },
      cell: ({ row: { original } }) => <InquiryCell inquiry={original} template={templateName(original)} />,
    }),
    inquiryColumn.accessor("status", {
      header: "Status",
      meta: { width: 9 },
      cell: ({ row: { original } }) => (
        <>
          <span className="flex flex-wrap gap-1 py-1.5">
            <InquiryStatusBadge status={original.status} />
            {isRedacted(original) && <RedactedBadge />}
          </span>
          <Time value={statusSince(original)} className="table-narrow mt-1 text-xs text-ink-muted" />
        </>
      ),
    }),
    inquiryColumn.display({
      id: "since",
      header: "Since",
      meta: { width: 10, from: "sm" },
      cell: ({ row: { original } }) => (
        <>
          <Time value={statusSince(original)} className="block" />
          {original.status !== "created" && (
            <span className="text-xs text-ink-muted">
              created <Time value={original.createdAt} />
            </span>
          )}
        </>
      ),
    }),
    ...(chart
      ? [
          inquiryColumn.display({
            id: "timeline",
            header: () => <LaneAxis chart={chart} />,
            meta: { width: 10, from: "sm" },
            cell: ({ row }) => <LaneBar lane={chart.lanes.get(row.original.id)} />,
          }),
        ]
      : []),
  ]);
}

/** What was asked, which inquiry it is, and what it holds: whole, on as many lines as that takes. */
function InquiryCell({ inquiry, template }: { inquiry: InquiryModel; template: string }) {
  const evidence = evidenceWords(inquiry);
  return (
    <div className="py-2 font-normal whitespace-normal wrap-anywhere">
      <RowLink to="/inquiries/$inquiryId" params={{ inquiryId: inquiry.id }} preload={false} className="whitespace-normal">
        <bdi>{template}</bdi>
      </RowLink>
      <span className="flex flex-wrap gap-x-2 text-xs text-ink-muted">
        <span className="font-mono whitespace-nowrap" data-tip={inquiry.id}>
          {middleEllipsis(inquiry.id)}
        </span>
        {evidence !== "" && <span>{evidence}</span>}
      </span>
    </div>
  );
}

/** What an inquiry holds, as far as a list tells it: "Government ID ×2, Selfie". Empty where it names no verification. */
function evidenceWords(inquiry: InquiryFacts): string {
  const byKind = groupBy(linksOf(inquiry, "verifications") ?? [], ({ type }) => kindOf(type));
  return [...byKind]
    .toSorted(([one], [other]) => compareKinds(one, other))
    .map(([, [first, ...more]]) => `${verificationKindLabel(first?.type)}${more.length > 0 ? ` ×${more.length + 1}` : ""}`)
    .join(", ");
}
