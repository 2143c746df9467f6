import type { z } from "zod";

/** What a schema made of a value, and what did not fit. */
export type Reading<T> = {
  /** What could be read; undefined when nothing usable is left. */
  readonly value: T | undefined;
  /** `answer.data[].attributes: expected object, received string`: where and what was expected. Never a value: it may be personal. */
  readonly problems: readonly string[];
};

/** One broken attribute repeats in every resource of a page: for the log the first few are enough. */
const maxProblems = 10;

/**
 * Reads a value by a schema and leaves out what does not fit: an attribute goes alone where the schema can do without it, and takes what it
 * belongs to with it where not. Keys that the schema does not know are the schema's matter (`z.looseObject` keeps them).
 * @param root what problems call the whole
 */
export function readTolerantly<T>(schema: z.ZodType<T>, value: unknown, root: string): Reading<T> {
  /** Where each is, by its text. */
  const problems = new Map<string, string>();
  const note = (issues: readonly z.core.$ZodIssue[]) => {
    // that something is missing which was left out before is no news
    const before = new Set(problems.values());
    for (const { path, message } of issues) {
      const where = placeOf(path, root);
      if (!before.has(where) && problems.size < maxProblems) problems.set(`${where}: ${message.replace(/^Invalid input: /, "")}`, where);
    }
  };
  let rest = value;
  // each turn takes something away, and no more turns come about than the schema is deep
  for (;;) {
    const result = schema.safeParse(rest);
    if (result.success) return { value: result.data, problems: [...problems.keys()] };
    note(result.error.issues);
    const left = without(rest, branchesOf(result.error.issues));
    if (left === nothing) return { value: undefined, problems: [...problems.keys()] };
    rest = left;
  }
}

/** Where problems are: `wrong` is here, the others below, by key. */
type Branch = {
  wrong: boolean;
  readonly below: Map<PropertyKey, Branch>;
};

const nothing = Symbol("nothing");
const newBranch = (): Branch => ({ wrong: false, below: new Map() });

function branchesOf(issues: readonly z.core.$ZodIssue[]): Branch {
  const root = newBranch();
  for (const { path } of issues) {
    let branch = root;
    for (const key of path) {
      const next = branch.below.get(key) ?? newBranch();
      branch.below.set(key, next);
      branch = next;
    }
    branch.wrong = true;
  }
  return root;
}

/** A copy without what is wrong in it. */
function without(value: unknown, { wrong, below }: Branch): unknown {
  if (wrong || typeof value !== "object" || value === null) return nothing;
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => {
      const branch = below.get(index);
      const left = branch === undefined ? item : without(item, branch);
      return left === nothing ? [] : [left];
    });
  }
  // what is missing can't be left out: the whole needs it
  if ([...below.keys()].some((key) => !Object.hasOwn(value, key))) return nothing;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
      const branch = below.get(key);
      const left = branch === undefined ? inner : without(inner, branch);
      return left === nothing ? [] : [[key, left] as const];
    }),
  );
}

const placeOf = (path: readonly PropertyKey[], root: string) =>
  path.reduce<string>((text, key) => (typeof key === "number" ? `${text}[]` : `${text}.${keyName(key)}`), root);

/** Keys that nobody documented may be anything, somebody's name too. */
const keyName = (key: PropertyKey) => (/^[A-Za-z]{1,40}$/.test(String(key)) ? String(key) : "?");
