/** A JSON Schema as far as this module looks into it. */
export type Schema = Record<string, unknown>;
export type Schemas = Record<string, Schema>;

const isSchema = (value: unknown): value is Schema => typeof value === "object" && value !== null && !Array.isArray(value);
const listOf = (value: unknown): Schema[] => (Array.isArray(value) ? value.filter(isSchema) : []);

export const refName = (schema: Schema): string | undefined =>
  typeof schema["$ref"] === "string" ? schema["$ref"].replace("#/components/schemas/", "") : undefined;

/**
 * The contract's schemas as the tests use them: closed, and with `$ref`s into `$defs`.
 * - An object that names its properties takes no others, unless it says `additionalProperties`.
 * - A union of resources is decided by `type` alone, so that a broken known kind does not pass as an unknown one.
 * - With `sparse`, attributes and relationships may be missing, as `fields` asks for.
 */
export function closedSchemas(schemas: Schemas, { sparse }: { sparse: boolean }): Schemas {
  const parts = namesUsedInAllOf(schemas);
  const close = (schema: Schema, isPart: boolean, mayLack: boolean): Schema => {
    const union = resourceUnion(schema, schemas);
    if (union) return union;
    const closed: Schema = {};
    for (const [key, value] of Object.entries(schema)) {
      if (key === "$ref") {
        closed[key] = String(value).replace("#/components/schemas/", "#/$defs/");
      } else if (key === "required" && mayLack) {
        continue;
      } else if (key === "properties" && isSchema(value)) {
        closed[key] = mapSchemas(value, (inner) => close(inner, false, false));
      } else if (key === "allOf") {
        closed[key] = listOf(value).map((inner) => close(inner, true, mayLack));
      } else if (Array.isArray(value) && (key === "anyOf" || key === "oneOf")) {
        closed[key] = listOf(value).map((inner) => close(inner, false, mayLack));
      } else if (isSchema(value) && key !== "const") {
        closed[key] = close(value, false, false);
      } else {
        closed[key] = value;
      }
    }
    const isObject = "properties" in schema || "allOf" in schema;
    if (isObject && !isPart && !("additionalProperties" in schema)) closed["unevaluatedProperties"] = false;
    return closed;
  };
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      name,
      close(schema, parts.has(name), sparse && /(?:Attributes|Relationships)$/.test(name)),
    ]),
  );
}

function mapSchemas(schemas: Schema, map: (schema: Schema) => Schema): Schema {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, isSchema(schema) ? map(schema) : schema]));
}

/** Schemas that are parts of others by `allOf`: closing them would forbid the other parts. */
function namesUsedInAllOf(schemas: Schemas): Set<string> {
  const names = Object.values(schemas).flatMap((schema) => listOf(schema["allOf"]).map(refName));
  return new Set(names.filter((name) => name !== undefined));
}

/** `if type is … then … else …` for a union whose members, seen through unions inside it, all have a `type`; else undefined. */
function resourceUnion(schema: Schema, schemas: Schemas): Schema | undefined {
  const members = listOf(schema["anyOf"]).flatMap((member) => leavesOf(member, schemas));
  const kinds = members.map((name) => ({ name, type: typeOf(schemas[name]) }));
  if (kinds.length === 0 || kinds.some(({ type }) => type === undefined)) return undefined;
  const byOpenness = kinds.toSorted((a, b) => openness(a.type) - openness(b.type));
  return byOpenness.reduceRight<Schema>(
    (otherwise, { name, type }) => ({
      if: { type: "object", required: ["type"], properties: { type } },
      // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema; nobody awaits a schema
      then: { $ref: `#/$defs/${name}` },
      else: otherwise,
    }),
    { type: "object", required: ["type"], properties: { type: { const: "of a kind this union admits" } } },
  );
}

function leavesOf(member: Schema, schemas: Schemas): string[] {
  const name = refName(member);
  if (name === undefined) return ["(inline)"];
  const inner = listOf(schemas[name]?.["anyOf"]);
  return inner.length > 0 ? inner.flatMap((schema) => leavesOf(schema, schemas)) : [name];
}

function typeOf(schema: Schema | undefined): Schema | undefined {
  const properties = schema?.["properties"];
  return isSchema(properties) && isSchema(properties["type"]) ? properties["type"] : undefined;
}

/** Exact types are asked first, families by pattern next, any type last. */
const openness = (type: Schema | undefined) => (type && "const" in type ? 0 : type && "pattern" in type ? 1 : 2);
