import type { Database } from "@server/db/database";
import { DatabaseUnavailable } from "@server/db/unavailable";
import { isWrite, operationOf } from "@server/persona/match-operation";
import type { PersonaCall, PersonaCaller } from "@server/persona/caller";

/** `stops`: the instance is killed, or frozen until `goOn`. `lost before`, `lost after`: the database is lost around a statement. */
export type Stop = "stops" | "lost before" | "lost after";

export type Stopping = {
  readonly database: Database;
  readonly caller: Pick<PersonaCaller, "call">;
  /** Resolves when it has come to the step; then it has stopped, or was told that the database is lost. */
  readonly reached: Promise<void>;
  /** A frozen instance goes on. */
  readonly goOn: () => void;
};

/**
 * An instance that comes to grief at its step of that number: a statement, a transaction, a call to Persona, or the answer to a write.
 * @param step from 1
 */
export function stoppingAt(step: number, how: Stop, db: Database, persona: Pick<PersonaCaller, "call">): Stopping {
  let [steps, isFrozen] = [0, false];
  let goOn = () => {};
  let tell = () => {};
  const going = new Promise<void>((resolve) => (goOn = resolve));
  const reached = new Promise<void>((resolve) => (tell = resolve));

  const isIt = () => (steps += 1) === step;
  /** Every step after the one it is stopped at waits, too: a renewed lease as well. */
  async function pass(): Promise<void> {
    if (isIt()) {
      isFrozen = true;
      tell();
    }
    if (isFrozen) await going;
  }
  async function around<T>(work: () => Promise<T>): Promise<T> {
    if (how === "stops") {
      await pass();
      return work();
    }
    if (!isIt()) return work();
    if (how === "lost after") await work();
    tell();
    throw new DatabaseUnavailable("does-not-answer", new Error("Connection terminated unexpectedly"));
  }

  return {
    reached,
    goOn() {
      isFrozen = false;
      goOn();
    },
    database: {
      ...db,
      query: (text, params) => around(() => db.query(text, params)),
      transaction: (work) => around(() => db.transaction(work)),
    },
    caller: {
      async call(call: PersonaCall) {
        if (how !== "stops") return persona.call(call);
        await pass();
        const answer = await persona.call(call);
        if (isWrite(operationOf(call.operation))) await pass();
        return answer;
      },
    },
  };
}
