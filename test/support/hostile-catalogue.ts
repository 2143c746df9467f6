import { isRecord } from "@/lib/read";
import { createRandom } from "@mocks/world/core/random";
import {
  dropped,
  eachAttribute,
  eachFieldKey,
  eachRelationship,
  eachResource,
  eachText,
  firstResource,
  type Json,
  rewritten,
  type Spoil,
} from "@test/support/hostile-answers";

export const markup = `"'><img src=x onerror="document.title='owned'"><script>document.title='owned'</script><a href="javascript:void 0">`;
const script = "javascript:document.title='owned'";
const reordering = "evil\u202Egnp\u202C.exe\u2066\u200B\u00AD\uFEFF";
const megabyte = "A".repeat(1_000_000);

const oddRelationships: Json[] = [
  null,
  "inq_1",
  [],
  {},
  { data: "inq_1" },
  { data: [null, 5, { type: "account" }] },
  { data: { type: null, id: 3 } },
];

/** Words where Persona keeps its lists open: more may come at any time. */
const openWords = [
  "status",
  "name",
  "requirement",
  "creator",
  "accountStatus",
  "accountTypeName",
  "idClass",
  "captureMethod",
  "deviceType",
];

/** What an answer may be made of against all promises, by name. */
export const spoils = {
  "resources of a type and an ID alone": eachResource(({ type, id }) => ({ type, id })),
  "attributes and relationships that are null": eachResource(({ type, id }) => ({ type, id, attributes: null, relationships: null })),
  "every attribute null": eachAttribute(() => null),
  "every attribute a number": eachAttribute(() => 7),
  "every attribute true": eachAttribute(() => true),
  "every attribute a list": eachAttribute(() => [null, 7, {}, ["x"]]),
  "every attribute an object": eachAttribute(() => ({ toString: "x", type: 7, value: { value: [] } })),
  "every innermost value null": eachAttribute((value) => (isRecord(value) || Array.isArray(value) ? value : null)),
  "numbers where texts belong": eachText(() => -1e99),
  "texts where numbers belong": eachAttribute((value) => (typeof value === "number" || typeof value === "boolean" ? "many" : value)),
  "empty texts": eachText(() => ""),
  "times that are none": eachText((text) => (/^\d{4}-/.test(text) ? "2026-13-45T99:61:00Z" : text)),
  "times far away": eachText((text) => (/^\d{4}-/.test(text) ? "+275760-09-13T00:00:00.000Z" : text)),
  "words that nobody has documented": eachText((text, key) => (openWords.includes(key) ? "frobnicated" : text)),
  "types that nobody has documented": (body) =>
    rewritten(body, (value, key) => (key === "type" && typeof value === "string" ? value.replace(/\/.*/, "/of-tomorrow") : value)),
  "markup in every text": eachText(() => markup),
  "markup as keys": eachAttribute((value, key) =>
    isRecord(value) && key !== "" ? { [markup]: { type: "string", value: markup }, ...value } : value,
  ),
  "addresses that run code": eachText((text, key) => (/url|uri|link|file|photo/i.test(key) ? script : text)),
  "files at addresses that run code": eachAttribute((value, key) =>
    key === "fields" && isRecord(value)
      ? { ...value, "id-front": { type: "file", value: { filename: markup, byteSize: 3, url: script } } }
      : value,
  ),
  "code in every text": eachText(() => script),
  "characters that reorder in every text": eachText(() => reordering),
  "texts of a megabyte": firstResource(
    eachText((text, key) => (/^(status|referenceId|note|name|value|countryCode|creator)$/.test(key) ? megabyte : text)),
  ),
  "field keys in snake case": eachFieldKey((key) => key.replaceAll("-", "_")),
  "field keys in camel case": eachFieldKey((key) => key.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())),
  "field keys that objects have themselves": eachFieldKey((key) => (key === "name-first" ? "__proto__" : `constructor-${key}`)),
  "everything twice": twice,
  "no IDs": eachResource((resource) => ({ ...resource, id: null })),
  "nothing included": (body) => without(body, "included"),
  "included that is no list": (body) => replaced(body, "included", { type: "account", id: "act_1" }),
  "included of odd things": (body) => replaced(body, "included", [null, 3, "x", [], {}, { type: "account" }, { type: 3, id: 4 }]),
  "data that is null": (body) => replaced(body, "data", null),
  "data that is an empty object": (body) => replaced(body, "data", {}),
  "data that is an empty list": (body) => replaced(body, "data", []),
  "data of odd things": (body) => replaced(body, "data", [null, 3, "x", [], {}]),
  "no data": (body) => without(body, "data"),
  "links that lead elsewhere": (body) => replaced(body, "links", { next: script, prev: "//evil.example/?page[before]=x" }),
  "links that are none": (body) => replaced(body, "links", { next: 5, prev: {} }),
  "no links": (body) => without(body, "links"),
  "a list as answer": () => [],
  ...Object.fromEntries(
    [0, 1, 2].map((first) => [`odd relationships, from the ${first}. on`, oddlyRelated(first)] satisfies [string, Spoil]),
  ),
  ...Object.fromEntries([1, 2, 3, 4, 5].map((seed) => [`nonsense here and there, seed ${seed}`, nonsense(seed)] satisfies [string, Spoil])),
} satisfies Record<string, Spoil>;

/** An answer with another value under a key it has. */
export const replaced = (body: Json, key: string, value: Json): Json => (isRecord(body) && key in body ? { ...body, [key]: value } : body);
const without = (body: Json, key: string): Json => rewritten(body, (value, name) => (name === key ? dropped : value));

/** Each relationship is another of the odd ones, in turn. */
function oddlyRelated(first: number): Spoil {
  return (body) => {
    let next = first;
    return eachRelationship(() => oddRelationships[next++ % oddRelationships.length])(body);
  };
}

function twice(body: Json): Json {
  if (Array.isArray(body)) return body.flatMap((item: Json) => [twice(item), twice(item)]);
  return isRecord(body) ? Object.fromEntries(Object.entries(body).map(([key, value]) => [key, twice(value)])) : body;
}

/** Takes away or replaces about an eighth of all there is below the resources, always the same for a seed. */
function nonsense(seed: number): Spoil {
  const odd: Json[] = [dropped, dropped, null, null, 7, -1e99, "", "x", true, [], {}, [null], { data: 1 }];
  return (body) => {
    const random = createRandom(`nonsense ${seed}`);
    return eachResource(({ attributes, relationships, ...rest }) => ({
      ...rest,
      attributes: rewritten(attributes, spoilt),
      relationships: rewritten(relationships, spoilt),
    }))(body);
    function spoilt(value: Json, key: string): Json {
      return key !== "" && random.chance(0.125) ? random.pick(odd) : value;
    }
  };
}
