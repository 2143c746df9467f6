/** Runs SQL as a superuser. */
export type Run = (sql: string) => Promise<unknown>;

/**
 * Remembers what the migrations put into tables, in a schema beside, with a function that brings it back. In the database, since going
 * through all tables from here would take longer than most tests. To be run once, before anything else is written.
 */
export async function rememberRows(run: Run): Promise<void> {
  await run(`
    create schema as_migrated;
    do $$
    declare name text;
    begin
      for name in select relname from pg_class where relnamespace = 'desk'::regnamespace and relkind = 'r' loop
        execute format('create table as_migrated.%I as table desk.%I', name, name);
      end loop;
    end $$;
    create function as_migrated.restore() returns void language plpgsql as $$
    declare
      name text;
      columns text;
      used boolean;
    begin
      -- without triggers and foreign keys: append-only tables are to be emptied too
      perform set_config('session_replication_role', 'replica', true);
      for name in select relname from pg_class where relnamespace = 'desk'::regnamespace and relkind = 'r' and relname <> 'migrations' loop
        if to_regclass('as_migrated.' || name) is null then
          execute format('drop table desk.%I', name); -- a test made it
          continue;
        end if;
        execute format('select exists (select from desk.%I union all select from as_migrated.%I)', name, name) into used;
        continue when not used;
        select string_agg(quote_ident(attname), ', ') into columns
          from pg_attribute
          where attrelid = ('desk.' || name)::regclass and attnum > 0 and not attisdropped and attgenerated = '';
        execute format('delete from desk.%I', name);
        execute format('insert into desk.%I (%s) overriding system value select %s from as_migrated.%I', name, columns, columns, name);
      end loop;
      perform setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
        from pg_sequences where schemaname = 'desk' and last_value is not null;
    end $$;
  `);
}

/** Makes all tables hold again what they held after the migrations; a table that a test made goes. */
export const restoreRows: (run: Run) => Promise<unknown> = (run) => run("select as_migrated.restore()");
