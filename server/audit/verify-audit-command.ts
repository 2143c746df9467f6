import type { Queryable } from "../db/database";
import type { AuditHead } from "./audit-head";
import { verifyAudit } from "./audit-verify";

const usage = "Usage: verify-audit [--expect <position>:<hash>]…";

/**
 * Checks the audit chain and tells what it found: one line, with the head to be kept for the next time.
 * @param args `--expect 1200:ab12…` as often as wanted: heads that were seen before, in a log line `audit head` or in an earlier answer
 * @returns exit code: 0 whole, 1 broken, 2 not understood
 */
export async function verifyAuditCommand(args: readonly string[], db: Queryable, print: (line: string) => void): Promise<0 | 1 | 2> {
  const expected = expectedHeads(args);
  if (expected === undefined) {
    print(usage);
    return 2;
  }
  const verdict = await verifyAudit(db, expected);
  if (verdict.whole) {
    print(`The audit log is whole: ${verdict.head.position} entries, head ${verdict.head.position}:${verdict.head.hash}`);
    return 0;
  }
  print(`The audit log is broken at entry ${verdict.position}: ${verdict.problem}.`);
  return 1;
}

function expectedHeads(args: readonly string[]): AuditHead[] | undefined {
  const heads: AuditHead[] = [];
  const rest = args.flatMap((arg) => (arg.startsWith("--expect=") ? ["--expect", arg.slice("--expect=".length)] : [arg]));
  for (let at = 0; at < rest.length; at += 2) {
    const [, position, hash] = /^([1-9]\d{0,14}):([0-9a-f]{64})$/.exec(rest[at + 1] ?? "") ?? [];
    if (rest[at] !== "--expect" || position === undefined || hash === undefined) return undefined;
    heads.push({ position: Number(position), hash });
  }
  return heads;
}
