import type { ClipboardEvent } from "react";

/**
 * A field of one line loses the line breaks of a pasted list, which say where one entry ends and the next begins. Put it on `onPaste`.
 * @param change takes the text that the field has then, the list separated by commas
 */
export function pasteLines(event: ClipboardEvent<HTMLInputElement>, change: (text: string) => void): void {
  const pasted = event.clipboardData.getData("text");
  if (!/[\n\r\t]/.test(pasted.trim())) return;
  event.preventDefault();
  const { value, selectionStart, selectionEnd } = event.currentTarget;
  const list = pasted
    .split(/[\n\r\t]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join(", ");
  change(`${value.slice(0, selectionStart ?? value.length)}${list}${value.slice(selectionEnd ?? value.length)}`);
}
