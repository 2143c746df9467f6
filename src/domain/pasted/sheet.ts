/**
 * A pasted list or piece of a spreadsheet, reduced to the reference IDs in it before anything leaves the page. Of several columns one is
 * kept: the one whose heading says so, else the first that looks like IDs. Names, birth dates, e-mail addresses and secrets are never kept.
 */
import { daysInOne } from "@/domain/pasted/days";
import { isIdLike, isRounded, personalLook } from "@/domain/pasted/looks";
import { withoutWrapping } from "@/domain/pasted/characters";
import { withoutSecrets } from "@/domain/pasted/secrets";
import { holdsOneTimeLink } from "@/domain/pasted/unwrap";
import { jsonRows } from "@/domain/pasted/json-rows";
import { lookOf, referenceKey } from "@/domain/reference-id";

export type Sheet = {
  /** Whether its lines are surely those of a sheet, whatever stands in the cells. */
  readonly isCertain: boolean;
  /** Each once (letter case does not tell them apart), in the order given. */
  readonly ids: readonly string[];
  /** How much of each kind was left out; nothing of what it said. */
  readonly leftOut: {
    readonly columns: number;
    readonly headings: number;
    readonly personal: number;
    readonly secrets: number;
    /** With a comma in them: Persona reads a comma as the end of an ID. */
    readonly commas: number;
    /** As a spreadsheet wrote them, `1.23457E+16`: their last digits are lost. */
    readonly rounded: readonly string[];
  };
};

const headings = [
  /^(?:persona[ _-]?)?reference[ _-]?ids?$/i,
  /^(?:external|ext|user|customer|client|member|account|person)[ _-]?(?:id|ref(?:erence)?)s?$/i,
  /^(?:uid|id|ids|ref|reference|references)$/i,
];
type Rows = readonly (readonly string[])[];
/** Whether a cell is the heading of a column of reference IDs. */
export const isHeading = (cell: string) => headings.some((heading) => heading.test(cell));

/** @returns undefined for a text of one entry */
export function readSheet(given: string): Sheet | undefined {
  const text = inOne(plainly(jsonRows(given) ?? given));
  const separator = separatorOf(text);
  const rows = rowsOf(text, separator);
  const cells = rows.flat();
  if (cells.length < 2 && !/[\t\n\r]/.test(text.trim())) return undefined;
  const head = rows.length > 1 && rows[0]?.some(isHeading) === true ? rows[0] : undefined;
  const body = head ? rows.slice(1) : rows;
  const width = Math.max(0, ...body.map((row) => row.length));
  const isTable = width > 1 && isTableOf(body, head);
  const column = isTable ? columnOf(body, head, width) : undefined;
  // people mix the signs that divide a list; what stands in quotes is left alone
  const listed = text.includes('"') ? body.flat() : body.flat().flatMap((cell) => cell.split(/[,;|]/).map((item) => item.trim()));
  const kept = (isTable ? body.map((row) => row[column ?? -1] ?? "") : listed).map((cell) => cell.replaceAll(bar, "|"));
  const isCertain = separator === "\t" || head !== undefined || (width > 1 && isRegular(body));
  return {
    isCertain,
    ...counted(kept, { columns: isTable ? width - (column === undefined ? 0 : 1) : 0, headings: head ? 1 : 0 }),
  };
}

/** Stands in an ID for a bar that divides nothing; of no meaning to anybody else (Unicode, private use). */
const bar = "\uE000";
const providers =
  /(?<![\w-])(?:auth0|google-(?:oauth2|apps)|apple|facebook|github|linkedin|twitter|windowslive|office365|line|okta|oidc|oauth[12]|samlp|adfs?|waad|pingfederate|email|sms|scim)(?:\|[^\s|,;"']+)+/gi;

/** The text with the IDs that identity providers make in one piece: `auth0|5f7c…` (Auth0 docs, "User profiles": `user_id`). */
const inOne = (text: string) => text.replaceAll(providers, (id) => (/\|[^|]*[\d@][^|]*$/.test(id) ? id.replaceAll("|", bar) : id));

/** Commas and semicolons of other scripts as ours, days without a comma in them, and numbers that a spreadsheet has rounded with a point. */
const plainly = (text: string) =>
  daysInOne(text)
    .replaceAll(/[，、]/g, ",")
    .replaceAll("；", ";")
    .replaceAll(/&(?:#64|#x40|commat);/gi, "@")
    .replaceAll(/(?<![\w,])(\d),(\d+E\+?\d{1,3})(?![\w,])/gi, "$1.$2");

/** Whether the cells of a line belong together, so that one of them alone can be the ID. */
function isTableOf(body: Rows, head: readonly string[] | undefined): boolean {
  if ((head && head.length > 1) === true || isRegular(body)) return true;
  const cells = [...new Set(body.flat())];
  const personal = cells.filter((cell) => personalLook(cell) !== undefined).length;
  // a list of IDs into which a name has strayed is still a list
  return personal > 0 && (body.length > 1 || personal * 2 > cells.filter((cell) => isIdLike(cell)).length);
}

/** Several lines of the same length are those of a sheet; lists broken into lines are not so regular. */
const isRegular = ([first, ...others]: Rows) =>
  first !== undefined && others.length > 0 && others.every((row) => row.length === first.length);

function columnOf(body: Rows, head: readonly string[] | undefined, width: number): number | undefined {
  for (const heading of head ? headings : []) {
    const named = head?.findIndex((cell) => heading.test(cell)) ?? -1;
    if (named !== -1) return named;
  }
  const columns = Array.from({ length: width }, (_, index) => body.map((row) => row[index] ?? "").filter((cell) => cell !== ""));
  const mostly = (looks: (cell: string) => boolean) =>
    columns.findIndex((filled) => filled.length > 0 && filled.filter(looks).length * 2 >= filled.length);
  const isOwn = (cell: string) => isIdLike(cell) && !isHeading(cell);
  // a phone number may be an ID, but not beside one
  const found = [mostly((cell) => isOwn(cell) && lookOf(cell) !== "phone number"), mostly(isOwn)].find((index) => index !== -1);
  return found;
}

function counted(cells: readonly string[], left: { columns: number; headings: number }): Omit<Sheet, "isCertain"> {
  const ids = new Map<string, string>();
  const [rounded, count] = [new Set<string>(), { ...left, personal: 0, secrets: 0, commas: 0 }];
  const different = new Set(cells);
  for (const cell of different) {
    if (cell === "") continue;
    if (withoutSecrets(cell).taken.length > 0 || holdsOneTimeLink(cell)) count.secrets += 1;
    else if (different.size > 1 && isHeading(cell)) count.headings += 1;
    else if (personalLook(cell) !== undefined) count.personal += 1;
    else if (isRounded(cell)) rounded.add(cell);
    else if (cell.includes(",")) count.commas += 1;
    else if (!ids.has(referenceKey(cell))) ids.set(referenceKey(cell), cell);
  }
  return { ids: [...ids.values()], leftOut: { ...count, rounded: [...rounded] } };
}

/** Tabs divide what comes from a spreadsheet; else whichever of the others is there most; none: every line is one entry. */
function separatorOf(text: string): string {
  if (text.trim().includes("\t")) return "\t";
  const bare = text.replaceAll(/"[^"\n]*"/g, "");
  const [most, times] = [";", ",", "|"]
    .map((sign): [string, number] => [sign, bare.split(sign).length - 1])
    .toSorted((one, other) => other[1] - one[1])[0] ?? ["", 0];
  return times > 0 ? most : "";
}

/** Lines of cells, empty ones at the end of a line and empty lines gone; a cell in quotes may hold the separator (RFC 4180). */
function rowsOf(text: string, separator: string): string[][] {
  return text
    .split(/\r\n?|[\n\u0085\u2028\u2029]/)
    .map((line) => {
      const row = cellsOf(line, separator).map((cell) => withoutWrapping(cell.replace(bullet, "")));
      while (row.length > 0 && row.at(-1) === "") row.pop();
      return row;
    })
    .filter((row) => row.some((cell) => cell !== "" && !/^:?-{2,}:?$/.test(cell)));
}

const bullet = /^\s*(?:[-*–·]|\d{1,3}[.)])\s+/;

/** The cells of one line; one in quotes may hold the separator (RFC 4180). @param separator empty where a line is one cell */
export function cellsOf(line: string, separator: string): string[] {
  if (separator === "") return [line];
  if (!line.includes('"')) return line.split(separator);
  const cells: string[] = [];
  let [cell, quoted] = ["", false];
  for (const sign of line) {
    if (sign === '"') quoted = !quoted && (cell.trim() === "" || cell.includes('"'));
    if (sign === separator && !quoted) {
      cells.push(cell);
      cell = "";
    } else {
      cell += sign;
    }
  }
  // a quote that was never closed was none
  return quoted ? line.split(separator) : [...cells, cell];
}
