import { displayLine } from "@/lib/display-text";

let names: Intl.DisplayNames | undefined;

/** `UA` → "Ukraine"; what is no two-letter code is given back, made safe to show. */
export function countryName(code: string): string {
  const shown = displayLine(code, 40);
  if (!/^[A-Za-z]{2}$/.test(shown)) return shown;
  names ??= new Intl.DisplayNames("en", { type: "region" });
  return names.of(shown.toUpperCase()) ?? shown;
}
