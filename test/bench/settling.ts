import type { Database } from "@server/db/database";
import type { BenchDatabase } from "./bench-database";

/**
 * How long the desk may take to find out what became of everything, once nothing is in its way: what is unknown is looked into again after a
 * quarter of its age.
 * @param stormSeconds how long something was
 */
export const settleSeconds = (stormSeconds: number): number => 240 + Math.ceil(stormSeconds / 4);

/** Waits until everything has come to its end. @returns whether it did in time */
export async function settled(db: BenchDatabase, isOver: (opened: Database) => Promise<boolean>, withinSeconds: number): Promise<boolean> {
  const until = Date.now() + withinSeconds * 1_000;
  while (Date.now() < until) {
    if (await db.use(isOver)) return true;
    await new Promise((resolve) => void setTimeout(resolve, 1_000));
  }
  return false;
}
