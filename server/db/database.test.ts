import { describe, expect, it } from "vitest";
import { describeOnEachDatabase } from "@test/server/support/databases";

describeOnEachDatabase("database", (fresh) => {
  describe("queries", () => {
    it("run as the role of the program, in our schema", async () => {
      const db = await fresh();
      expect(await db.query("select current_user::text as role, current_schema()::text as schema")).toEqual([
        { role: "inquiry_desk_app", schema: "desk" },
      ]);
    });

    it("take values as parameters alone: one text is one statement", async () => {
      const db = await fresh();
      const hostile = "x'; drop table desk.migrations; --";
      expect(await db.query("select $1::text as value", [hostile])).toEqual([{ value: hostile }]);
      await expect(db.query("select 1; select 2")).rejects.toMatchObject({ code: "42601" });
    });

    it("fail with PostgreSQL's code", async () => {
      const db = await fresh();
      await expect(db.query("select * from nowhere")).rejects.toMatchObject({ code: "42P01" });
    });
  });

  describe("values", () => {
    it.each<[sql: string, value: unknown]>([
      ["'text'::text", "text"],
      ["'name'::varchar", "name"],
      ["7::int2", 7],
      ["7::int", 7],
      ["9007199254740993::int8", "9007199254740993"],
      ["1.50::numeric", "1.50"],
      ["1.5::float8", 1.5],
      ["true", true],
      ["null::int", null],
      ["'0b7e3a43-7cc1-4f5e-93a3-5d5f7f0a6c11'::uuid", "0b7e3a43-7cc1-4f5e-93a3-5d5f7f0a6c11"],
      ["'2026-03-02 10:00:00.123+01'::timestamptz", new Date("2026-03-02T09:00:00.123Z")],
      ["'2026-03-02'::date", "2026-03-02"],
      ["'2026-03-02 10:00:00'::timestamp", "2026-03-02 10:00:00"],
      [`'{"a":[1,null]}'::json`, { a: [1, null] }],
      [`'{"a":[1,null]}'::jsonb`, { a: [1, null] }],
      ["'\"text\"'::jsonb", "text"],
      ["'\\x0102'::bytea", Buffer.from([1, 2])],
      [`'{a,NULL,"b c"}'::text[]`, ["a", null, "b c"]],
      ["'{1,2}'::int[]", [1, 2]],
      ["'{12}'::int8[]", ["12"]],
      ["'{t,f}'::boolean[]", [true, false]],
      ["'{2026-03-02 10:00:00+01}'::timestamptz[]", [new Date("2026-03-02T09:00:00Z")]],
      [`array['{"a":1}'::jsonb]`, [{ a: 1 }]],
    ])("of %s", async (sql, value) => {
      const db = await fresh();
      expect(await db.query(`select ${sql} as value`)).toEqual([{ value }]);
    });

    it("go in as they come out", async () => {
      const db = await fresh();
      const at = new Date("2026-03-02T09:00:00.123Z");
      expect(
        await db.query(
          "select $1::timestamptz as at, $2::text[] as list, $3::jsonb as json, $4::boolean as yes, $5::bytea as bytes, $6::int as none",
          [
            at,
            ["a", 'b "c", {d}', null],
            // as a text, since a JavaScript array alone means an array of PostgreSQL
            JSON.stringify(["x", { y: 1 }]),
            true,
            Buffer.from([0, 255]),
            null,
          ],
        ),
      ).toEqual([{ at, list: ["a", 'b "c", {d}', null], json: ["x", { y: 1 }], yes: true, bytes: Buffer.from([0, 255]), none: null }]);
    });
  });

  describe("the role of the program", () => {
    it.each([
      ["make a table", "create table desk.mine (id int)"],
      ["make a table in public", "create table public.mine (id int)"],
      ["make a schema", "create schema mine"],
      ["read which migrations there are", "select * from desk.migrations"],
      ["change which migrations there are", "delete from desk.migrations"],
      ["make a role", "create role mine"],
    ])("cannot %s", async (_what, sql) => {
      const db = await fresh();
      await expect(db.query(sql)).rejects.toMatchObject({ code: "42501" });
    });

    it("owns nothing", async () => {
      const db = await fresh();
      expect(
        await db.query("select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = $1", ["inquiry_desk_app"]),
      ).toEqual([]);
    });
  });
});
