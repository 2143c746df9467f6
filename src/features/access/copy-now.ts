/**
 * Copies a link that is still on its way. To be called where the key was pressed: Safari takes into the clipboard only what is handed over
 * then, be it as a promise (WebKit, "Async Clipboard API"); a browser that does not take promises gets it when it is here.
 * @param coming the link; undefined, or a failure, where there will be none
 * @returns whether the browser took it
 */
export async function copyWhenHere(coming: Promise<string | undefined>): Promise<boolean> {
  if (await takenAhead(coming)) return true;
  const link = await coming.catch(() => undefined);
  return link !== undefined && copyNow(link);
}

/** Calls the browser before it waits for anything. */
async function takenAhead(coming: Promise<string | undefined>): Promise<boolean> {
  if (typeof ClipboardItem === "undefined") return false;
  const content = coming.then((link) => {
    if (link === undefined) throw new Error("There is nothing to copy");
    return new Blob([link], { type: "text/plain" });
  });
  // where the browser refuses at once nobody waits for it
  content.catch(() => undefined);
  try {
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": content })]);
    return true;
  } catch {
    return false;
  }
}

async function copyNow(link: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(link);
    return true;
  } catch {
    return false;
  }
}
