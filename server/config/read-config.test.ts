import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { readConfig } from "./read-config";
import { secretNames } from "./secret-files";

const key = "persona_sandbox_3f2a";
const least = { PUBLIC_URL: "http://localhost:8080", SIGN_IN: "development", PERSONA_API_KEY: key, PERSONA_WEBHOOK_SECRET: "wbhsec_1" };
const oidc = {
  PUBLIC_URL: "https://desk.example.com",
  OIDC_ISSUER: "https://login.example.com/realms/staff",
  OIDC_CLIENT_ID: "inquiry-desk",
  OIDC_ROLES: "desk-leads=lead, cn=reviewers;ou=desk=reviewer",
  PERSONA_API_KEY: "persona_production_9",
  PERSONA_WEBHOOK_SECRET: "",
  PERSONA_WEBHOOK_SECRETS: "wbhsec_1, wbhsec_2",
  DATABASE_URL: "postgres://desk:pw@db:5432/desk",
};

function problemsOf(env: Record<string, string>): string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    return String(error)
      .split("\n")
      .slice(1)
      .map((line) => line.trim());
  }
}

describe("the configuration", () => {
  it("needs four variables for a try on one's own machine", () => {
    expect(readConfig(least)).toMatchObject({
      listen: { host: "127.0.0.1", port: 8080 },
      metrics: { host: "127.0.0.1", port: 9464 },
      signIn: { kind: "development" },
      session: { idleSeconds: 1800, absoluteSeconds: 43_200, warnSeconds: 120 },
      database: { kind: "embedded", directory: "./data" },
      persona: { apiUrl: "https://api.withpersona.com/api/v1", environment: "sandbox", webhookSecrets: ["wbhsec_1"], callsPerMinute: 300 },
    });
    for (const name of ["PUBLIC_URL", "PERSONA_API_KEY"]) expect(problemsOf({ ...least, [name]: "" })[0]).toMatch(`${name}: is missing`);
  });

  it("reads a deployment with an identity provider and PostgreSQL", () => {
    const config = readConfig({ ...oidc, TRUSTED_PROXIES: "10.0.0.0/8, ::1", METRICS_PORT: "off", OIDC_ROLE_CLAIM: "realm_access.roles" });
    expect(config.signIn).toEqual({
      kind: "oidc",
      issuer: new URL(oidc.OIDC_ISSUER),
      clientId: "inquiry-desk",
      clientSecret: undefined,
      scopes: "openid profile email",
      roleClaim: "realm_access.roles",
      roles: new Map([
        ["desk-leads", "lead"],
        ["cn=reviewers;ou=desk", "reviewer"],
      ]),
    });
    expect(config).toMatchObject({
      metrics: undefined,
      trustedProxies: ["10.0.0.0/8", "::1"],
      persona: { environment: "production", webhookSecrets: ["wbhsec_1", "wbhsec_2"] },
      database: { kind: "postgres", url: oidc.DATABASE_URL, migrationUrl: undefined },
    });
  });

  it("takes Persona's address without its last slash, and the simulator for a demo", () => {
    const config = readConfig({ ...least, PERSONA_API_URL: "http://127.0.0.1:8787/api/v1/", DESK_ENVIRONMENT: "demo" });
    expect(config.persona).toMatchObject({ apiUrl: "http://127.0.0.1:8787/api/v1", environment: "demo" });
  });

  it("asks for the newest version of Persona's API that the desk knows, or for the one before", () => {
    expect(readConfig(least).persona.version).toBe("2026-09-29");
    expect(readConfig({ ...least, PERSONA_VERSION: "2025-12-08" }).persona.version).toBe("2025-12-08");
    expect(problemsOf({ ...least, PERSONA_VERSION: "2025-10-27" })).toEqual([
      "PERSONA_VERSION: is wrong; expected 2026-09-29 or 2025-12-08",
    ]);
  });

  it("keeps the embedded database in memory when told so", () => {
    expect(readConfig({ ...least, DATABASE_DIRECTORY: "memory" }).database).toEqual({ kind: "embedded", directory: undefined });
  });

  it("names every problem at once", () => {
    const names = problemsOf({ PORT: "99999", DATABASE_URL: "mysql://x", OIDC_CLIENTID: "a" }).map((line) => line.split(":")[0]);
    expect(names).toEqual(
      expect.arrayContaining([
        "PUBLIC_URL",
        "PORT",
        "PERSONA_API_KEY",
        "DATABASE_URL",
        "OIDC_ISSUER",
        "OIDC_CLIENT_ID",
        "OIDC_ROLES",
        "OIDC_CLIENTID",
      ]),
    );
    expect(names).toContain("PERSONA_WEBHOOK_SECRETS");
    expect(new Set(names).size).toBe(names.length);
  });

  it.each<[Record<string, string>, string]>([
    [{ PUBLIC_URL: "http://desk.example.com" }, "PUBLIC_URL: is wrong"],
    [{ PUBLIC_URL: "https://desk.example.com/desk" }, "PUBLIC_URL: is wrong"],
    [{ PUBLIC_URL: "https://u:p@desk.example.com" }, "PUBLIC_URL: is wrong"],
    [{ PUBLIC_URL: "http://127.0.0.1.evil.example" }, "PUBLIC_URL: is wrong"],
    [{ PUBLIC_URL: "desk.example.com" }, "PUBLIC_URL: is wrong"],
    [{ PUBLIC_URL: "https://desk.example.com" }, "SIGN_IN: development"],
    [{ PERSONA_API_KEY: "persona_production_1" }, "SIGN_IN: development"],
    [{ PERSONA_API_KEY: "sk_live_1" }, "PERSONA_API_KEY: is wrong"],
    [{ PERSONA_API_KEY: "persona_sandbox_a b" }, "PERSONA_API_KEY: is wrong"],
    [{ PERSONA_API_URL: "http://api.withpersona.com/api/v1" }, "PERSONA_API_URL: is wrong"],
    [{ PERSONA_WEBHOOK_SECRETS: "a" }, "PERSONA_WEBHOOK_SECRET: give it or"],
    [{ PERSONA_WEBHOOK_SECRET: "" }, "PERSONA_WEBHOOK_SECRETS: is missing"],
    [{ PERSONA_FILE_ORIGINS: "https://files.withpersona.com/a" }, "PERSONA_FILE_ORIGINS: is wrong"],
    [{ PERSONA_FILE_ORIGINS: "https://*.withpersona.com; script-src *" }, "PERSONA_FILE_ORIGINS: is wrong"],
    [{ PERSONA_KEY_PERMISSIONS: "inquiry" }, "PERSONA_KEY_PERMISSIONS: is wrong"],
    [{ DESK_ENVIRONMENT: "production" }, "DESK_ENVIRONMENT: is wrong"],
    [{ SIGN_IN: "none" }, "SIGN_IN: is wrong"],
    [{ ...oidc, SIGN_IN: "oidc", OIDC_ISSUER: "http://login.example.com" }, "OIDC_ISSUER: is wrong"],
    [{ ...oidc, SIGN_IN: "oidc", OIDC_ROLES: "desk-leads=boss" }, "OIDC_ROLES: is wrong"],
    [{ ...oidc, SIGN_IN: "oidc", OIDC_ROLES: "lead" }, "OIDC_ROLES: is wrong"],
    [{ ...oidc, SIGN_IN: "oidc", OIDC_SCOPES: "profile" }, "OIDC_SCOPES: is wrong"],
    [{ DATABASE_URL: "postgres://db/desk", DATABASE_DIRECTORY: "./data" }, "DATABASE_DIRECTORY: give it or"],
    [{ DATABASE_MIGRATION_URL: "postgres://db/desk" }, "DATABASE_MIGRATION_URL: needs"],
    [{ SESSION_IDLE_MINUTES: "5", SESSION_WARN_SECONDS: "300" }, "SESSION_WARN_SECONDS: must be"],
    [{ SESSION_IDLE_MINUTES: "120", SESSION_ABSOLUTE_HOURS: "1" }, "SESSION_IDLE_MINUTES: must not"],
    [{ SESSION_IDLE_MINUTES: "30.5" }, "SESSION_IDLE_MINUTES: is wrong"],
    [{ PORT: "-1" }, "PORT: is wrong"],
    [{ METRICS_PORT: "8080" }, "METRICS_PORT: must not"],
    [{ TRUSTED_PROXIES: "10.0.0.0/33" }, "TRUSTED_PROXIES: is wrong"],
    [{ TRUSTED_PROXIES: "everybody" }, "TRUSTED_PROXIES: is wrong"],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL: is wrong"],
    [{ PERSONA_WEBHOOK_SECERT: "a" }, "PERSONA_WEBHOOK_SECERT: is not a variable"],
  ])("%j is refused", (more, line) => {
    const problems = problemsOf({ ...least, ...more });
    expect(problems.map((problem) => problem.slice(0, line.length))).toEqual([line]);
  });

  it("asks for an identity provider unless told otherwise", () => {
    const names = problemsOf({ ...least, SIGN_IN: "" }).map((line) => line.split(":")[0]);
    expect(names).toEqual(["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_ROLES"]);
  });

  it("lets variables of others alone", () => {
    expect(problemsOf({ ...least, SESSION_MANAGER: "local/x", PATH: "/bin", NODE_ENV: "production", XDG_SESSION_ID: "1" })).toEqual([]);
  });

  it("never repeats a value", () => {
    const secrets = {
      PERSONA_API_KEY: "sk_secret-1",
      PERSONA_WEBHOOK_SECRET: "secret-2 x",
      OIDC_CLIENT_SECRET: "secret-3",
      DATABASE_URL: "mysql://u:secret-4@db",
      OIDC_ROLES: "secret-5",
      OIDC_CLIENTSECRET: "secret-6",
      PUBLIC_URL: "https://u:secret-7@desk.example.com",
    };
    expect(problemsOf(secrets).join("\n")).not.toContain("secret-");
    expect(problemsOf(secrets).length).toBeGreaterThan(5);
  });
});

describe("secrets in files", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "desk-secrets-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
  });
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const { PERSONA_API_KEY: _, PERSONA_WEBHOOK_SECRET: __, ...rest } = least;

  it("stand for the variables, without the line break at their end", () => {
    const config = readConfig({
      ...rest,
      PERSONA_API_KEY_FILE: file("key", `${key}\n`),
      PERSONA_WEBHOOK_SECRETS_FILE: file("webhooks", "wbhsec_1,wbhsec_2\n"),
      DATABASE_URL_FILE: file("database", "postgres://desk:pw@db:5432/desk\n"),
      DATABASE_MIGRATION_URL_FILE: file("owner", "postgres://owner:pw@db:5432/desk"),
    });
    expect(config).toMatchObject({
      persona: { apiKey: key, webhookSecrets: ["wbhsec_1", "wbhsec_2"] },
      database: { kind: "postgres", url: "postgres://desk:pw@db:5432/desk", migrationUrl: "postgres://owner:pw@db:5432/desk" },
    });
    const signIn = { ...oidc, OIDC_CLIENT_SECRET_FILE: file("client", " s3cret \r\n") };
    expect(readConfig(signIn).signIn).toMatchObject({ clientSecret: "s3cret" });
  });

  it.each(secretNames)("%s and its file are not given together", (name) => {
    const problems = problemsOf({ ...oidc, [name]: "hidden", [`${name}_FILE`]: file("any", "hidden") });
    expect(problems).toContain(`${name}_FILE: give it or ${name}, not both`);
    expect(problems.join()).not.toContain("hidden");
  });

  it("that are empty, or not there, are named by their variable alone", () => {
    const given = { ...rest, PERSONA_API_KEY_FILE: join(folder, "none"), PERSONA_WEBHOOK_SECRET_FILE: file("empty", "\n") };
    expect(problemsOf(given)).toEqual(
      expect.arrayContaining(["PERSONA_API_KEY_FILE: the file cannot be read (ENOENT)", "PERSONA_WEBHOOK_SECRET_FILE: the file is empty"]),
    );
    expect(problemsOf(given).join()).not.toContain("PERSONA_API_KEY: is missing");
  });

  it("are files of secrets alone", () => {
    expect(problemsOf({ ...least, PERSONA_API_URL_FILE: file("any", "x") })).toEqual([
      "PERSONA_API_URL_FILE: is not a variable of this server",
    ]);
  });
});

it.each([
  "postgres://desk:pw@one:5432,two:5432/desk",
  "postgres://desk:pw@one,two/desk",
  "postgres://desk:pw@one,two:5432/desk",
  "postgres://desk:pw@/desk?host=one,two",
])("a list of database hosts is refused: %s", (url) => {
  const [problem] = problemsOf({ ...least, DATABASE_URL: url });
  expect(problem).toMatch(/^DATABASE_URL: is wrong; expected a PostgreSQL address of one host/);
});
