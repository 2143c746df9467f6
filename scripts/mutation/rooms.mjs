/**
 * What `npm run mutation` changes, and the tests that take part: those that are about it. Whoever else happens to run it would make each
 * mutant slow and kill none.
 *
 * @type {Record<string, { mutate: string[], tests: string[] }>}
 */
export const mutationRooms = {
  domain: { mutate: ["src/domain/**/*.ts"], tests: ["src/domain/**/*.test.ts"] },
  standing: { mutate: ["server/partner/standing*.ts"], tests: ["server/partner/standing*.test.ts"] },
  ledger: { mutate: ["server/persona/write*.ts"], tests: ["server/persona/write*.test.ts"] },
  commands: {
    mutate: ["server/commands/**/*.ts"],
    tests: [
      "server/commands/**/*.test.ts",
      // without the storm, the killed instances and the properties of decisions, which take minutes each
      "test/server/commands/{creations,decisions,decisions-faults,restorations}.test.ts",
    ],
  },
};

/** Of the files of a room, what is for its tests. */
export const untouched = ["!**/*.test.ts", "!**/*.fixture.ts"];

/**
 * The one that this process is about, by scripts/mutation.mjs; tools that only read the configuration see the first.
 *
 * @returns {{ name: string, mutate: string[], tests: string[] }}
 */
export function mutationRoom() {
  const name = process.env.MUTATION_ROOM ?? "domain";
  const room = mutationRooms[name];
  if (room === undefined) throw new Error(`MUTATION_ROOM is one of ${Object.keys(mutationRooms).join(", ")}`);
  return { name, ...room };
}
