import { clsx } from "clsx";
import { Skeleton } from "@/ui/skeleton";

const widths = ["w-3/5", "w-4/5", "w-1/2", "w-2/3"];

/** Rows to come, of the very height of real ones. */
export function SkeletonRows({ rows, columns }: { rows: number; columns: number }) {
  return (
    <tbody aria-hidden="true">
      {Array.from({ length: rows }, (_, row) => (
        <tr key={row}>
          {Array.from({ length: columns }, (_cell, column) => (
            <td key={column}>
              <Skeleton className={clsx("h-3", widths[(row + column) % widths.length])} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
