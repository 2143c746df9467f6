import { choicesFrom } from "../random";

/** How a picture came out. `expired`, `stale`, `covered` and `second-face` change what is drawn, the others how it was taken. */
export const variants = [
  "clear",
  "scan",
  "glare",
  "blur",
  "cropped",
  "dark",
  "replica",
  "copy",
  "tampered",
  "expired",
  "stale",
  "covered",
  "second-face",
] as const;
export type Variant = (typeof variants)[number];

const desks = [
  ["#7a5a41", "#694b35"],
  ["#46505c", "#3a434e"],
  ["#b99d78", "#a88b66"],
  ["#5b6b5e", "#4d5c50"],
  ["#87909b", "#78818c"],
] as const satisfies readonly (readonly [string, string])[];

function desk(seed: string, w: number, h: number): string {
  const draw = choicesFrom(`desk:${seed}`);
  const [near, far] = draw.pick(desks);
  let grain = "";
  for (let y = 12; y < h; y += draw.int(16, 34)) grain += `M0 ${y}q${w / 4} ${draw.int(-10, 10)} ${w / 2} 0t${w / 2} ${draw.int(-6, 6)}`;
  return `<linearGradient id="d" x2=".4" y2="1"><stop stop-color="${near}"/><stop offset="1" stop-color="${far}"/></linearGradient><rect width="${w}" height="${h}" fill="url(#d)"/><path d="${grain}" fill="none" stroke="#000" stroke-opacity=".09" stroke-width="3"/>`;
}

/** What the light or the lens did, drawn over a picture of `w` × `h`. */
function spoil(variant: Variant, seed: string, w: number, h: number): string {
  const draw = choicesFrom(`spoil:${seed}`);
  if (variant === "glare") {
    const x = draw.between(0.36, 0.62) * w;
    return `<radialGradient id="l"><stop stop-color="#fff"/><stop offset=".38" stop-color="#fff" stop-opacity=".94"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient><ellipse cx="${x}" cy="${h * 0.46}" rx="${w * 0.34}" ry="${h * 0.4}" fill="url(#l)" transform="rotate(-18 ${x} ${h / 2})"/><path d="M${w * 0.72} 0l${w * 0.06} 0L${w * 0.5} ${h}l${-w * 0.03} 0z" fill="#fff" opacity=".3"/>`;
  }
  if (variant === "dark") return `<rect width="${w}" height="${h}" fill="#05070b" opacity=".72"/>`;
  if (variant === "replica") {
    const lines = (angle: number, gap: number) =>
      `<pattern id="m${gap}" width="${gap}" height="${gap}" patternUnits="userSpaceOnUse" patternTransform="rotate(${angle})"><path d="M0 0h${gap}" stroke="#2b5dff" stroke-opacity=".3" stroke-width="2"/></pattern><rect width="${w}" height="${h}" fill="url(#m${gap})"/>`;
    return `${lines(4, 5)}${lines(-7, 6)}<rect x="5" y="5" width="${w - 10}" height="${h - 10}" rx="20" fill="none" stroke="#0b0d10" stroke-width="26"/><circle cx="${w / 2}" cy="9" r="4" fill="#39424f"/>`;
  }
  return "";
}

/** Lays a flat drawing before the camera: on a desk, a little askew, with what went wrong. */
export function photograph(flat: string, variant: Variant, seed: string, w: number, h: number): string {
  if (variant === "scan" || variant === "copy") {
    return variant === "copy" ? `<filter id="s"><feColorMatrix type="saturate" values="0"/></filter><g filter="url(#s)">${flat}</g>` : flat;
  }
  const draw = choicesFrom(`shot:${seed}`);
  const turn = draw.between(-2.4, 2.4);
  const scale = variant === "replica" ? 0.94 : 0.88;
  const shift = variant === "cropped" ? -w * 0.34 : 0;
  const dx = (w * (1 - scale)) / 2 + shift;
  const dy = (h * (1 - scale)) / 2 + (variant === "cropped" ? h * 0.12 : 0);
  const shadow = [10, 6, 3]
    .map(
      (grow) =>
        `<rect x="${-grow + 4}" y="${-grow + 9}" width="${w + grow * 2}" height="${h + grow * 2}" rx="26" fill="#000" opacity=".09"/>`,
    )
    .join("");
  const card = `<g transform="translate(${dx.toFixed(1)} ${dy.toFixed(1)}) rotate(${turn} ${w / 2} ${h / 2}) scale(${scale})">${shadow}<clipPath id="c"><rect width="${w}" height="${h}" rx="22"/></clipPath><g clip-path="url(#c)">${flat}</g></g>`;
  const blurred = variant === "blur" ? `<filter id="b"><feGaussianBlur stdDeviation="6"/></filter><g filter="url(#b)">${card}</g>` : card;
  return desk(seed, w, h) + blurred + spoil(variant, seed, w, h);
}

/** A selfie needs no desk; only light and lens can spoil it. */
export function snapshot(picture: string, variant: Variant, seed: string, w: number, h: number): string {
  const blurred =
    variant === "blur" ? `<filter id="b"><feGaussianBlur stdDeviation="7"/></filter><g filter="url(#b)">${picture}</g>` : picture;
  return blurred + spoil(variant, seed, w, h);
}
