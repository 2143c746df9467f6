import { describe, expect, it } from "vitest";
import { importsOf, read, typescriptIn } from "@test/support/source-files";

/** Which way imports run inside `src`: a layer may import itself and what is listed, nothing else. */
const layersOfApp: Record<string, string[]> = {
  lib: [],
  domain: ["lib"],
  ui: ["lib"],
  api: ["lib"],
  components: ["ui", "domain", "lib", "api"],
  features: ["components", "ui", "api", "domain", "lib"],
  frame: ["features", "components", "ui", "api", "domain", "lib"],
  routes: ["frame", "features", "components", "ui", "api", "domain", "lib"],
};

/**
 * The rooms of the other houses in one order: each may import itself and the rooms before it. What stands on one line are neighbours that
 * do not know each other. A file beside the rooms is a room of its own.
 */
const roomsOfHouse: Record<string, string[][]> = {
  server: [
    ["config"],
    ["db"],
    ["http"],
    ["push"],
    ["audit"],
    ["auth"],
    ["links", "devices", "claims", "postponements", "second-looks", "settings", "views"],
    ["persona"],
    ["inquiries"],
    ["review-queue"],
    ["commands"],
    ["stream"],
    ["partner"],
    ["retention"],
    ["desk.ts"],
    ["main.ts"],
  ],
  mocks: [
    ["world"],
    ["http", "seed"],
    ["handlers", "desk", "files.ts", "scenarios.ts"],
    ["desk-calls.ts"],
    ["life.ts"],
    ["control"],
    ["webhooks", "dispatch.ts", "simulator-options.ts"],
    ["journal-entries.ts"],
    ["shared-life.ts"],
    ["simulator.ts"],
    ["seeded.ts"],
    // the ways in: a page's service worker, Node, HTTP
    ["doors"],
    // what tests make worlds with
    ["testing"],
  ],
  dev: [
    [
      "chunk-groups.ts",
      "compiled-at-once.ts",
      "content-security-policy.ts",
      "demo-address.ts",
      "first-requests.ts",
      "mock-service-worker.ts",
      "no-server-sent-events.ts",
      "tests-alone.ts",
    ],
  ],
};

/** What of `server` the other programs may read: the headers are the same wherever a page is served. */
const sharedWithDev = ["server/http/content-security-policy"];

const layerOf = (path: string) => /^src\/([^/]+)\//.exec(path)?.[1];
const featureOf = (path: string) => /^src\/features\/([^/]+)\//.exec(path)?.[1];
const isTest = (file: string) => /\.test\.tsx?$/.test(file);
const sources = typescriptIn("src").filter((file) => !isTest(file));

function violations(files: string[], allowed: (file: string, target: string) => boolean): string[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter((target) => !allowed(file, target))
      .map((target) => `${file} imports ${target}`),
  );
}

describe("imports", () => {
  it("finds sources and their imports at all", () => {
    expect(sources.length).toBeGreaterThan(20);
    expect(sources.flatMap(importsOf).filter((target) => target.startsWith("src/")).length).toBeGreaterThan(20);
  });

  it("run from the layers above to the layers below", () => {
    const wrong = violations(sources, (file, target) => {
      const layer = layerOf(file);
      if (layer === undefined || !target.startsWith("src/")) return true;
      // what the contracts say of attributes is the same for everybody; the calls made from them are not
      if (layer === "domain" && target.startsWith("src/api/generated/")) return onlyTypesFrom(read(file), "api/generated/");
      const to = layerOf(target);
      return to !== undefined && (to === layer || (layersOfApp[layer] ?? []).includes(to));
    });
    expect(wrong).toEqual([]);
  });

  it("know every folder of src", () => {
    const unknown = sources.map(layerOf).filter((layer) => layer !== undefined && !(layer in layersOfApp));
    expect([...new Set(unknown)]).toEqual([]);
  });

  it("never cross from one feature to another", () => {
    const wrong = violations(sources, (file, target) => {
      const [from, to] = [featureOf(file), featureOf(target)];
      return from === undefined || to === undefined || from === to;
    });
    expect(wrong).toEqual([]);
  });

  it("of the simulator touch only lib and the types of the generated client", () => {
    const wrong = violations(
      typescriptIn("mocks").filter((file) => !isTest(file)),
      (file, target) =>
        !target.startsWith("src/") ||
        target.startsWith("src/lib/") ||
        (target.startsWith("src/api/generated/") && onlyTypesFrom(read(file), "api/generated/")),
    );
    expect(wrong).toEqual([]);
  });

  it("of the server touch only the judgements, lib and the types of the generated clients", () => {
    const allowed = /^(server|src\/(domain|lib))\//;
    const wrong = violations(
      typescriptIn("server").filter((file) => !isTest(file)),
      (file, target) =>
        !/^(src|mocks|server|dev|test)\//.test(target) ||
        allowed.test(target) ||
        (target.startsWith("src/api/generated/") && onlyTypesFrom(read(file), "api/generated/")),
    );
    expect(wrong).toEqual([]);
  });

  describe.each(Object.entries(roomsOfHouse))("of %s", (house, rows) => {
    const files = typescriptIn(house).filter((file) => !isTest(file));
    const roomOf = (path: string) => path.split("/")[1] ?? "";
    const placeOf = (room: string) => rows.findIndex((row) => row.includes(room));
    /** Module specifiers leave the ending out, and a file beside the rooms is a room of its own. */
    const roomOfTarget = (target: string) => (target.split("/").length > 2 ? roomOf(target) : `${roomOf(target).replace(/\.ts$/, "")}.ts`);

    it("know every room there is, and no other", () => {
      expect([...new Set(files.map(roomOf))].toSorted()).toEqual(rows.flat().toSorted());
    });

    it("run from a room to those before it", () => {
      const wrong = violations(files, (file, target) => {
        if (!target.startsWith(`${house}/`)) return true;
        const [from, to] = [roomOf(file), roomOfTarget(target)];
        return from === to || (placeOf(to) !== -1 && placeOf(to) < placeOf(from));
      });
      expect(wrong).toEqual([]);
    });
  });

  it.each(["src", "server", "mocks"])("of %s form no circle of files, not even by types alone", (house) => {
    const files = typescriptIn(house).filter((file) => !isTest(file));
    const known = new Set(files);
    const fileOf = (target: string) => ["", ".ts", ".tsx"].map((ending) => target + ending).find((file) => known.has(file));
    const leadsTo = new Map(files.map((file) => [file, importsOf(file).flatMap((target) => fileOf(target) ?? [])]));
    expect([...leadsTo.values()].flat().length).toBeGreaterThan(files.length);
    expect(circleIn(leadsTo)).toEqual([]);
  });

  it("of the world's core touch no resource", () => {
    const core = typescriptIn("mocks/world/core").filter((file) => !isTest(file));
    expect(core.length).toBeGreaterThan(10);
    expect(violations(core, (_file, target) => !target.startsWith("mocks/") || target.startsWith("mocks/world/core/"))).toEqual([]);
  });

  it("never lead from the app or the simulator to the server", () => {
    const files = typescriptIn("src", "mocks").filter((file) => !isTest(file));
    expect(violations(files, (_file, target) => !target.startsWith("server/"))).toEqual([]);
  });

  it("of what serves a development build touch of the server what pages need, and nothing of the simulator", () => {
    const files = typescriptIn("dev").filter((file) => !isTest(file));
    const wrong = violations(files, (_file, target) => {
      const module = target.replace(/\.ts$/, "");
      return !/^(server|mocks|test)\//.test(target) || sharedWithDev.includes(module);
    });
    expect(wrong).toEqual([]);
  });

  it("leave the simulator to main.tsx", () => {
    const wrong = violations(sources, (file, target) => !target.startsWith("mocks/") || file === "src/main.tsx");
    expect(wrong).toEqual([]);
  });

  it("keep fetch below the features", () => {
    const callers = sources.filter((file) => /(?<![.\w])fetch\(/.test(read(file)) && layerOf(file) !== "api");
    // the page's first script imports nothing, so that it waits for nothing
    expect(callers).toEqual(["src/first.ts"]);
    expect(read("src/first.ts")).not.toMatch(/^import\b|\bimport\(/m);
  });

  it("keep the generated calls in the queries and writes of a resource", () => {
    const callers = sources.filter(
      (file) => importsOf(file).some((target) => target.endsWith("/sdk.gen")) && !file.includes("/generated/"),
    );
    expect(callers.length).toBeGreaterThan(20);
    // what an ID belongs to is asked of many resources
    expect(callers.filter((file) => !/^src\/api\/[a-z-]+\/(queries|writes)\.ts$/.test(file))).toEqual(["src/api/lookup.ts"]);
  });

  it("keep React, fetch and clocks out of the judgements", () => {
    const impure = typescriptIn("src/domain", "src/lib")
      .filter((file) => !isTest(file))
      .filter((file) => /from "react|Date\.now\(|new Date\(\)|Math\.random\(|\bfetch\(/.test(read(file)));
    expect(impure).toEqual([]);
  });
});

/** The files of one circle, the first again at the end; empty when there is none. */
function circleIn(leadsTo: Map<string, string[]>): string[] {
  const cleared = new Set<string>();
  const follow = (file: string, way: string[]): string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (cleared.has(file)) return [];
    for (const next of leadsTo.get(file) ?? []) {
      const circle = follow(next, [...way, file]);
      if (circle.length > 0) return circle;
    }
    cleared.add(file);
    return [];
  };
  for (const file of leadsTo.keys()) {
    const circle = follow(file, []);
    if (circle.length > 0) return circle;
  }
  return [];
}

function onlyTypesFrom(source: string, path: string): boolean {
  const statements = [...source.matchAll(/import\s[^;]*?from\s+"([^"]+)"/g)].filter((match) => match[1]?.includes(path));
  return statements.every((match) => /^import\s+type\b/.test(match[0]));
}
