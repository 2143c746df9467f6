import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { projectRoot } from "./source-files";

type Chunk = { file: string; src?: string; isEntry?: boolean; imports?: string[]; dynamicImports?: string[]; css?: string[] };

export type Build = {
  /** Every emitted file, relative to the output folder. */
  files: string[];
  text(file: string): string;
  brotliBytes(file: string): number;
  manifest: Record<string, Chunk>;
};

/** Builds the app into a folder of its own and reads the result. Takes some seconds: call it once per test file. */
export function buildApp(mode: "production" | "demo", env: Record<string, string> = {}): Build {
  const folder = join(projectRoot, ".reports", `build-${mode}`);
  execFileSync("npx", ["--no-install", "vite", "build", "--mode", mode, "--outDir", folder, "--emptyOutDir", "--logLevel", "warn"], {
    cwd: projectRoot,
    stdio: ["ignore", "ignore", "inherit"],
    // Vitest sets NODE_ENV=test, and a build that inherits it would be measured with React's development code.
    env: { ...process.env, ...env, NODE_ENV: "production" },
  });
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => statSync(join(folder, file)).isFile());
  return {
    files,
    text: (file) => readFileSync(join(folder, file), "utf8"),
    brotliBytes: (file) => brotliCompressSync(readFileSync(join(folder, file))).length,
    manifest: JSON.parse(readFileSync(join(folder, ".vite/manifest.json"), "utf8")) as Record<string, Chunk>,
  };
}

/** The scripts that a browser has fetched once the entry and the given route modules run: all of them with all they import statically. */
export function scriptsOf({ manifest }: Build, routeSources: RegExp): string[] {
  const found = new Set<string>();
  const visit = (key: string) => {
    const chunk = manifest[key];
    if (!chunk || found.has(chunk.file)) return;
    found.add(chunk.file);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry || routeSources.test(key)) visit(key);
  return [...found].filter((file) => file.endsWith(".js"));
}
