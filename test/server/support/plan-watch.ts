import type { Database, Queryable } from "@server/db/database";

/** A node of PostgreSQL's `explain (analyze, format json)`. */
type PlanNode = {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Index Name"?: string;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly "Rows Removed by Filter"?: number;
  readonly "Rows Removed by Index Recheck"?: number;
  readonly Plans?: readonly PlanNode[];
};

/** A statement that was run, and how the database did it. */
export type RunPlan = {
  readonly text: string;
  readonly plan: PlanNode;
};

const undo = new Error("undo");

/** The plan of a statement, which is carried out for it, in a transaction that does not keep what it did. */
async function planOf(transaction: Queryable, text: string, params: readonly unknown[] | undefined): Promise<RunPlan> {
  await transaction.query("savepoint explained");
  const [row] = await transaction.query<{ "QUERY PLAN": [{ Plan: PlanNode }] }>(
    `explain (analyze, timing off, format json) ${text}`,
    params,
  );
  await transaction.query("rollback to savepoint explained");
  if (!row) throw new Error("There is no plan.");
  return { text, plan: row["QUERY PLAN"][0].Plan };
}

/** The same database; every statement that goes through it leaves its plan in `plans`, taken right before it is run. */
export function watchPlans(db: Database): { readonly db: Database; readonly plans: RunPlan[] } {
  const plans: RunPlan[] = [];
  const watched = (transaction: Queryable): Queryable => ({
    async query(text, params) {
      plans.push(await planOf(transaction, text, params));
      return transaction.query(text, params);
    },
  });
  return {
    plans,
    db: {
      ...db,
      async query(text, params) {
        await db
          .transaction(async (transaction) => {
            plans.push(await planOf(transaction, text, params));
            throw undo;
          })
          .catch((error: unknown) => {
            if (error !== undo) throw error;
          });
        return db.query(text, params);
      },
      transaction: (work) => db.transaction((transaction) => work(watched(transaction))),
    },
  };
}

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** How many rows a scan looked at, passed on or not. */
const rowsRead = (node: PlanNode) =>
  (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0) + (node["Rows Removed by Index Recheck"] ?? 0)) * node["Actual Loops"];

/**
 * What is wrong with a plan: a table that is read from one end to the other, or more rows looked at or sorted than a screen can need.
 * @param tables the big ones @param most rows
 */
export function planFaults({ text, plan }: RunPlan, tables: readonly string[], most: number): string[] {
  return nodesOf(plan).flatMap((node) => {
    const type = node["Node Type"];
    const table = node["Relation Name"] ?? node["Index Name"] ?? "";
    const wholly = type === "Seq Scan" && tables.includes(table);
    const many = type.includes("Scan") && table !== "" && rowsRead(node) > most;
    const sorted = type.includes("Sort") && node["Actual Rows"] * node["Actual Loops"] > most;
    return wholly || many || sorted ? [`${type} ${table}: ${rowsRead(node)} rows, in ${text.replaceAll(/\s+/g, " ").trim()}`] : [];
  });
}
