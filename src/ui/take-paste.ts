import type { ClipboardEvent } from "react";

/**
 * Hands over what a field has after a paste, line breaks and tabs and all: the browser would take them out, and with them
 * where one entry ends and the next begins. Put it on `onPaste`.
 */
export function takePaste(
  event: ClipboardEvent<HTMLInputElement | HTMLTextAreaElement>,
  change: (text: string, isPasted: true) => void,
): void {
  const pasted = event.clipboardData.getData("text");
  if (pasted === "") return;
  event.preventDefault();
  const { value, selectionStart, selectionEnd } = event.currentTarget;
  change(`${value.slice(0, selectionStart ?? value.length)}${pasted}${value.slice(selectionEnd ?? value.length)}`, true);
}
