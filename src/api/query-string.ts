/** Letters that may stand in a query as they are; Persona separates values by commas and its times hold colons. */
const encode = (value: unknown) => encodeURIComponent(String(value)).replaceAll("%2C", ",").replaceAll("%3A", ":");

/**
 * Query string of an operation's `query`, in the style of the contract: objects as
 * `name[key]=value` (deepObject), lists comma-separated. Leaves out what is undefined, null or an empty list.
 * `{ page: { size: 10 }, include: "a,b" }` → `page[size]=10&include=a,b`
 */
export function serializeQuery(query: Record<string, unknown>): string {
  const pairs: string[] = [];
  const add = (name: string, value: unknown) => {
    if (value === undefined || value === null) return;
    if (Array.isArray(value)) {
      if (value.length > 0) pairs.push(`${name}=${value.map(encode).join(",")}`);
    } else if (typeof value === "object") {
      for (const [key, inner] of Object.entries(value)) add(`${name}[${encode(key)}]`, inner);
    } else {
      pairs.push(`${name}=${encode(value)}`);
    }
  };
  for (const [name, value] of Object.entries(query)) add(name, value);
  return pairs.join("&");
}
