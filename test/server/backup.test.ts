import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { createDatabase } from "@server/db/open-database";
import { createAuditLog } from "@server/audit/audit-log";
import { verifyAuditCommand } from "@server/audit/verify-audit-command";
import { describeOnDatabase } from "@test/server/support/databases";
import { createPostgresDatabase } from "@test/server/support/postgres-database";
import { silentLog } from "@test/server/support/silent-log";
import { findPostgres } from "../../scripts/ensure-postgres.mjs";

describeOnDatabase("postgres", "backup and restore as docs/deployment.md tells", (fresh) => {
  it("brings back a desk that starts, with its audit log whole and still protected", async () => {
    const db = await fresh();
    const audit = createAuditLog({ db, now: Date.now, pushes: { publish: () => Promise.resolve() } });
    const actor = { type: "system", id: "test", name: "Test" } as const;
    for (const action of ["sign-in", "sign-out"]) await audit.append({ action, outcome: "done", actor, subject: null });
    const before = await audit.head();
    expect(before.position).toBe(2);

    const folder = mkdtempSync(join(tmpdir(), "desk-backup-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const dump = join(folder, "desk.dump");
    const run = (program: string, ...args: string[]) => execFileSync(join(findPostgres() ?? "", program), args, { stdio: "pipe" });
    run("pg_dump", "--format=custom", "--schema=desk", `--file=${dump}`, db.url ?? "");
    const restored = await createPostgresDatabase("empty");
    onTestFinished(restored.drop);
    run("pg_restore", "--no-owner", "--exit-on-error", `--dbname=${restored.url}`, dump);

    const applied: unknown[] = [];
    const log = { ...silentLog, info: (details: object) => applied.push(details) };
    const again = await createDatabase({ kind: "postgres", url: restored.url, migrationUrl: undefined }, log);
    try {
      expect(applied).toEqual([]);
      const lines: string[] = [];
      expect(await verifyAuditCommand(["--expect", `${before.position}:${before.hash}`], again, (line) => lines.push(line))).toBe(0);
      expect(lines.join()).toContain(before.hash);
      await expect(again.query("delete from audit_entries")).rejects.toMatchObject({ code: "42501" });
      await expect(again.query("update audit_entries set hash = 'other'")).rejects.toMatchObject({ code: "42501" });
    } finally {
      await again.close();
    }
  });
});
