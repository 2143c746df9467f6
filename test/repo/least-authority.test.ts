import { expect, it } from "vitest";
import { isGenerated, read, typescriptIn } from "@test/support/source-files";
import { letThrough } from "@mocks/desk/let-through";
import { operations } from "@server/persona/operations.gen";
import { proxiedOperations, writtenAttributes } from "@server/persona/proxied-operations";

const sources = typescriptIn("src")
  .filter((file) => !isGenerated(file) && !/\.test\.tsx?$/.test(file))
  .map(read);

/** The functions of Persona's generated client that a module imports under their names. */
const imported = (source: string) =>
  [...source.matchAll(/import\s+(?:type\s+)?\{([^}]*)\}\s+from\s+"[^"]*\/generated\/persona\/sdk\.gen"/g)].flatMap(([, names = ""]) =>
    names.split(",").flatMap((name) => /^\s*(\w+)/.exec(name)?.[1] ?? []),
  );
/** Another way to the client than by name would hide what is called. */
const hidden = (source: string) =>
  /import\s+(?!(?:type\s+)?\{)[^;]*generated\/persona\/sdk\.gen|import\("[^"]*persona\/sdk\.gen|export[^;]*persona\/sdk\.gen/.test(source);

const differences = (listed: readonly string[], called: ReadonlySet<string>) => ({
  withoutCaller: listed.filter((name) => !called.has(name)),
  unlisted: [...called].filter((name) => !listed.includes(name)),
});

const called = new Set(sources.flatMap(imported));
const listed: readonly string[] = proxiedOperations;

it("an operation is let through exactly when the application calls it", () => {
  expect(called.size).toBeGreaterThan(12);
  expect(differences(listed, called)).toEqual({ withoutCaller: [], unlisted: [] });
});

it("the simulated desk lets through what the server does", () => {
  expect(letThrough).toEqual(listed);
});

it("a call that is not listed, and a listed one that nobody calls, are noticed", () => {
  const planted = `import {\n  redactAnInquiry,\n  retrieveAnInquiry as retrieve,\n} from "../generated/persona/sdk.gen";`;
  expect(imported(planted)).toEqual(["redactAnInquiry", "retrieveAnInquiry"]);
  expect(differences(listed, new Set([...called, ...imported(planted)]))).toMatchObject({ unlisted: ["redactAnInquiry"] });
  expect(differences([...listed, "redactAnInquiry"], called)).toEqual({ withoutCaller: ["redactAnInquiry"], unlisted: [] });
});

it("nothing of the client is called by another way than by name", () => {
  expect(sources.filter(hidden)).toEqual([]);
  expect(hidden('import * as persona from "@/api/generated/persona/sdk.gen";')).toBe(true);
  expect(hidden('const client = await import("./generated/persona/sdk.gen");')).toBe(true);
});

it("what changes a resource by attributes is let through for named attributes only", () => {
  const updates = operations.filter(({ method }) => method === "PATCH").map(({ operation }) => operation);
  expect(Object.keys(writtenAttributes).toSorted()).toEqual(updates.toSorted());
  const used = updates.filter((name) => listed.includes(name));
  expect(used.filter((name) => (writtenAttributes[name] ?? []).length === 0)).toEqual([]);
});
