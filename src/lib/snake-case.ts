/** A word of an enumeration as an API spells it, whatever the case and what stands between its parts: "Needs Review" → `needs_review`. */
export const snakeCase = (text: string): string =>
  text
    .trim()
    .replaceAll(/([a-z])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, "_");
