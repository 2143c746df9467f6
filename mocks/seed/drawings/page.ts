import { choicesFrom } from "../random";
import { bothScripts, type Paper, printedDate } from "./paper";
import { barcode, signature } from "./pattern";
import { textAt } from "./xml";

/** Size of an upright page. */
export const pageWidth = 640;
export const pageHeight = 900;

const ink = "#24303d";
const rule = (y: number) => `<path d="M48 ${y}h544" stroke="#c9d1da"/>`;

function addressBlock(paper: Paper, y: number): string {
  const { printed, country } = paper;
  const lines = [
    bothScripts(
      `${printed.first} ${printed.last}`,
      printed.nativeLast === undefined ? undefined : `${printed.nativeLast} ${printed.nativeFirst ?? ""}`,
    ),
    printed.street,
    `${printed.postalCode} ${printed.city}${printed.subdivision === undefined ? "" : `, ${printed.subdivision}`}`,
    country.name,
  ];
  return lines.map((line, index) => textAt(330, y + index * 24, line, { size: 16, width: 268, fill: ink })).join("");
}

const monthsBefore = (iso: string, months: number) => {
  const date = new Date(`${iso}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - months, 8);
  return date.toISOString().slice(0, 10);
};

/** An electricity bill; `stale` dates it sixteen months back, past any recency limit. */
export function utilityBill(paper: Paper, key: string, stale: boolean): string {
  const draw = choicesFrom(`bill:${key}`);
  const day = monthsBefore(paper.today, stale ? 16 : 1);
  const amounts = [draw.between(9, 15), draw.between(28, 74), draw.between(4, 9)];
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  const bars = Array.from({ length: 12 }, (_, index) => {
    const tall = draw.int(26, 96);
    return `<rect x="${60 + index * 44}" y="${770 - tall}" width="26" height="${tall}" rx="3" fill="${index === 11 ? "#f0a020" : "#9db9d3"}"/>`;
  });
  const row = (y: number, label: string, amount: number) =>
    textAt(60, y, label, { size: 16, fill: ink }) +
    textAt(580, y, amount.toFixed(2), { size: 16, fill: ink, anchor: "end", family: "mono" });
  return [
    `<rect width="${pageWidth}" height="${pageHeight}" fill="#fdfdfb"/><rect width="${pageWidth}" height="14" fill="#f0a020"/>`,
    `<path d="M62 52l26 0l-14 26h22l-42 46l12 -36h-20z" fill="#f0a020"/>`,
    textAt(112, 96, "Northlight Energy", { size: 28, weight: 700, fill: ink }),
    textAt(112, 120, "Electricity, simply", { size: 13, fill: "#6b7785" }),
    addressBlock(paper, 190),
    textAt(48, 190, "Statement date", { size: 12, fill: "#6b7785" }) +
      textAt(48, 212, printedDate(day), { size: 18, weight: 600, fill: ink }),
    textAt(48, 244, "Customer number", { size: 12, fill: "#6b7785" }) +
      textAt(48, 266, `NL-${draw.int(100_000, 999_999)}`, { size: 18, weight: 600, fill: ink, family: "mono" }),
    textAt(48, 352, "Your electricity bill", { size: 26, weight: 700, fill: ink }),
    rule(380),
    row(416, "Standing charge", amounts[0] ?? 0),
    row(450, "Energy used, 312 kWh", amounts[1] ?? 0),
    row(484, "Taxes and levies", amounts[2] ?? 0),
    rule(506),
    textAt(60, 544, "To pay", { size: 20, weight: 700, fill: ink }) +
      textAt(580, 544, total.toFixed(2), { size: 22, weight: 700, fill: ink, anchor: "end", family: "mono" }),
    textAt(48, 632, "Your use over twelve months", { size: 14, weight: 600, fill: "#6b7785" }),
    bars.join(""),
    rule(800),
    barcode(key, 48, 824, 300, 6),
    textAt(592, 858, "SPECIMEN · page 1 of 1", { size: 12, fill: "#8894a1", anchor: "end" }),
  ].join("");
}

/** An extract from a register of companies. */
export function companyExtract(paper: Paper, key: string): string {
  const draw = choicesFrom(`extract:${key}`);
  const { printed, country } = paper;
  const entry = (y: number, label: string, value: string) =>
    textAt(70, y, label, { size: 13, fill: "#6b7785" }) + textAt(70, y + 25, value, { size: 19, weight: 600, fill: ink, width: 500 });
  return [
    `<rect width="${pageWidth}" height="${pageHeight}" fill="#fbfaf5"/><rect x="26" y="26" width="588" height="848" fill="none" stroke="${country.ink}" stroke-width="3"/><rect x="34" y="34" width="572" height="832" fill="none" stroke="${country.ink}"/>`,
    textAt(320, 106, country.ownName, { size: 22, weight: 700, fill: country.ink, anchor: "middle", width: 500 }),
    textAt(320, 142, "Register of Companies · Extract", { size: 18, fill: ink, anchor: "middle" }),
    `<path d="M70 176h500" stroke="${country.ink}" stroke-width="2"/>`,
    entry(222, "Company", `${printed.last} & Partners Ltd`),
    entry(286, "Register number", `HRB ${draw.int(10_000, 99_999)}`),
    entry(350, "Registered office", `${printed.street}, ${printed.postalCode} ${printed.city}`),
    entry(414, "Managing director", bothScripts(`${printed.first} ${printed.last}`, undefined)),
    entry(478, "Share capital", `${draw.int(2, 40) * 5000}.00`),
    entry(542, "Date of the extract", printedDate(monthsBefore(paper.today, 1))),
    `<g transform="translate(452 716) rotate(-12)" fill="none" stroke="${country.ink}" stroke-width="4" opacity=".7"><circle r="76"/><circle r="60" stroke-width="2"/></g><g transform="translate(452 716) rotate(-12)">${textAt(0, -4, "REGISTRY", { size: 20, weight: 800, fill: country.ink, anchor: "middle", opacity: 0.75 })}${textAt(0, 20, "SPECIMEN", { size: 14, weight: 700, fill: country.ink, anchor: "middle", opacity: 0.75 })}</g>`,
    signature(key, 90, 760),
    `<path d="M70 784h240" stroke="#9aa5b1"/>${textAt(70, 806, "The registrar", { size: 13, fill: "#6b7785" })}`,
  ].join("");
}
