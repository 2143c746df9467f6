import { describe, expect, it } from "vitest";
import { migrations, readMigrations } from "./migration-files";

describe("migration files", () => {
  it("are put in the order of their numbers", () => {
    const read = readMigrations({ "./migrations/010-later.sql": "select 2", "./migrations/002-first-one.sql": "select 1" });
    expect(read.map(({ number, name, sql }) => [number, name, sql])).toEqual([
      [2, "first-one", "select 1"],
      [10, "later", "select 2"],
    ]);
  });

  it("are the same text whatever the line ends of the checkout", () => {
    const [unix] = readMigrations({ "001-a.sql": "select 1;\nselect 2;\n" });
    const [windows] = readMigrations({ "001-a.sql": "select 1;\r\nselect 2;\r\n" });
    expect(windows).toEqual(unix);
  });

  it.each(["1-a.sql", "001_a.sql", "001-A.sql", "a.sql"])("must not be named %s", (path) => {
    expect(() => readMigrations({ [path]: "" })).toThrow(path);
  });

  it("cannot share a number", () => {
    expect(() => readMigrations({ "001-a.sql": "", "001-b.sql": "" })).toThrow("Two migrations have the number 1");
  });

  it("of this program begin with the role, and put nothing into public", () => {
    expect(migrations[0]?.name).toBe("roles");
    expect(migrations.filter(({ sql }) => /\bpublic\./i.test(sql))).toEqual([]);
  });
});
