import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const projectRoot = fileURLToPath(new URL("../../", import.meta.url));

/** Project-relative paths of every file that git tracks or would track. */
export function projectFiles(): string[] {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: projectRoot, encoding: "utf8" });
  return listed.split("\n").filter((file) => file !== "" && existsSync(projectRoot + file));
}

export const read = (file: string) => readFileSync(projectRoot + file, "utf8");

export const isGenerated = (file: string) => file.startsWith("src/api/generated/") || file.endsWith(".gen.ts");

/** Hand-written TypeScript below one of the given folders. */
export const typescriptIn = (...folders: string[]) =>
  projectFiles().filter((file) => /\.tsx?$/.test(file) && !isGenerated(file) && folders.some((folder) => file.startsWith(`${folder}/`)));

/** What a module imports, as project-relative paths for the project's own files and bare names for packages. */
export function importsOf(file: string): string[] {
  const source = read(file);
  const specifiers = [
    ...source.matchAll(/(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+"([^"]+)"|import\("([^"]+)"\)|(?:^|\n)\s*import\s+"([^"]+)"/g),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
  return specifiers.map((specifier) => resolve(specifier, file));
}

function resolve(specifier: string, from: string): string {
  if (specifier.startsWith("@/")) return `src/${specifier.slice(2)}`;
  if (specifier.startsWith("@mocks/")) return `mocks/${specifier.slice(7)}`;
  if (specifier.startsWith("@server/")) return `server/${specifier.slice(8)}`;
  if (specifier.startsWith("@test/")) return `test/${specifier.slice(6)}`;
  if (!specifier.startsWith(".")) return specifier;
  return new URL(specifier, `file:///${from}`).pathname.slice(1);
}
