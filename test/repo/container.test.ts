import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { variables } from "@server/config/variables";
import { fileNameOf, secretNames } from "@server/config/secret-files";
import { projectRoot, read } from "@test/support/source-files";

/** The image cannot be built where tests run: this holds what a build would trip over, and what is promised of it. */
const dockerfile = read("Dockerfile").replaceAll(/\\\n\s*/g, "");
const instructions = dockerfile.split("\n").flatMap((line) => {
  const [, name, rest] = /^([A-Z]+) (.*)$/.exec(line) ?? [];
  return name && rest ? [{ name, rest }] : [];
});
const all = (name: string) => instructions.filter((one) => one.name === name).map(({ rest }) => rest);
const runtime = instructions.slice(instructions.findLastIndex(({ name }) => name === "FROM"));
const last = (name: string) => runtime.filter((one) => one.name === name).map(({ rest }) => rest);

// the members of these files that are looked at
const { scripts, engines } = JSON.parse(read("package.json")) as { scripts: Record<string, string>; engines: { node: string } };
const compose = parse(read("compose.yaml")) as {
  services: {
    postgres: { image: string };
    desk: Record<string, unknown> & { environment: Record<string, string>; ports: string[]; cap_drop: string[]; stop_grace_period: string };
  };
};
const { desk } = compose.services;
const names = Object.keys(variables.shape);
const defaultOf = (name: "PORT" | "METRICS_PORT" | "DRAIN_SECONDS" | "STOP_SECONDS") => variables.shape[name].parse(undefined);

describe("the Dockerfile", () => {
  const copied = all("COPY")
    .filter((rest) => !rest.startsWith("--from"))
    .flatMap((rest) => rest.split(" ").slice(0, -1));

  it("copies what exists and what the builder is given", () => {
    expect(copied.filter((path) => !existsSync(join(projectRoot, path)))).toEqual([]);
    const given = read(".dockerignore")
      .split("\n")
      .filter((line) => line.startsWith("!"))
      .map((line) => line.slice(1));
    expect(new Set(given)).toEqual(new Set(copied));
  });

  it("copies what the build imports", () => {
    const configs = ["vite.config.ts", "vite.server.config.ts"];
    const imported = configs.flatMap((file) => [...read(file).matchAll(/from "\.\/([^/"]+)/g)].map(([, folder]) => folder));
    expect(copied).toEqual(expect.arrayContaining([...configs, ...imported]));
  });

  it("runs scripts that exist, and takes over what they make", () => {
    const run = all("RUN").flatMap((rest) => [...rest.matchAll(/npm run (\S+)/g)].map(([, script]) => script ?? ""));
    expect(run).toEqual(["build", "build:server"]);
    expect(scripts.build).toBe("vite build");
    expect(scripts["build:server"]).toContain("--config vite.server.config.ts");
    expect(read("vite.server.config.ts")).toContain('outDir: "dist-server"');
    const made = last("COPY")
      .filter((rest) => rest.startsWith("--from=build"))
      .map((rest) => rest.split(" ")[1]);
    expect(made).toEqual(["/app/dist", "/app/dist-server"]);
  });

  it("starts what npm run serve starts, without a shell between it and the signal", () => {
    expect(last("CMD").map((rest) => (JSON.parse(rest) as string[]).join(" "))).toEqual([scripts.serve?.split(" && ").at(-1)]);
    expect(last("STOPSIGNAL")).toEqual(["SIGTERM"]);
  });

  it("is built on one exact version of the long-term release of Node, which the project supports", () => {
    const images = new Set(all("FROM").map((rest) => rest.split(" ")[0]));
    expect([...images]).toEqual([expect.stringMatching(/^node:24\.\d+\.\d+-bookworm-slim$/)]);
    expect(engines.node.split(" || ")).toContain(">=24");
  });

  it("does not run as root", () => {
    expect(last("USER")).toEqual(["1000:1000"]);
    expect(runtime.at(-1)?.name).toBe("CMD");
  });

  it("exposes the default ports and asks the one for its health", () => {
    expect(last("EXPOSE")).toEqual([`${defaultOf("PORT")} ${defaultOf("METRICS_PORT")}`]);
    expect(last("HEALTHCHECK").join()).toContain(`\${process.env.PORT || ${defaultOf("PORT")}}/healthz`);
    expect(read("server/http/health.ts")).toContain('"/healthz"');
  });

  it("sets variables of the server alone, and no secret", () => {
    const set = last("ENV").flatMap((rest) => rest.split(" ").map((pair) => pair.split("=")[0]));
    expect(set.filter((name) => name !== "NODE_ENV" && !names.includes(name ?? ""))).toEqual([]);
    expect(dockerfile).not.toMatch(/persona_(sandbox|production)_|SECRET|PASSWORD/);
  });
});

describe("compose.yaml", () => {
  it("takes from the desk what it does not need", () => {
    expect(desk).toMatchObject({ read_only: true, cap_drop: ["ALL"], security_opt: ["no-new-privileges:true"] });
    expect(desk).not.toHaveProperty("privileged");
  });

  it("sets variables of the server alone", () => {
    expect(Object.keys(desk.environment).filter((name) => !names.includes(name))).toEqual([]);
  });

  it("gives the desk two logins that are not the superuser, whose password it does not know", () => {
    const user = (name: string) => new URL(desk.environment[name]?.replaceAll(/\$\{[^}]+\}/g, "word") ?? "").username;
    expect([user("DATABASE_URL"), user("DATABASE_MIGRATION_URL")]).toEqual(["inquiry_desk", "inquiry_desk_owner"]);
    expect(JSON.stringify(desk)).not.toContain("${POSTGRES_PASSWORD");
    // .env holds it
    expect(desk["env_file"]).toBe("desk.env");
  });

  it("starts one exact version of PostgreSQL", () => {
    expect(compose.services.postgres.image).toMatch(/^postgres:\d+\.\d+-bookworm$/);
  });

  it("has no password of its own: each has to be given", () => {
    const given = [...read("compose.yaml").matchAll(/(?<!\$)\$\{(\w+)([^}]*)\}/g)];
    expect(given.length).toBeGreaterThan(0);
    expect(given.filter(([, , rest]) => !rest?.startsWith(":?"))).toEqual([]);
    expect(read("compose.yaml")).not.toMatch(/:\/\/\w+:(?!\$\{)/);
  });

  it("shows the default port to this machine only, and the metrics to nobody", () => {
    const port = defaultOf("PORT");
    expect(desk.ports).toEqual([`127.0.0.1:${port}:${port}`]);
  });

  it("waits longer for a stop than the desk takes", () => {
    expect(Number.parseInt(desk.stop_grace_period, 10)).toBeGreaterThan(
      Number(defaultOf("DRAIN_SECONDS")) + Number(defaultOf("STOP_SECONDS")),
    );
  });
});

describe("docs/deployment.md", () => {
  const page = read("docs/deployment.md");
  /** What Node itself reads. */
  const ofNode = ["NODE_USE_ENV_PROXY", "HTTPS_PROXY", "NO_PROXY", "NODE_EXTRA_CA_CERTS"];
  const table = new Map([...page.matchAll(/^\| `([A-Z_]+)` \| (.*?) \|/gm)].map(([, name, value]) => [name ?? "", value ?? ""]));

  it("explains every variable of the server, and no other", () => {
    expect([...table.keys()].toSorted()).toEqual(names.toSorted());
  });

  it("tells their defaults", () => {
    const told = Object.entries(variables.shape).flatMap(([name, schema]) => {
      const { success, data } = schema.safeParse(undefined);
      if (!success || data === undefined || typeof data === "object") return [];
      return [[name, `\`${data}\``]];
    });
    expect(told.length).toBeGreaterThan(10);
    expect(told).toEqual(told.map(([name]) => [name, table.get(name ?? "")]));
  });

  it("names variables that exist, wherever it names one", () => {
    const others = ["POSTGRES_PASSWORD", "POSTGRES_OWNER_PASSWORD", "POSTGRES_DESK_PASSWORD", ...secretNames.map(fileNameOf), ...ofNode];
    const named = [...page.matchAll(/\b(?:[A-Z]+_)+[A-Z]+\b/g)].map(([name]) => name);
    expect(named.filter((name) => !names.includes(name) && !others.includes(name))).toEqual([]);
  });

  it("names the variables of files that hold a secret", () => {
    expect(secretNames.map(fileNameOf).filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });

  it("names metrics and scripts that exist", () => {
    const metrics = new Set([...read("server/http/metrics.ts").matchAll(/name: "(desk_\w+)"/g)].map(([, name]) => name));
    expect(new Set([...page.matchAll(/`(desk_\w+)`/g)].map(([, name]) => name))).toEqual(metrics);
    const run = [...page.matchAll(/npm run (?:--silent )?([a-z:]+)/g)].map(([, script]) => script ?? "");
    expect(run.filter((script) => !(script in scripts))).toEqual([]);
  });
});
