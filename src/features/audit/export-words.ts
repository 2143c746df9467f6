import type { AuditFile } from "@/api/audit-export";
import { count } from "@/lib/words";

/** What an exported file holds, and what it leaves out. */
export function exportWords({ rows, total }: Pick<AuditFile, "rows" | "total">): string {
  const held = count(rows, "entry", "entries");
  if (rows >= total) return `Your browser has the file: ${held}.`;
  return `Your browser has the file: the newest ${held} of ${total.toLocaleString("en")}. Export the older ones by their days.`;
}
