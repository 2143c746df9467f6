/**
 * A part of an address as a trimmed text, when it is one and looks as it must; undefined otherwise, so that an address written by
 * hand never breaks a page. Plain code instead of a schema library: it runs before any page can be shown.
 * @param isValid a pattern, or a test of the trimmed text
 */
export function searchPart(value: unknown, isValid: RegExp | ((text: string) => boolean)): string | undefined {
  if (typeof value !== "string") return undefined;
  const text = value.trim();
  const valid = typeof isValid === "function" ? isValid(text) : isValid.test(text);
  return valid ? text : undefined;
}
