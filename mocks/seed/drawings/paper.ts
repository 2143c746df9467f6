import { type Country, countryOf } from "../countries";
import { birthdateOf, expirationDateOf, issueDateOf, type Printed } from "../printed";
import { drawFace } from "./face";
import { faceTraits } from "./face-traits";
import { guilloche } from "./pattern";
import { textAt, xml } from "./xml";

/** All that a drawing needs to know: whose paper, seen on which day. */
export type Paper = {
  printed: Printed;
  country: Country;
  /** ISO date. */
  today: string;
  /** ISO dates. */
  birthdate: string;
  expirationDate: string;
  issueDate: string;
};

/** Gathers what is printed; `lapsed` gives the paper a date of expiry in the year before `today`. */
export function paperOf(printed: Printed, today: string, lapsed: boolean): Paper {
  const shown = lapsed && printed.expiresInYears >= 0 ? { ...printed, expiresInYears: -1 } : printed;
  return {
    printed: shown,
    country: countryOf(shown.country),
    today,
    birthdate: birthdateOf(shown, today),
    expirationDate: expirationDateOf(shown, today),
    issueDate: issueDateOf(shown, today),
  };
}

/** `14 MAY 1991`, as papers print dates. */
export function printedDate(iso: string): string {
  const [year = "", month = "", day = ""] = iso.split("-");
  const names = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
  return `${day} ${names[Number(month) - 1] ?? month} ${year}`;
}

/** The Latin name, followed by the one in the country's own script when there is one. */
export function bothScripts(latin: string, native: string | undefined): string {
  return native === undefined ? latin.toLocaleUpperCase("en") : `${native}  ${latin.toLocaleUpperCase("en")}`;
}

/** Label in small type above its value. */
export function labelled(x: number, y: number, label: string, value: string, ink: string, width: number, size = 21): string {
  return (
    textAt(x, y, label, { size: 10.5, fill: ink, weight: 600, spacing: 0.4 }) + textAt(x, y + size + 3, value, { size, weight: 600, width })
  );
}

/** Width of every document drawing, and the height of the landscape ones. */
export const width = 800;
export const height = 500;

/** The ground every card shares: tint, guilloche, and the word that keeps anybody from mistaking it for a real one. */
export function ground(paper: Paper, seed: string): string {
  const { country } = paper;
  return [
    `<defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="${country.ground}"/><stop offset=".55" stop-color="${country.second}"/><stop offset="1" stop-color="${country.ground}"/></linearGradient>`,
    // One head, drawn once, used for the portrait and for its ghost.
    `<symbol id="f" viewBox="0 0 400 500">${drawFace(faceTraits(paper.printed.face, paper.printed.sex, paper.printed.born.yearsAgo), "center", "#39424f", false)}</symbol></defs>`,
    `<rect width="${width}" height="${height}" fill="url(#g)"/>`,
    guilloche(seed, country.ink, width, height),
    `<text x="420" y="330" font-size="86" font-weight="800" fill="${country.ink}" opacity=".07" text-anchor="middle" letter-spacing="12" font-family="system-ui,sans-serif" transform="rotate(-14 420 330)">SPECIMEN</text>`,
  ].join("");
}

/** The portrait in its frame. */
export function portraitAt(x: number, y: number, w: number, backdrop = "#eef1f4"): string {
  const h = Math.round(w * 1.25);
  return `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="6" fill="${backdrop}"/><svg x="${x}" y="${y}" width="${w}" height="${h}" viewBox="0 0 400 500"><use href="#f" width="400" height="500"/></svg>`;
}

/** The faint second portrait of a security print. */
export function ghostAt(x: number, y: number, w: number): string {
  return `<g opacity=".26"><svg x="${x}" y="${y}" width="${w}" height="${Math.round(w * 1.25)}" viewBox="0 0 400 500"><use href="#f" width="400" height="500"/></svg></g>`;
}

/** Lines of a machine readable zone on a pale band at the foot. */
export function mrzBand(lines: readonly string[], top: number): string {
  const rows = lines.map(
    (line, index) =>
      `<text x="34" y="${top + 34 + index * 33}" font-size="25" fill="#20262e" font-family="'OCR B','DejaVu Sans Mono',Menlo,Consolas,monospace" textLength="732" lengthAdjust="spacing" xml:space="preserve">${xml(line)}</text>`,
  );
  return `<rect y="${top}" width="${width}" height="${height - top}" fill="#fff" opacity=".62"/>${rows.join("")}`;
}
