import { displayLine } from "@/lib/display-text";

const capitals = new Map(
  [
    "ID",
    "MRZ",
    "NFC",
    "AAMVA",
    "PO",
    "SSN",
    "TIN",
    "VAT",
    "IP",
    "URL",
    "QES",
    "PDF",
    "JPEG",
    "API",
    "HTTP",
    "SDK",
    "JP",
    "OS",
    "VPN",
    "GPS",
    "QR",
    "SMS",
  ].map((word) => [word.toLowerCase(), word]),
);

/**
 * A machine name as words: `id_mrz_detection` → "ID MRZ detection", `database-tin` → "Database TIN", `nameFirst` → "Name first".
 * Never empty: an unreadable name gives "Unnamed".
 */
export function humanize(name: unknown): string {
  if (typeof name !== "string") return "Unnamed";
  const words = displayLine(name, 80)
    .replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .split(/[\s_./-]+/)
    .filter((word) => word !== "")
    .map((word) => capitals.get(word.toLowerCase()) ?? word.toLowerCase());
  const text = words.join(" ");
  return text === "" ? "Unnamed" : text.charAt(0).toUpperCase() + text.slice(1);
}
