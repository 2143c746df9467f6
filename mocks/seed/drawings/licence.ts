import { bothScripts, ghostAt, ground, height, type Paper, portraitAt, printedDate, width } from "./paper";
import { barcode, rosette, signature } from "./pattern";
import { textAt } from "./xml";

/** Driver's licence, front: the numbered fields of the international pattern. */
export function licenceFront(paper: Paper, key: string): string {
  const { printed, country } = paper;
  const { ink } = country;
  const row = (y: number, label: string, value: string, room = 440, size = 21) =>
    textAt(296, y, label, { size: 13, weight: 600, fill: ink }) + textAt(328, y, value, { size, weight: 600, width: room });
  return [
    ground(paper, `licence:${printed.country}`),
    `<path d="M0 0h800v74q-400 28 -800 0z" fill="${ink}"/>`,
    textAt(30, 47, country.ownName, { size: 23, weight: 700, fill: "#fff", width: 430 }),
    textAt(770, 47, country.licence, { size: 20, weight: 600, fill: "#fff", width: 300, anchor: "end" }),
    portraitAt(34, 114, 226, "#e8edf2"),
    signature(key, 60, 452),
    row(142, "1.", bothScripts(printed.last, printed.nativeLast)),
    row(178, "2.", bothScripts(printed.first, printed.nativeFirst)),
    row(214, "3.", `${printedDate(paper.birthdate)}   ${printed.city.toUpperCase()}`),
    row(250, "4a.", printedDate(paper.issueDate), 190),
    textAt(528, 250, "4b.", { size: 13, weight: 600, fill: ink }) +
      textAt(560, 250, printedDate(paper.expirationDate), { size: 21, weight: 600, width: 190 }),
    row(286, "5.", printed.documentNumber, 440, 24),
    row(322, "8.", `${printed.street}, ${printed.postalCode} ${printed.city}`, 420, 17),
    textAt(296, 372, "SEX", { size: 12, weight: 600, fill: ink }) + textAt(328, 372, printed.sex, { size: 21, weight: 700 }),
    textAt(372, 372, "9.", { size: 12, weight: 600, fill: ink }) + textAt(396, 372, "AM  B1  B", { size: 21, weight: 700, spacing: 1 }),
    ghostAt(654, 346, 100),
    rosette(0.34, 572, 424, ink, 18),
    `<g transform="translate(296 408)" fill="${ink}" opacity=".85"><path d="M4 40q2 -14 16 -16l10 -14q3 -4 8 -4h34q5 0 9 4l14 14q20 2 22 16v6H4z"/><circle cx="28" cy="46" r="11" fill="#fff"/><circle cx="28" cy="46" r="7"/><circle cx="94" cy="46" r="11" fill="#fff"/><circle cx="94" cy="46" r="7"/></g>`,
  ].join("");
}

/** Driver's licence, back: the two-dimensional barcode and the table of classes. */
export function licenceBack(paper: Paper, key: string): string {
  const { printed, country } = paper;
  const { ink } = country;
  const classes = ["AM", "A1", "B1", "B", "BE"];
  const rows = classes.map((name, index) => {
    const y = 236 + index * 44;
    const held = name === "AM" || name === "B1" || name === "B";
    return `<path d="M40 ${y + 14}h430" stroke="${ink}" stroke-opacity=".35"/>${textAt(50, y, name, { size: 19, weight: 700, fill: ink })}${textAt(140, y, held ? printedDate(paper.issueDate) : "—", { size: 16 })}${textAt(310, y, held ? printedDate(paper.expirationDate) : "—", { size: 16 })}`;
  });
  return [
    ground(paper, `licence-back:${printed.country}`),
    `<rect width="${width}" height="${height}" fill="#fff" opacity=".3"/>`,
    `<rect x="40" y="34" width="720" height="118" rx="4" fill="#fff"/>`,
    barcode(key, 56, 48, 688, 13),
    textAt(50, 194, "9.", { size: 13, weight: 600, fill: ink }) +
      textAt(140, 194, "10.", { size: 13, weight: 600, fill: ink }) +
      textAt(310, 194, "11.", { size: 13, weight: 600, fill: ink }),
    rows.join(""),
    rosette(0.66, 622, 330, ink, 24),
    textAt(760, 466, printed.documentNumber, { size: 16, family: "mono", fill: ink, anchor: "end" }),
  ].join("");
}
