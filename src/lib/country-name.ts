import { displayLine } from "@/lib/display-text";

const names = new Intl.DisplayNames("en", { type: "region" });

/** `UA` → "Ukraine"; what is no two-letter code is given back, made safe to show. */
export function countryName(code: string): string {
  const shown = displayLine(code, 40);
  return /^[A-Za-z]{2}$/.test(shown) ? (names.of(shown.toUpperCase()) ?? shown) : shown;
}
