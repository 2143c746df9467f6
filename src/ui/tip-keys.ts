const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * In a group with `data-tips` the arrows go through what has a tooltip, round and round; Home and End go to its ends. The first of them is the
 * group's one stop of Tab, the others have `tabIndex={-1}`: twenty checks of an attempt would else be twenty stops on the way to what is below.
 */
export function moveAmongTips(event: KeyboardEvent): void {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || !(event.target instanceof Element)) return;
  const tips = [...(event.target.closest("[data-tips]")?.querySelectorAll<HTMLElement>("[data-tip][tabindex]") ?? [])];
  const at = tips.findIndex((tip) => tip === event.target);
  const step = steps[event.key];
  const next = event.key === "Home" ? 0 : event.key === "End" ? -1 : step === undefined ? undefined : (at + step) % tips.length;
  if (at === -1 || next === undefined) return;
  event.preventDefault();
  tips.at(next)?.focus();
}
