import pg from "pg";

/** What the running program is in the database: it can read and write where a migration allows it, and owns nothing. */
export const runtimeRole = "inquiry_desk_app";
/** The schema that holds all tables of the desk. */
export const deskSchema = "desk";

const statementMs = 15_000;
const lockMs = 5_000;
/** So much less than others wait for a lock that a frozen process loses several transactions, one behind the other, before they give up. */
const idleInTransactionMs = 1_500;

/** What makes a connection one of the running program, in one text without values. */
export const sessionSettings = [
  `set role ${runtimeRole}`,
  `set search_path = ${deskSchema}`,
  `set statement_timeout = ${statementMs}`,
  `set lock_timeout = ${lockMs}`,
  `set idle_in_transaction_session_timeout = ${idleInTransactionMs}`,
].join("; ");

/** As PostgreSQL writes them: a JavaScript Date would move them into the time zone of this machine. */
const dateType = 1082;
const timestampType = 1114;

const asText = (text: string) => text;
// the driver leaves open what a column may hold, which is what `unknown` says
const usual = pg.types.getTypeParser as (oid: number, format?: "text" | "binary") => (text: string) => unknown;

/**
 * JavaScript values of columns, the same from both databases: text, uuid, numeric, int8, date and timestamp as strings, int2, int4 and
 * floats as numbers, timestamptz as Date, json and jsonb parsed, bytea as Buffer, arrays of all these as arrays.
 */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === dateType || oid === timestampType ? asText : usual(oid, format)),
};

/** How messages of this module are logged; the program's pino logger is one. */
export type DatabaseLog = {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
};

/** What may be logged of a driver's error. Its `detail` can hold values of a row. */
export function loggable(error: unknown): { code: string | undefined; message: string } {
  // drivers and sockets put their code beside the message
  const { code, message } = error as { code?: string; message?: string };
  return { code, message: message ?? String(error) };
}
