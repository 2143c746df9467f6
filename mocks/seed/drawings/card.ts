import { cardMrz } from "./mrz";
import { bothScripts, ghostAt, ground, height, labelled, mrzBand, type Paper, portraitAt, printedDate, width } from "./paper";
import { barcode, rosette, signature } from "./pattern";
import { textAt } from "./xml";

export type CardKind = "id-card" | "permit";

const chip = (x: number, y: number) =>
  `<g transform="translate(${x} ${y})"><rect width="84" height="66" rx="12" fill="#d9b75f"/><path d="M0 22h28v-22M0 44h28v22M84 22H56V0M84 44H56v22M28 22h28v22H28z" fill="none" stroke="#8a6a1d" stroke-width="2"/></g>`;

/** National identity card or residence permit, front. */
export function cardFront(kind: CardKind, paper: Paper, key: string): string {
  const { printed, country } = paper;
  const { ink } = country;
  const permit = kind === "permit";
  const field = (x: number, y: number, label: string, value: string, room: number) => labelled(x, y, label, value, ink, room);
  return [
    ground(paper, `${kind}:${printed.country}`),
    permit
      ? `<path d="M0 0h62v500H0z" fill="${ink}"/><g transform="rotate(-90 40 474)">${textAt(40, 474, country.permit, { size: 24, weight: 700, fill: "#fff", width: 430, spacing: 2 })}</g>`
      : `<path d="M0 0h800v9H0z" fill="${ink}"/><path d="M0 15h800v4H0z" fill="${ink}" opacity=".45"/>`,
    textAt(permit ? 92 : 34, 58, country.ownName, { size: 25, weight: 700, fill: ink, width: 460 }),
    permit ? "" : textAt(34, 86, country.idCard, { size: 16, weight: 600, fill: ink, width: 420, spacing: 1 }),
    portraitAt(permit ? 92 : 34, 108, permit ? 214 : 236),
    permit ? signature(key, 112, 420) : signature(key, 70, 446),
    field(334, 116, "Surname", bothScripts(printed.last, printed.nativeLast), 430),
    field(334, 176, "Given names", bothScripts(printed.first, printed.nativeFirst), 430),
    field(334, 236, "Date of birth", printedDate(paper.birthdate), 190),
    field(550, 236, "Sex", printed.sex, 40),
    field(334, 296, permit ? "Permit No." : "Document No.", printed.documentNumber, 240),
    field(334, 356, permit ? "Valid until" : "Date of expiry", printedDate(paper.expirationDate), 220),
    permit
      ? field(334, 416, "Type of permit", "LONG-TERM RESIDENT", 300)
      : field(334, 416, "Place of birth", printed.city.toUpperCase(), 240),
    ghostAt(640, 318, 124),
    chip(680, 210),
    rosette(0.3, 724, 66, ink, 16),
  ].join("");
}

/** National identity card or residence permit, back, with its three machine readable lines. */
export function cardBack(kind: CardKind, paper: Paper, key: string): string {
  const { printed, country } = paper;
  const { ink } = country;
  return [
    ground(paper, `${kind}-back:${printed.country}`),
    `<rect width="${width}" height="${height}" fill="#fff" opacity=".28"/>`,
    `<path d="M0 34h800v62H0z" fill="#23272d"/>`,
    labelled(34, 138, "Address", printed.street, ink, 480),
    textAt(34, 192, `${printed.postalCode} ${printed.city}${printed.subdivision === undefined ? "" : `, ${printed.subdivision}`}`, {
      size: 21,
      weight: 600,
      width: 480,
    }),
    labelled(34, 228, "Date of issue", printedDate(paper.issueDate), ink, 240),
    labelled(34, 288, "Authority", `${country.name} · Civil Registry`, ink, 420),
    `<rect x="560" y="130" width="206" height="96" rx="4" fill="#fff"/>`,
    barcode(`${key}:back`, 570, 140, 186, 11),
    rosette(0.42, 664, 300, ink, 20),
    mrzBand(
      cardMrz({
        code: kind === "permit" ? "AR" : "I",
        issuer: country.alpha3,
        first: printed.first,
        last: printed.last,
        number: printed.documentNumber,
        nationality: country.alpha3,
        birthdate: paper.birthdate,
        expirationDate: paper.expirationDate,
        sex: printed.sex,
      }),
      376,
    ),
  ].join("");
}
