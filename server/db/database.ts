/** A row in the values of `server/db/session.ts`: int8 and numeric are strings (`count(*)::int` is a number), timestamptz is a Date. */
export type Row = Record<string, unknown>;

/** What can be asked: a database, or a transaction on it. */
export type Queryable = {
  /**
   * Runs one statement. Values travel as parameters (`$1`), never inside the text: strings, numbers, booleans, null, Date, Buffer, arrays
   * for arrays of PostgreSQL, and JSON as `JSON.stringify(value)`.
   * @throws DatabaseUnavailable where the database can't work at the moment; else the driver's error, with PostgreSQL's `code`
   */
  query<R extends object = Row>(text: string, params?: readonly unknown[]): Promise<R[]>;
};

/** PostgreSQL, the real one or the embedded one. Both run the same statements. */
export type Database = Queryable & {
  readonly kind: "postgres" | "embedded";
  /**
   * Runs `work` in one transaction: all of it holds, or, when it throws, nothing. Read committed. Inside, the transaction is asked and
   * never the database: on the embedded one nobody else gets an answer until it is over. So `work` waits for nothing but its queries.
   */
  transaction<T>(work: (transaction: Queryable) => Promise<T>): Promise<T>;
  /**
   * Hears what anybody sends with `select pg_notify(channel, payload)`; payloads are at most 8,000 bytes.
   * @param onGap called after the connection was lost and is back: messages may have been missed
   * @returns stops listening
   */
  listen(channel: string, onMessage: (payload: string) => void, onGap: () => void): Promise<() => Promise<void>>;
  /**
   * Gives connections up that may lead nowhere, so that new ones take their place. `silent`: those of statements and transactions that
   * are idle, or have waited for an answer for some seconds. `listening`: the one that hears; a gap follows.
   */
  renew(connections: "silent" | "listening"): void;
  /** Waits for what is running, then closes. May be called again. */
  close(): Promise<void>;
};
