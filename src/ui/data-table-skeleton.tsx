import { memo } from "react";
import type { DataTableColumnMeta } from "@/ui/data-table-columns";

const widths = ["w-3/5", "w-4/5", "w-1/2", "w-2/3"];

type SkeletonRowsProps = { rows: number; columns: readonly { meta?: DataTableColumnMeta | undefined }[] };

/** Rows to come, of the very height of real ones. */
export const SkeletonRows = memo(function SkeletonRows({ rows, columns }: SkeletonRowsProps) {
  return (
    <tbody aria-hidden="true">
      {Array.from({ length: rows }, (_, row) => (
        <tr key={row}>
          {columns.map(({ meta }, column) => (
            <td key={column} data-from={meta?.from}>
              <span className={`skeleton h-3 ${widths[(row + column) % widths.length]}`} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
});
