/** Signs of shortcuts whose place holds a letter elsewhere: Russian writes х and ъ there, and has no other key for them. */
const signsByPlace = new Map([
  ["BracketLeft", "["],
  ["BracketRight", "]"],
]);

/** The key of an event as shortcuts name it: small letters, and on a layout of other letters the Latin one in the same place. */
export function keyName({ key, code }: Pick<KeyboardEvent, "key" | "code">): string {
  if (/^\p{Letter}$/u.test(key) && !/^\p{Script=Latin}$/u.test(key)) {
    return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? signsByPlace.get(code) ?? key;
  }
  // Persian and Arabic keyboards write digits and the question mark in signs of their own
  if (/^\p{Nd}$/u.test(key)) return /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? key;
  if (key === "؟") return "?";
  return key.length === 1 ? key.toLowerCase() : key;
}

/** Whether a key writes something where text is taken, or takes back what was written. A sign may be two units long. */
export const writesText = (key: string): boolean => /^.$/su.test(key) || key === "Backspace" || key === "Delete" || key === "Dead";

/** Keys that are only held while others are pressed: they say nothing by themselves. */
export const isModifier = (key: string): boolean =>
  ["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock", "Fn", "NumLock", "ScrollLock"].includes(key);

/** Whether a key is pressed together with one that makes it a command of the browser or the system. AltGr, on Windows Ctrl and Alt, writes text. */
export const isModified = (
  { ctrlKey, altKey, metaKey }: Pick<KeyboardEvent, "ctrlKey" | "altKey" | "metaKey">,
  isAltGraph: boolean,
): boolean => metaKey || ((ctrlKey || altKey) && !(ctrlKey && altKey && isAltGraph));

/** Where a letter is text: inputs that take text, text areas, selects (they search by letter) and editable elements. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) {
    return !["button", "checkbox", "radio", "submit", "reset", "range", "file", "color"].includes(target.type);
  }
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}
