import type { Connection } from "./transaction";

/**
 * `does-not-answer`: no connection, a lost one, or silence; whether the statement was carried out is not known.
 * `takes-no-changes`: a standby, a read-only server, a full disk; nothing was done. `busy`: it gave up waiting; nothing was done.
 */
export type DatabaseTrouble = "does-not-answer" | "takes-no-changes" | "busy";

/** The database can't do its work at the moment: nothing is wrong with the statement, and the same may work later. */
export class DatabaseUnavailable extends Error {
  readonly trouble: DatabaseTrouble;
  /** PostgreSQL's, or the system's where there was no connection. */
  readonly code: string | undefined;

  constructor(trouble: DatabaseTrouble, cause: unknown) {
    super(`The database ${trouble.replaceAll("-", " ")}`, { cause });
    this.name = "DatabaseUnavailable";
    this.trouble = trouble;
    this.code = codeOf(cause);
  }
}

/** Whether work failed because the database can't do any at the moment. */
export const isUnavailable = (error: unknown): error is DatabaseUnavailable => error instanceof DatabaseUnavailable;

/**
 * Codes of PostgreSQL, exact or by their class of two characters.
 * Source: https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const troubleOfCode: Readonly<Record<string, DatabaseTrouble>> = {
  "08": "does-not-answer", // connection exceptions; a pooler's refusals, too
  "57P01": "does-not-answer", // shut down by an administrator
  "57P02": "does-not-answer", // shut down after a crash
  "57P03": "does-not-answer", // starting, or shutting down
  "57P05": "does-not-answer", // ended for being idle
  "25P03": "does-not-answer", // ended for being idle in a transaction
  "53300": "does-not-answer", // no connection left
  "25006": "takes-no-changes", // read only
  "53100": "takes-no-changes", // disk full
  "58": "takes-no-changes", // the system fails beneath it, e.g. at writing
  "55P03": "busy", // a lock was not to be had in time
  "57014": "busy", // a statement took too long
  "40": "busy", // deadlocks and the like
  "53": "busy", // out of memory and the like
};

/** What the driver says without a code when a connection is lost, silent, or not to be had. */
const lostConnection =
  /^(Connection terminated|Query read timeout|timeout e|Client has encountered a connection error|Client was closed|The server does not support SSL)/;

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;

/** @returns the error to throw instead of the driver's: a `DatabaseUnavailable` where it is one, else the same */
export function readDriverError(error: unknown): unknown {
  if (isUnavailable(error)) return error;
  const code = codeOf(error);
  const trouble = code === undefined ? undefined : (troubleOfCode[code] ?? troubleOfCode[code.slice(0, 2)]);
  if (trouble !== undefined) return new DatabaseUnavailable(trouble, error);
  // codes of sockets and of the name service: ECONNRESET, ENOTFOUND, EAI_AGAIN
  const isLost = code === undefined ? error instanceof Error && lostConnection.test(error.message) : /^E(?!RR_)[A-Z_]{3,}$/.test(code);
  return isLost ? new DatabaseUnavailable("does-not-answer", error) : error;
}

/**
 * The same connection with errors read by `readDriverError`. Once it is lost or silent it is asked nothing more: every statement would
 * have to wait for its own end.
 * @param onLost told once
 */
export function watchedConnection(connection: Connection, onLost: (error: DatabaseUnavailable) => void = () => undefined): Connection {
  let lost: DatabaseUnavailable | undefined;
  return {
    async query(query) {
      if (lost !== undefined) throw lost;
      try {
        return await connection.query(query);
      } catch (raw) {
        const error = readDriverError(raw);
        if (isUnavailable(error) && error.trouble === "does-not-answer" && lost === undefined) {
          lost = error;
          onLost(error);
        }
        throw error;
      }
    },
  };
}
