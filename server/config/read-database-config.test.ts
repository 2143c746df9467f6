import { expect, it } from "vitest";
import { readDatabaseConfig } from "./read-database-config";

it("needs nothing but where the database is", () => {
  const url = "postgres://desk:pw@db:5432/desk";
  expect(readDatabaseConfig({ DATABASE_URL: url, OIDC_ISSUER: "wrong", PERSONA_API_KEY_FILE: "/nowhere" })).toEqual({
    kind: "postgres",
    url,
    migrationUrl: undefined,
  });
  expect(readDatabaseConfig({ DATABASE_DIRECTORY: "/var/desk" })).toEqual({ kind: "embedded", directory: "/var/desk" });
  expect(readDatabaseConfig({ DATABASE_URL: " " })).toEqual({ kind: "embedded", directory: "./data" });
});

it.each([
  ["sslmode=require", "sslmode=verify-full"],
  ["application_name=require&sslmode=prefer&sslrootcert=/ca.pem", "application_name=require&sslmode=verify-full&sslrootcert=/ca.pem"],
  ["sslmode=verify-ca", "sslmode=verify-full"],
  ["sslmode=verify-full", "sslmode=verify-full"],
  ["sslmode=disable", "sslmode=disable"],
  ["uselibpqcompat=true&sslmode=require", "uselibpqcompat=true&sslmode=require"],
])("reads the mode of TLS as the driver means it, which warns of nothing then: %s", (given, meant) => {
  const url = "postgres://desk:pw@db:5432/desk?";
  expect(readDatabaseConfig({ DATABASE_URL: url + given, DATABASE_MIGRATION_URL: url + given })).toEqual({
    kind: "postgres",
    url: url + meant,
    migrationUrl: url + meant,
  });
});

it.each<[Record<string, string>, string]>([
  [{ DATABASE_URL: "mysql://secret" }, "DATABASE_URL: is wrong"],
  [{ DATABASE_URL: "postgres://desk@db/desk", DATABASE_DIRECTORY: "/var/desk" }, "DATABASE_DIRECTORY: give it or DATABASE_URL"],
  [{ DATABASE_URL_FILE: "/nowhere/secret" }, "DATABASE_URL_FILE: the file cannot be read"],
  [{ DATABASE_MIGRATION_URL: "postgres://desk@db/desk" }, "DATABASE_MIGRATION_URL: needs DATABASE_URL"],
])("names the variable that is wrong, and not its value: %j", (env, problem) => {
  expect(() => readDatabaseConfig(env)).toThrow(problem);
  expect(() => readDatabaseConfig(env)).not.toThrow(/secret/);
});
