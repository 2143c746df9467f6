/** How an image lies in its frame: `x` and `y` in CSS pixels from the centre, `turn` in degrees clockwise. */
export type ImageView = { readonly zoom: number; readonly turn: number; readonly x: number; readonly y: number };

export const restingView: ImageView = { zoom: 1, turn: 0, x: 0, y: 0 };

const smallest = 1;
const largest = 8;
export const zoomStep = 1.25;
const panStep = 48;

/**
 * The view zoomed by `factor` around a point, which stays where it is.
 * @param point CSS pixels from the centre of the frame; the centre itself without one.
 */
export function zoomed(view: ImageView, factor: number, point: { x: number; y: number } = { x: 0, y: 0 }): ImageView {
  const zoom = Math.min(largest, Math.max(smallest, view.zoom * factor));
  if (zoom === smallest) return { ...view, zoom, x: 0, y: 0 };
  const ratio = zoom / view.zoom;
  return { ...view, zoom, x: point.x - (point.x - view.x) * ratio, y: point.y - (point.y - view.y) * ratio };
}

/** A quarter turn; the angle is not folded back, so that the picture turns the short way. */
export function turned(view: ImageView, direction: 1 | -1): ImageView {
  return { ...view, turn: view.turn + direction * 90, x: 0, y: 0 };
}

/** The view moved, no further than half of the frame stays covered. At rest there is nothing to move. */
export function panned(view: ImageView, dx: number, dy: number, frame: { width: number; height: number }): ImageView {
  const reach = (size: number) => (size * (view.zoom - 1)) / 2;
  const clamp = (value: number, limit: number) => Math.min(limit, Math.max(-limit, value));
  return { ...view, x: clamp(view.x + dx, reach(frame.width)), y: clamp(view.y + dy, reach(frame.height)) };
}

/** The view after an arrow key, or undefined when the key means nothing here: at rest there is nothing to move. */
export function afterArrow(view: ImageView, key: string, frame: { width: number; height: number }): ImageView | undefined {
  if (view.zoom === smallest) return undefined;
  if (key === "ArrowLeft") return panned(view, panStep, 0, frame);
  if (key === "ArrowRight") return panned(view, -panStep, 0, frame);
  if (key === "ArrowUp") return panned(view, 0, panStep, frame);
  if (key === "ArrowDown") return panned(view, 0, -panStep, frame);
  return undefined;
}
