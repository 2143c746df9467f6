import pg from "pg";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { createDatabase } from "@server/db/open-database";
import { databaseKinds } from "@test/server/support/databases";
import { onUrl } from "@test/server/support/postgres-database";
import { silentLog } from "@test/server/support/silent-log";
import { startPostgres } from "@test/server/support/start-postgres";
import { read } from "@test/support/source-files";

// the member of the file that is looked at
const { configs } = parse(read("compose.yaml")) as { configs: { roles: { content: string } } };
const statements = (/<<'SQL'\n([^]*)\nSQL/.exec(configs.roles.content)?.[1] ?? "").split(";\n").map((text) => text.replace(/;$/, ""));

/** The URL of a login, with the password that the statements gave it. */
function urlOf(server: string, user: string, password: string): string {
  const url = new URL(server);
  [url.username, url.password, url.pathname] = [user, password, "/inquiry_desk"];
  return url.href;
}

// roles belong to a whole server, so these need one of their own
it.runIf(databaseKinds.includes("postgres"))("the logins that compose.yaml makes are enough, and own nothing", async () => {
  const server = await startPostgres();
  if (server === undefined) throw new Error("There was a PostgreSQL server a moment ago.");
  try {
    await onUrl(server.url, async (superuser) => {
      for (const statement of statements) {
        await superuser.query(statement.replaceAll(/:'(\w+)'/g, (_, name: string) => pg.escapeLiteral(name)));
      }
    });
    const url = urlOf(server.url, "inquiry_desk", "desk_password");
    const migrationUrl = urlOf(server.url, "inquiry_desk_owner", "owner_password");
    const db = await createDatabase({ kind: "postgres", url, migrationUrl }, silentLog);
    expect(await db.query("select count(*)::int as entries from audit_entries")).toEqual([{ entries: 0 }]);
    await db.close();
    await onUrl(url, async (login) => {
      // as the login itself, without the role that the program takes
      for (const attempt of ["drop table desk.audit_entries", "delete from desk.audit_entries", "create table desk.mine (id int)"]) {
        await expect(login.query(attempt)).rejects.toMatchObject({ code: "42501" });
      }
      const owned = "select count(*)::int as owned from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = current_user";
      expect((await login.query(owned)).rows).toEqual([{ owned: 0 }]);
    });
  } finally {
    await server.stop();
  }
});
