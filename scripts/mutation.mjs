// `npm run mutation [-- ROOM [options of Stryker]]`: without a room (mutation/rooms.mjs), all, one after the other. `--mutate FILES` takes a part.
import { spawnSync } from "node:child_process";
import { mutationRooms, untouched } from "./mutation/rooms.mjs";

const [first, ...rest] = process.argv.slice(2);
const named = first !== undefined && Object.hasOwn(mutationRooms, first);
const options = (named ? rest : process.argv.slice(2)).map((option, index, all) =>
  all[index - 1] === "--mutate" ? [option, ...untouched].join(",") : option,
);

for (const room of named ? [first] : Object.keys(mutationRooms)) {
  const env = { ...process.env, MUTATION_ROOM: room };
  const { status } = spawnSync("npx", ["--no-install", "stryker", "run", ...options], { stdio: "inherit", env });
  if (status !== 0) process.exit(status ?? 1);
}
