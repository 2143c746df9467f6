import type { AuditFile } from "@/api/audit-entries/writes";
import { count } from "@/lib/words";

/** What an exported file holds, and what it leaves out. */
export function exportWords({ rows, total }: Pick<AuditFile, "rows" | "total">): string {
  const held = count(rows, "entry", "entries");
  if (rows >= total) return `Downloaded ${held}.`;
  return `Downloaded the newest ${held} of ${total.toLocaleString("en")}. For older ones, filter by days and export again.`;
}
