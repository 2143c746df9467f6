type Placement = { gap: number; align: "start" | "center" | "end" };

const edge = 8;

/** Puts a floating element (position: fixed) under another, or over it when there is no room below, and keeps it inside the window. */
export function placeBeside(floating: HTMLElement, anchor: Element, { gap, align }: Placement): void {
  const around = anchor.getBoundingClientRect();
  const { width, height } = floating.getBoundingClientRect();
  const fitsBelow = around.bottom + gap + height + edge <= window.innerHeight;
  const top = fitsBelow ? around.bottom + gap : Math.max(edge, around.top - gap - height);
  const start = { start: around.left, center: around.left + (around.width - width) / 2, end: around.right - width }[align];
  const left = Math.max(edge, Math.min(start, window.innerWidth - width - edge));
  floating.style.top = `${top}px`;
  floating.style.left = `${left}px`;
}
