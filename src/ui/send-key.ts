/** Whether Cmd stands where other keyboards have Ctrl. */
export const isMac = (): boolean => /Mac|iP(?:hone|ad|od)/.test(navigator.platform);

/** The keys that send a form from within its text field; undefined where there is hardly a keyboard. */
export function sendKeys(): string | undefined {
  if (matchMedia("(pointer: coarse)").matches) return undefined;
  return isMac() ? "⌘↵" : "Ctrl+Enter";
}
