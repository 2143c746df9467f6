/**
 * How many cases a property is tried with. Mutation tests try the costly ones with fewer, for each of thousands of mutants: a mutant that
 * lives through these may be counted as survived too often, never as killed.
 */
export const propertyRuns = (runs: number, underMutation = 60) =>
  process.env["MUTATION_ROOM"] === undefined ? runs : Math.min(runs, underMutation);
