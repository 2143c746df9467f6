import { choicesFrom } from "../random";

/** The fine line work behind a document: waves over the whole ground and two rosettes, all from one seed. */
export function guilloche(seed: string, ink: string, width: number, height: number): string {
  const draw = choicesFrom(`guilloche:${seed}`);
  const wave = draw.int(26, 44);
  const lift = draw.int(8, 16);
  const waves = `<pattern id="w" width="${wave * 2}" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(${draw.int(-14, 14)})"><path d="M0 4.5q${wave / 2} ${-lift} ${wave} 0t${wave} 0M0 9q${wave / 2} ${-lift} ${wave} 0t${wave} 0M0 0q${wave / 2} ${-lift} ${wave} 0t${wave} 0" fill="none" stroke="${ink}" stroke-width=".7"/></pattern><rect width="${width}" height="${height}" fill="url(#w)" opacity=".26"/>`;
  return (
    waves +
    rosette(draw.int(60, 100) / 100, width * 0.78, height * 0.42, ink, draw.int(18, 30)) +
    rosette(0.5, width * 0.42, height * 0.88, ink, 16)
  );
}

/** One ellipse turned about its centre: the oldest trick of the banknote engraver. */
export function rosette(scale: number, x: number, y: number, ink: string, petals: number): string {
  const step = 180 / petals;
  const turned = Array.from(
    { length: petals },
    (_, index) => `<ellipse rx="150" ry="62" transform="rotate(${Math.round(index * step * 10) / 10})"/>`,
  ).join("");
  return `<g transform="translate(${Math.round(x)} ${Math.round(y)}) scale(${scale})" fill="none" stroke="${ink}" stroke-width=".9" opacity=".24">${turned}<circle r="44"/><circle r="52"/></g>`;
}

/** A two-dimensional barcode that means nothing: rows of bars from a seed, with guard bars at both ends. */
export function barcode(seed: string, x: number, y: number, width: number, rows: number): string {
  const draw = choicesFrom(`barcode:${seed}`);
  const height = 7;
  let path = "";
  for (let row = 0; row < rows; row++) {
    for (let at = 22; at < width - 22;) {
      const bar = draw.int(2, 6);
      path += `M${x + at} ${y + row * height}h${bar}v${height}h${-bar}z`;
      at += bar + draw.int(2, 6);
    }
  }
  const guard = (at: number) => `M${at} ${y}h6v${rows * height}h-6zM${at + 9} ${y}h3v${rows * height}h-3z`;
  return `<path d="${guard(x)}${guard(x + width - 12)}${path}" fill="#1b1f24"/>`;
}

/** A handwritten-looking signature from a seed. */
export function signature(seed: string, x: number, y: number): string {
  const draw = choicesFrom(`signature:${seed}`);
  let path = `M${x} ${y}`;
  for (let stroke = 0; stroke < 6; stroke++) {
    const sink = draw.int(-5, 5);
    path += `q${draw.int(3, 10)} ${draw.int(-30, -10)} ${draw.int(10, 18)} ${sink}t${draw.int(6, 12)} ${-sink}`;
  }
  return `<path d="${path}q24 -10 48 -5" fill="none" stroke="#23324d" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/>`;
}
