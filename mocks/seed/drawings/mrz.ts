const weights = [7, 3, 1] as const;

/** Check digit of a machine readable zone field (ICAO Doc 9303, part 3, section 4.9). */
export function checkDigit(field: string): string {
  let sum = 0;
  for (let index = 0; index < field.length; index++) {
    const character = field.charAt(index);
    const value = character === "<" ? 0 : /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 55;
    sum += value * (weights[index % 3] ?? 0);
  }
  return String(sum % 10);
}

const ligatures: Record<string, string> = {
  ß: "SS",
  Æ: "AE",
  æ: "AE",
  Ø: "OE",
  ø: "OE",
  Œ: "OE",
  œ: "OE",
  Ł: "L",
  ł: "L",
  ı: "I",
  Þ: "TH",
  Ð: "D",
};

/** Letters A to Z with `<` for everything that separates; scripts without a Latin form become fillers. */
export function mrzName(text: string): string {
  return text
    .replaceAll(/[ßÆæØøŒœŁłıÞÐ]/g, (letter) => ligatures[letter] ?? "")
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toUpperCase()
    .replaceAll(/[’']/g, "")
    .replaceAll(/[^A-Z]+/g, "<")
    .replaceAll(/^<+|<+$/g, "");
}

const pad = (text: string, length: number) => text.slice(0, length).padEnd(length, "<");

type MrzInput = {
  code: string;
  issuer: string;
  first: string;
  last: string;
  number: string;
  nationality: string;
  /** ISO dates. */
  birthdate: string;
  expirationDate: string;
  sex: "F" | "M" | "X";
};

const shortDate = (iso: string) => iso.slice(2).replaceAll("-", "");
const documentNumber = (number: string) => pad(number.toUpperCase().replaceAll(/[^A-Z0-9]/g, ""), 9);
const names = (input: MrzInput, length: number) => pad(`${mrzName(input.last)}<<${mrzName(input.first)}`, length);

/** The two lines of 44 of a passport (TD3). */
export function passportMrz(input: MrzInput): [string, string] {
  const number = documentNumber(input.number);
  const birth = shortDate(input.birthdate);
  const expiry = shortDate(input.expirationDate);
  const sex = input.sex === "X" ? "<" : input.sex;
  const optional = pad("", 14);
  const numbers = number + checkDigit(number);
  const births = birth + checkDigit(birth);
  const expiries = expiry + checkDigit(expiry);
  const composite = checkDigit(`${numbers}${births}${expiries}${optional}${checkDigit(optional)}`);
  return [
    `${pad(input.code, 2)}${pad(input.issuer, 3)}${names(input, 39)}`,
    `${numbers}${pad(input.nationality, 3)}${births}${sex}${expiries}${optional}${checkDigit(optional)}${composite}`,
  ];
}

/** The three lines of 30 of an identity card or a residence permit (TD1). */
export function cardMrz(input: MrzInput): [string, string, string] {
  const number = documentNumber(input.number);
  const birth = shortDate(input.birthdate);
  const expiry = shortDate(input.expirationDate);
  const sex = input.sex === "X" ? "<" : input.sex;
  const upper = `${number}${checkDigit(number)}${pad("", 15)}`;
  const births = birth + checkDigit(birth);
  const expiries = expiry + checkDigit(expiry);
  const composite = checkDigit(`${upper}${births}${expiries}${pad("", 11)}`);
  return [
    `${pad(input.code, 2)}${pad(input.issuer, 3)}${upper}`,
    `${births}${sex}${expiries}${pad(input.nationality, 3)}${pad("", 11)}${composite}`,
    names(input, 30),
  ];
}
