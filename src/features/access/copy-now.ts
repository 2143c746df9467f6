/** Whether the browser took it into the clipboard. */
export async function copyNow(link: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(link);
    return true;
  } catch {
    return false;
  }
}
