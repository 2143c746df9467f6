/**
 * What `npm run mutation` changes, and the tests that take part: those that are about it. Whoever else happens to run it would make each
 * mutant slow and kill none.
 *
 * @type {Record<string, { mutate: string[], tests: string[] }>}
 */
export const mutationRooms = {
  domain: { mutate: ["src/domain/**/*.ts"], tests: ["src/domain/**/*.test.ts"] },
  server: {
    mutate: ["server/commands/**/*.ts", "server/persona/write*.ts", "server/partner/standing*.ts"],
    tests: [
      "server/commands/**/*.test.ts",
      "test/server/commands/**/*.test.ts",
      "server/persona/write*.test.ts",
      "server/partner/standing*.test.ts",
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
