import { useState } from "react";
import { FieldTable } from "@/features/fields/field-table";
import type { InquiryFacts, VerificationFacts } from "@/domain/facts";
import { type FieldMatrix, fieldMatrix } from "@/domain/field-matrix";
import { isRedacted } from "@/domain/inquiry-status";
import { count } from "@/lib/words";
import { Button } from "@/ui/button";
import { Section } from "@/ui/section";

/** What was provided beside what was read: mismatches by sign, word and colour. Attempts that do not count are a click away. */
export function FieldPanel({ inquiry, verifications }: { inquiry: InquiryFacts; verifications: readonly VerificationFacts[] }) {
  const [everyAttempt, setEveryAttempt] = useState(false);
  const matrix = fieldMatrix(inquiry, verifications);
  const hidden = matrix.columns.filter((column) => !column.counts).length;
  return (
    <Section
      title="Fields"
      aside={summaryOf(matrix)}
      actions={
        hidden > 0 && (
          <Button size="small" variant="quiet" className="print:hidden" onClick={() => setEveryAttempt(!everyAttempt)}>
            {everyAttempt ? "Only attempts that count" : `Show ${count(hidden, "more attempt")}`}
          </Button>
        )
      }
      flush
    >
      {matrix.rows.length > 0 ? (
        <FieldTable matrix={everyAttempt ? matrix : onlyCounting(matrix)} />
      ) : (
        <p className="px-4 py-3 text-sm text-ink-muted">
          {isRedacted(inquiry)
            ? "The values were erased: redaction empties every field for good."
            : "No values yet: neither the user nor a verification has provided any."}
        </p>
      )}
    </Section>
  );
}

function summaryOf({ rows, columns }: FieldMatrix): string | undefined {
  if (rows.length === 0) return undefined;
  if (columns.length === 0) return "Nothing was read yet to compare these with";
  const mismatches = rows.filter((row) => row.agreement === "mismatch").length;
  return mismatches === 0 ? "No mismatch" : count(mismatches, "mismatch", "mismatches");
}

function onlyCounting({ columns, rows }: FieldMatrix): FieldMatrix {
  return {
    columns: columns.filter((column) => column.counts),
    rows: rows
      .map((row) => ({ ...row, cells: row.cells.filter((_, index) => columns[index]?.counts) }))
      .filter((row) => row.provided !== "" || row.cells.some((cell) => cell.text !== "")),
  };
}
