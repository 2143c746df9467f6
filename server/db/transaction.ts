import { AsyncLocalStorage } from "node:async_hooks";
import type { QueryConfig } from "pg";
import type { Queryable, Row } from "./database";

/** `queryMode` is in the driver, and not in its types. */
type Statement = QueryConfig & {
  readonly queryMode: "extended";
};

/** The part of a driver's connection that is used here. */
export type Connection = {
  query(query: string | Statement): Promise<{ rows: unknown[]; command: string }>;
};

/** One connection as a Queryable. */
export function onConnection(connection: Connection): Queryable {
  return {
    async query<R extends object = Row>(text: string, params: readonly unknown[] = []): Promise<R[]> {
      // extended even without values: then the server refuses several statements in one text
      const { rows } = await connection.query({ text, values: [...params], queryMode: "extended" });
      // what the columns are is known to who wrote the statement
      return rows as R[];
    },
  };
}

/**
 * Runs `work` between BEGIN and COMMIT.
 * @throws what `work` throws, after ROLLBACK; also when `work` swallowed the error of a statement, since PostgreSQL then keeps nothing
 */
export async function runTransaction<T>(connection: Connection, work: (transaction: Queryable) => Promise<T>): Promise<T> {
  let open = true;
  const inner = onConnection(connection);
  const transaction: Queryable = {
    query(text, params) {
      if (!open) return Promise.reject(new Error("This transaction is over."));
      return inner.query(text, params);
    },
  };
  await connection.query("begin");
  let result: T;
  try {
    result = await work(transaction);
  } catch (error) {
    open = false;
    // a connection that is lost has nothing to roll back, and the first error is the one to tell
    await connection.query("rollback").catch(() => undefined);
    throw error;
  }
  open = false;
  const { command } = await connection.query("commit");
  if (command === "ROLLBACK") throw new Error("The transaction was rolled back: a statement in it had failed.");
  return result;
}

/**
 * Refuses a query beside the open transaction it was made in: it would not see what the transaction did, and on one connection it
 * would wait for itself for ever.
 */
export function createTransactionGuard() {
  const current = new AsyncLocalStorage<{ open: boolean }>();
  return {
    async inside<T>(work: () => Promise<T>): Promise<T> {
      const state = { open: true };
      try {
        return await current.run(state, work);
      } finally {
        state.open = false;
      }
    },
    /** @throws inside a transaction that is still open */
    check(): void {
      if (current.getStore()?.open) throw new Error("Use the transaction that is open here, not the database.");
    },
  };
}
