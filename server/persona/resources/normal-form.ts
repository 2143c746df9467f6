/**
 * Persona's JSON in one form, whatever key inflection it came in: kebab-case (Persona's default, and what webhooks carry unless they are set
 * up otherwise), snake_case or camelCase. Names of attributes, relationships and of what is in `meta` become camelCase; what holds one
 * resource or many (`data`, `included`, a relationship's `data`) becomes a list. Everything else is as it came: a field of a template keeps
 * its name. Nothing is judged here; schemas.ts does.
 */
export function normalDocument(value: unknown): unknown {
  if (!isJsonObject(value)) return value;
  const { data, included, errors, meta } = value;
  return {
    ...value,
    data: listOf(data).map(normalResource),
    included: listOf(included).map(normalResource),
    errors: listOf(errors),
    ...(meta !== undefined && { meta: camelKeys(meta) }),
  };
}

/** The same of one resource. */
export function normalResource(value: unknown): unknown {
  if (!isJsonObject(value)) return value;
  const { attributes, relationships } = value;
  return {
    ...value,
    ...(attributes !== undefined && { attributes: camelKeys(attributes) }),
    ...(relationships !== undefined && { relationships: mapped(camelKeys(relationships), normalRelationship) }),
  };
}

/** The same of what a webhook posts: a document about one event, whose payload is a document again. */
export function normalEvent(value: unknown): unknown {
  const data = isJsonObject(value) ? normalResource(value["data"]) : undefined;
  if (!isJsonObject(value) || !isJsonObject(data) || !isJsonObject(data["attributes"])) return value;
  const { payload } = data["attributes"];
  return {
    ...value,
    data: { ...data, attributes: { ...data["attributes"], ...(payload !== undefined && { payload: normalDocument(payload) }) } },
  };
}

const normalRelationship = (value: unknown) => (isJsonObject(value) ? { ...value, data: listOf(value["data"], mostRelated) } : value);

/** More than a page has by far: reading ends somewhere, whatever comes. */
const longestList = 5_000;
const mostRelated = 100;

const listOf = (value: unknown, most = longestList): unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value.slice(0, most) : [value];

/** Of a name that comes in two spellings, camelCase counts. */
function camelKeys(value: unknown): unknown {
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value);
  const [respelt, kept] = [entries.filter(([key]) => camel(key) !== key), entries.filter(([key]) => camel(key) === key)];
  return Object.fromEntries([...respelt.map(([key, inner]) => [camel(key), inner] as const), ...kept]);
}

const camel = (key: string) => key.replaceAll(/[-_]([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const mapped = (value: unknown, change: (inner: unknown) => unknown): unknown =>
  isJsonObject(value)
    ? Object.fromEntries(
        Object.entries(value)
          .slice(0, mostRelated)
          .map(([key, inner]) => [key, change(inner)]),
      )
    : value;

/** The same of every name within, whatever it holds: for what has no names of a template's, as the records of a report. */
export function camelWithin(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelWithin);
  return isJsonObject(value)
    ? Object.fromEntries(Object.entries(camelKeys(value) ?? {}).map(([key, inner]) => [key, camelWithin(inner)]))
    : value;
}

const isJsonObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
