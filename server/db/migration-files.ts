import { createHash } from "node:crypto";

export type Migration = {
  readonly number: number;
  /** `roles` of `001-roles.sql`. */
  readonly name: string;
  readonly sql: string;
  /** Of the text with `\n` at line ends, in hex. */
  readonly sha256: string;
};

/**
 * Migrations out of their files, in the order of their numbers.
 * @param files path → text; a path ends with `NNN-name.sql`
 * @throws when a file is named otherwise or a number is there twice
 */
export function readMigrations(files: Readonly<Record<string, string>>): Migration[] {
  const migrations = Object.entries(files).map(([path, text]) => {
    const [, digits, name] = /(?:^|\/)(\d{3})-([a-z0-9-]+)\.sql$/.exec(path) ?? [];
    if (!digits || !name) throw new Error(`${path} is not named like 001-roles.sql.`);
    const sql = text.replaceAll("\r\n", "\n");
    return { number: Number(digits), name, sql, sha256: createHash("sha256").update(sql).digest("hex") };
  });
  migrations.sort((a, b) => a.number - b.number);
  for (const [index, { number }] of migrations.entries()) {
    if (migrations[index + 1]?.number === number) throw new Error(`Two migrations have the number ${number}.`);
  }
  return migrations;
}

/** The migrations of this program, part of its bundle. */
export const migrations: readonly Migration[] = readMigrations(
  import.meta.glob<string>("./migrations/*.sql", { query: "?raw", import: "default", eager: true }),
);
