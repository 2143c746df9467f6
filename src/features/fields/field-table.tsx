/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- elements that are laid out as blocks (field-table.css) lose the roles of a table */
import "./field-table.css";
import { clsx } from "clsx";
import CheckIcon from "lucide-react/icons/check";
import TriangleAlertIcon from "lucide-react/icons/triangle-alert";
import { FieldText } from "@/features/fields/field-text";
import type { FieldMatrix, MatrixRow } from "@/domain/field-matrix";
import { Badge } from "@/ui/badge";

/** One row per field: provided, then one column per attempt that read something. */
export function FieldTable({ matrix }: { matrix: FieldMatrix }) {
  const heads = ["Field", "Provided", ...matrix.columns.map((column) => column.label)];
  const width: Record<string, number> = { "--values": heads.length - 1 };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls sideways must be reachable by keyboard
    <div role="region" aria-label="Fields, provided and read" tabIndex={0} className="field-frame overflow-x-auto -outline-offset-2">
      <table role="table" className="field-table w-full border-separate border-spacing-0 text-sm" style={width}>
        <thead role="rowgroup">
          <tr role="row" className="text-xs text-ink-muted">
            {heads.map((head, index) => (
              <th
                key={index}
                role="columnheader"
                scope="col"
                // on paper, room for an e-mail address beside the one column there is then
                className={clsx(
                  "border-b border-line bg-canvas px-3 py-1.5 text-start align-bottom font-medium first:sticky first:start-0 first:ps-4",
                  heads.length === 3 && index === 1 && "print:w-[42%]",
                )}
              >
                {head}
                {matrix.columns[index - 2]?.counts === false && <span className="block font-normal">does not count</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {matrix.rows.map((row) => (
            <FieldRow key={row.key} row={row} heads={heads} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const cell = "overflow-y-clip border-b border-line px-3 py-1.5 align-top group-last:border-b-0";

function FieldRow({ row, heads }: { row: MatrixRow; heads: readonly string[] }) {
  const isMismatch = row.agreement === "mismatch";
  const ground = isMismatch ? "bg-tone-soft" : "bg-surface";
  return (
    <tr role="row" data-tone={isMismatch ? "red" : "green"} className={`group ${ground}`}>
      <th role="rowheader" scope="row" className={`sticky start-0 max-w-44 ps-4 text-start font-medium wrap-anywhere ${cell} ${ground}`}>
        <span className="flex items-start gap-1.5">
          <span className="min-w-0">
            <bdi>{row.label}</bdi>
          </span>
          {row.agreement === "match" && (
            <span data-tip="Agrees with what was read" className="mt-0.5 text-tone-mark">
              <CheckIcon className="size-4" />
              <span className="sr-only">Match</span>
            </span>
          )}
        </span>
        {isMismatch && (
          <Badge tone="red" icon={TriangleAlertIcon} className="mt-0.5">
            Mismatch
          </Badge>
        )}
      </th>
      <td role="cell" data-head={heads[1]} className={cell}>
        <FieldText text={row.provided} label={row.label} pii={row.pii} />
      </td>
      {row.cells.map(({ text, agreement, note }, index) => (
        <td key={index} role="cell" data-head={heads[index + 2]} data-empty={text === "" || undefined} className={cell}>
          <FieldText text={text} label={row.label} pii={row.pii} />
          {agreement === "mismatch" && (
            <span data-tone="red" className="mt-0.5 flex items-center gap-1 text-xs font-medium text-tone-text">
              <TriangleAlertIcon className="size-3" />
              Differs
            </span>
          )}
          {note !== null && <span className="mt-0.5 block text-xs text-ink-muted">{note}</span>}
        </td>
      ))}
    </tr>
  );
}
