// Generates src/api/generated from openapi/*.yaml, and server/persona/operations.gen.ts.
//
//   node scripts/generate-api.mjs           writes the files
//   node scripts/generate-api.mjs --check   writes nothing; lists what is stale and exits 1 if anything is
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { personaGaps } from "./persona-gaps.mjs";
import { personaOperations } from "./persona-operations.mjs";

const project = fileURLToPath(new URL("..", import.meta.url));
const committed = join(project, "src/api/generated");
const operations = join(project, "server/persona/operations.gen.ts");
const generator = join(project, "node_modules/@hey-api/openapi-ts/bin/run.js");

/** Generates what the app has of its contracts into `folder`; throws with the generator's output when it fails. */
function generateInto(folder) {
  const run = spawnSync(process.execPath, [generator, "--silent"], {
    cwd: project,
    env: { ...process.env, GENERATED_API_DIR: folder },
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(`The generator failed:\n${run.stdout}${run.stderr}`);
  writeFileSync(join(folder, "persona/gaps.gen.ts"), personaGaps(project));
}

/** Map of relative path to content of every file below `folder`; empty when it does not exist. */
function filesOf(folder) {
  let entries;
  try {
    entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch {
    return new Map();
  }
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.map((file) => [file.slice(folder.length + 1), readFileSync(file, "utf8")]));
}

/** What is not as it would be generated, one line each. */
function stale() {
  const fresh = mkdtempSync(join(tmpdir(), "inquiry-desk-api-"));
  try {
    generateInto(fresh);
    const [have, want] = [filesOf(committed), filesOf(fresh)];
    const files = [...new Set([...have.keys(), ...want.keys()])]
      .filter((file) => have.get(file) !== want.get(file))
      .toSorted((a, b) => a.localeCompare(b))
      .map((file) => `${want.has(file) ? (have.has(file) ? "differs" : "missing") : "left over"}  src/api/generated/${file}`);
    const listed = existsSync(operations) ? readFileSync(operations, "utf8") : "";
    return listed === personaOperations(project) ? files : [...files, "differs  server/persona/operations.gen.ts"];
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

if (process.argv.includes("--check")) {
  const lines = stale();
  if (lines.length > 0) {
    console.error(`Generated code is stale. Run: npm run generate:api\n${lines.map((line) => `  ${line}`).join("\n")}`);
    process.exitCode = 1;
  }
} else {
  generateInto(committed);
  writeFileSync(operations, personaOperations(project));
}
