/** `text` without the signs at its end that `sign` matches. By hand: a pattern bound to the end tries again from every sign of a huge text. */
export function withoutEnd(text: string, sign: RegExp): string {
  let end = text.length;
  while (end > 0 && sign.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
