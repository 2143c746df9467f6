import { randomUUID } from "node:crypto";
import { entryContent, entryHash, genesisHash } from "@server/audit/audit-content";
import type { AuditInput } from "@server/audit/audit-entry";
import { createAuditLog } from "@server/audit/audit-log";
import { verifyAudit } from "@server/audit/audit-verify";
import type { Database } from "@server/db/database";
import { createPushStore } from "@server/push/push-store";
import { type BenchDatabase, startDatabase } from "./bench-database";
import { durationRow, percentile, printMusts } from "./figures";

/**
 * What an entry costs in a long audit log, against a short one: two databases of their own, and appends by turns in both, so that whatever
 * else the machine does strikes both alike. Then the long chain is verified. Fails when an append costs more than 1.5 times as much.
 */
const [few, many] = [1_000, Number(process.argv[2] ?? 1_000_000)];
const rounds = 400;
const atOnce = 30;
const mostTimes = 1.5;

const entry = (index: number): AuditInput => ({
  action: index % 3 === 0 ? "retrieve-an-inquiry" : "approve-an-inquiry",
  outcome: index % 20 === 0 ? "refused" : "done",
  actor: { type: "person", id: `user-${index % 40}`, name: "Maya Lindqvist", emailAddress: "maya@desk.example", role: "reviewer" },
  subject: { type: "inquiry", id: `inq_${index % 50_000}` },
  statusBefore: "needs_review",
  statusAfter: "approved",
  requestId: `dr_${index}`,
  intent: `intent-${index}`,
});

/** Writes a chain as the log would, 5,000 entries a statement. */
async function fill(db: Database, entries: number): Promise<void> {
  let hash = genesisHash;
  const start = Date.now() - entries * 1_000;
  for (let from = 1; from <= entries; from += 5_000) {
    const rows = Array.from({ length: Math.min(5_000, entries - from + 1) }, (_, offset) => {
      const position = from + offset;
      const content = entryContent(entry(position), { position, id: `aud_${randomUUID()}`, at: start + position * 1_000 }, []);
      const previous = hash;
      hash = entryHash(previous, content);
      return { position, content, previous_hash: previous, hash };
    });
    await db.query(
      `insert into audit_entries (position, content, previous_hash, hash)
       select position, content::json, previous_hash, hash
       from json_to_recordset($1::text::json) as given (position bigint, content text, previous_hash text, hash text)`,
      [JSON.stringify(rows)],
    );
  }
}

const logOn = (db: Database) => createAuditLog({ db, now: Date.now, pushes: createPushStore({ db, now: Date.now }) });

/** An entry as a decision writes it, with a comment. @returns ms */
async function append(audit: ReturnType<typeof logOn>, name: string): Promise<number> {
  const begun = performance.now();
  await audit.append({ ...entry(7), comment: "The document is genuine, the selfie matches.", intent: name });
  return performance.now() - begun;
}

async function measure(shortDb: Database, longDb: Database): Promise<boolean> {
  await fill(shortDb, few);
  const begun = performance.now();
  await fill(longDb, many);
  console.log(`filled in ${Math.round((performance.now() - begun) / 1_000)} s`);
  const [short, long] = [logOn(shortDb), logOn(longDb)];
  const [shortOnes, longOnes]: [number[], number[]] = [[], []];
  for (let round = -50; round < rounds; round += 1) {
    const [one, other] = [await append(short, `turn ${round}`), await append(long, `turn ${round}`)];
    // the first ones warm both up
    if (round < 0) continue;
    shortOnes.push(one);
    longOnes.push(other);
  }
  const together = (audit: typeof short) => Promise.all(Array.from({ length: atOnce }, (_, index) => append(audit, `together ${index}`)));
  const [shortTogether, longTogether] = [await together(short), await together(long)];
  console.table({
    [`append, ${few.toLocaleString("en")} entries`]: durationRow(shortOnes),
    [`append, ${many.toLocaleString("en")} entries`]: durationRow(longOnes),
    [`${atOnce} at once, ${few.toLocaleString("en")} entries`]: durationRow(shortTogether),
    [`${atOnce} at once, ${many.toLocaleString("en")} entries`]: durationRow(longTogether),
  });
  const verifying = performance.now();
  const verdict = await verifyAudit(longDb);
  const verified = performance.now() - verifying;
  const times = percentile(longOnes, 0.5) / percentile(shortOnes, 0.5);
  console.log(
    `verified in ${Math.round(verified / 1_000)} s, ${Math.round(many / (verified / 1_000)).toLocaleString("en")} entries a second`,
  );
  return printMusts([
    { what: `an append costs ${times.toFixed(2)} times as much (p50), at most ${mostTimes}`, holds: times <= mostTimes },
    { what: "the long chain is whole", holds: verdict.whole },
  ]);
}

const databases: BenchDatabase[] = [await startDatabase(), await startDatabase()];
try {
  const [short, long] = databases;
  const holds = short && long && (await short.use((shortDb) => long.use((longDb) => measure(shortDb, longDb))));
  process.exitCode = holds ? 0 : 1;
} finally {
  for (const database of databases) await database.remove();
}
