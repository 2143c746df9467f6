const isDigit = (code: number) => /^\p{Nd}$/u.test(String.fromCodePoint(code));

/** The text with the decimal digits of every script as 0 to 9. Unicode keeps the ten of a script in a row, the zero first. */
export function plainDigits(text: string): string {
  return text.normalize("NFKC").replaceAll(/(?![0-9])\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    let zero = code;
    while (isDigit(zero - 1)) zero -= 1;
    return String(code - zero);
  });
}
