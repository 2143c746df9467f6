import type { InquiryTemplateVersionModel } from "@/api/models";
import { StatusBadge } from "@/components/status-badge";
import { UntrustedText } from "@/components/untrusted-text";
import { liveStatus } from "@/domain/resource-status";
import { displayValue } from "@/lib/display-text";
import { readTexts } from "@/lib/read";
import { dataTableColumn } from "@/ui/data-table-columns";
import { IdChip } from "@/ui/id-chip";
import { Time } from "@/ui/time";

const column = dataTableColumn<InquiryTemplateVersionModel>();

/** The columns of the versions of a template. */
export const versionColumns = column.columns([
  column.accessor("nameDisplay", {
    header: "Version",
    meta: { least: 8 },
    cell: ({ row: { original } }) => (
      <>
        <bdi className="font-medium">{displayValue(original.nameDisplay, "No name", 80)}</bdi>
        {typeof original.description === "string" && (
          <span className="block text-xs text-ink-muted">
            <UntrustedText value={original.description} limit={120} />
          </span>
        )}
      </>
    ),
  }),
  column.display({
    id: "status",
    header: "Status",
    meta: { width: 8 },
    cell: ({ row: { original } }) => <StatusBadge of="template version" status={liveStatus(original)} />,
  }),
  column.accessor("publishedAt", {
    header: "Published",
    meta: { width: 7.5, from: "sm" },
    cell: ({ getValue }) => {
      const at = getValue();
      return at === null || at === undefined ? <span className="text-ink-faint">not yet</span> : <Time value={at} />;
    },
  }),
  column.display({
    id: "languages",
    header: "Languages",
    meta: { width: 9, from: "lg" },
    cell: ({ row: { original } }) => <UntrustedText value={readTexts(original.enabledLocales).join(", ")} fallback="none told" />,
  }),
  column.accessor("lastUpdater", {
    header: "Last changed by",
    meta: { width: 11, from: "xl" },
    cell: ({ getValue }) => <UntrustedText value={getValue()} fallback="not told" />,
  }),
  column.accessor("id", { header: "Version ID", meta: { width: 11, from: "md" }, cell: ({ getValue }) => <IdChip id={getValue()} /> }),
]);
