import { passportMrz } from "./mrz";
import { bothScripts, ghostAt, ground, labelled, mrzBand, type Paper, portraitAt, printedDate } from "./paper";
import { rosette, signature } from "./pattern";
import { textAt } from "./xml";

/** The data page of a passport, with its machine readable zone. */
export function passportPage(paper: Paper, key: string): string {
  const { printed, country } = paper;
  const { ink } = country;
  const field = (x: number, y: number, label: string, value: string, room: number) => labelled(x, y, label, value, ink, room, 20);
  return [
    ground(paper, `passport:${printed.country}`),
    `<path d="M0 0h800v58H0z" fill="${ink}" opacity=".1"/>`,
    textAt(34, 38, country.passport, { size: 23, weight: 700, fill: ink, width: 270, spacing: 1 }),
    textAt(766, 38, country.ownName, { size: 19, weight: 600, fill: ink, width: 420, anchor: "end" }),
    portraitAt(34, 84, 210),
    field(272, 92, "Type", "P", 40),
    field(340, 92, "Code", country.alpha3.replaceAll("<", ""), 80),
    field(560, 92, "Passport No.", printed.documentNumber, 210),
    field(272, 144, "Surname", bothScripts(printed.last, printed.nativeLast), 480),
    field(272, 196, "Given names", bothScripts(printed.first, printed.nativeFirst), 480),
    field(272, 248, "Nationality", country.name.toUpperCase(), 260),
    field(560, 248, "Sex", printed.sex, 40),
    field(272, 300, "Date of birth", printedDate(paper.birthdate), 200),
    field(560, 300, "Place of birth", printed.city.toUpperCase(), 130),
    field(272, 352, "Date of issue", printedDate(paper.issueDate), 200),
    field(480, 352, "Date of expiry", printedDate(paper.expirationDate), 200),
    ghostAt(668, 232, 96),
    rosette(0.28, 716, 108, ink, 14),
    signature(key, 66, 386),
    mrzBand(
      passportMrz({
        code: "P",
        issuer: country.alpha3,
        first: printed.first,
        last: printed.last,
        number: printed.documentNumber,
        nationality: country.alpha3,
        birthdate: paper.birthdate,
        expirationDate: paper.expirationDate,
        sex: printed.sex,
      }),
      414,
    ),
  ].join("");
}
