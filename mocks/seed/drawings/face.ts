import { hairOf } from "./face-hair";
import type { FaceTraits } from "./face-traits";

export type Pose = "left" | "center" | "right";

const round = (value: number) => Math.round(value * 10) / 10;
const turn: Record<Pose, number> = { left: -1, center: 0, right: 1 };

function eye(face: FaceTraits, x: number, side: number): string {
  const r = face.eyeSize;
  const browY = 214 - r - 16;
  return [
    `<path d="M${round(x - r * 1.35)} 216q${round(r * 1.35)} ${round(-r * 1.5)} ${round(r * 2.7)} 0q${round(-r * 1.35)} ${round(r * 1.15)} ${round(-r * 2.7)} 0z" fill="#fdfdfb"/>`,
    `<circle cx="${x}" cy="214" r="${round(r * 0.66)}" fill="${face.iris}"/><circle cx="${x}" cy="214" r="${round(r * 0.34)}" fill="#0d0b0a"/><circle cx="${round(x + r * 0.22)}" cy="${round(214 - r * 0.26)}" r="${round(r * 0.16)}" fill="#fff"/>`,
    `<path d="M${round(x - r * 1.45)} 217q${round(r * 1.45)} ${round(-r * 1.65)} ${round(r * 2.9)} -1" stroke="#2b1c14" stroke-width="3.4" fill="none" stroke-linecap="round"/>`,
    `<path d="M${round(x - 22)} ${round(browY + 4 + face.browTilt * side)}q22 -11 44 ${round(-face.browTilt * side * 2)}" stroke="${face.hair === "scarf" ? "#33241a" : face.hairColour}" stroke-width="${face.brow}" fill="none" stroke-linecap="round"/>`,
    face.wrinkles
      ? `<path d="M${round(x + side * 26)} 208l${side * 9} -5m${-side * 9} 11l${side * 10} 1M${round(x - 14)} 236q14 8 28 0" stroke="${face.shade}" stroke-width="2.4" fill="none"/>`
      : "",
  ].join("");
}

function beard(face: FaceTraits, cx: number, fx: number): string {
  const { beard: kind, hairColour: colour, head, jaw, chin } = face;
  const jawLine = (top: number, drop: number) =>
    `M${round(cx - head + 3)} ${top}C${round(cx - head + 6)} 320 ${round(cx - jaw)} ${chin + drop} ${cx} ${chin + drop}C${round(cx + jaw)} ${chin + drop} ${round(cx + head - 6)} 320 ${round(cx + head - 3)} ${top}C${round(cx + head - 22)} 286 ${round(fx + 46)} 274 ${fx} 276C${round(fx - 46)} 274 ${round(cx - head + 22)} 286 ${round(cx - head + 3)} ${top}Z`;
  const moustache = `<path d="M${fx} 276c-14 -7 -32 -2 -40 14c16 4 30 1 40 -6c10 7 24 10 40 6c-8 -16 -26 -21 -40 -14z" fill="${colour}"/>`;
  if (kind === "stubble") return `<path d="${jawLine(232, -1)}" fill="${colour}" opacity=".2"/>`;
  if (kind === "full") return `<path d="${jawLine(226, 8)}" fill="${colour}"/>`;
  if (kind === "moustache") return moustache;
  if (kind === "goatee") {
    return `${moustache}<path d="M${fx - 24} 322q24 -8 48 0q-2 ${chin - 316} -24 ${chin - 312}q-22 -8 -24 ${312 - chin}z" fill="${colour}"/>`;
  }
  return "";
}

function glasses(face: FaceTraits, fx: number, gap: number, cx: number): string {
  if (face.glasses === "none") return "";
  const lens = (x: number) =>
    face.glasses === "round"
      ? `<circle cx="${x}" cy="217" r="31"/>`
      : `<rect x="${round(x - 33)}" y="194" width="66" height="46" rx="12"/>`;
  return `<g fill="#fff" fill-opacity=".12" stroke="#22262d" stroke-width="5">${lens(round(fx - gap))}${lens(round(fx + gap))}<path d="M${round(fx - gap + 31)} 213q${round(gap - 31)} -9 ${round(2 * (gap - 31))} 0M${round(fx - gap - 31)} 211L${round(cx - face.head)} 205M${round(fx + gap + 31)} 211L${round(cx + face.head)} 205" fill="none"/></g>`;
}

/**
 * A head on shoulders in a box of 400 × 500, turned to a side for the poses of a selfie.
 * The same traits drawn with another pose, smile or clothes are plainly the same person.
 */
export function drawFace(face: FaceTraits, pose: Pose, clothes: string, smiling: boolean): string {
  const side = turn[pose];
  const cx = 200 + side * 8;
  const fx = 200 + side * 36;
  const { head, jaw, chin, skin, shade } = face;
  const gap = round(face.eyeGap * (side === 0 ? 1 : 0.88));
  const hair = hairOf(face, cx);
  const smile = smiling ? face.smile + 9 : face.smile;
  const ear = (at: number) =>
    at === side
      ? ""
      : `<ellipse cx="${round(cx + at * (head - 1))}" cy="234" rx="15" ry="25" fill="${skin}"/><path d="M${round(cx + at * (head + 3))} 224q${at * 7} 9 ${-at * 2} 22" stroke="${shade}" stroke-width="3" fill="none"/>${face.earrings ? `<circle cx="${round(cx + at * (head + 4))}" cy="264" r="5.5" fill="#f2c24b"/>` : ""}`;
  const cheeks = [-1, 1].map((at) => (at === side ? "" : `<ellipse cx="${round(fx + at * 52)}" cy="262" rx="20" ry="13"/>`)).join("");
  const freckles = face.freckles
    ? [-58, -48, -38, -53, -43, 58, 48, 38, 53, 43]
        .map((dx, index) => `<circle cx="${round(fx + dx)}" cy="${254 + (index % 2) * 8}" r="2.2"/>`)
        .join("")
    : "";
  return [
    hair.behind,
    `<path d="M30 500C34 428 96 404 156 396L244 396C304 404 366 428 370 500Z" fill="${clothes}"/><path d="M150 398Q200 452 250 398L238 390L162 390Z" fill="${shade}"/>`,
    `<path d="M160 320h80v76q-40 42 -80 0z" fill="${skin}"/><path d="M160 340q40 44 80 0v22q-40 40 -80 0z" fill="${shade}" opacity=".65"/>`,
    face.hair === "scarf" ? "" : ear(-1) + ear(1),
    `<path d="M${round(cx - head)} 206C${round(cx - head)} 88 ${round(cx + head)} 88 ${round(cx + head)} 206C${round(cx + head)} 284 ${round(cx + jaw)} ${chin} ${round(cx + side * 6)} ${chin}C${round(cx - jaw)} ${chin} ${round(cx - head)} 284 ${round(cx - head)} 206Z" fill="${skin}"/>`,
    `<path d="M${round(cx + head * 0.42)} 118C${round(cx + head * 0.98)} 150 ${round(cx + head)} 250 ${round(cx + jaw * 0.7)} ${chin - 14}C${round(cx + head * 0.62)} 290 ${round(cx + head * 0.7)} 190 ${round(cx + head * 0.42)} 118Z" fill="${shade}" opacity=".3"/>`,
    `<g fill="${face.lip}" opacity=".17">${cheeks}</g><g fill="${shade}">${freckles}</g>`,
    beard(face, cx, fx),
    eye(face, round(fx - gap), -1),
    eye(face, round(fx + gap), 1),
    `<path d="M${round(fx + side * 8 - 3)} 226C${round(fx - face.nose + side * 14)} 258 ${round(fx - face.nose + side * 10)} 266 ${round(fx + side * 8)} 267C${round(fx + face.nose + side * 8)} 266 ${round(fx + face.nose + 2)} 262 ${round(fx + face.nose - 3)} 256" stroke="${shade}" stroke-width="5" fill="none" stroke-linecap="round"/>`,
    smiling && smile > 12
      ? `<path d="M${round(fx - face.mouth)} 298q${face.mouth} ${round(smile * 0.5)} ${face.mouth * 2} 0q${round(-face.mouth)} ${round(smile * 2.2)} ${-face.mouth * 2} 0z" fill="#fff" stroke="${face.lip}" stroke-width="5" stroke-linejoin="round"/>`
      : `<path d="M${round(fx - face.mouth)} 302q${face.mouth} ${smile} ${face.mouth * 2} 0" stroke="${face.lip}" stroke-width="7" fill="none" stroke-linecap="round"/>`,
    `<path d="M${round(fx - 14)} ${round(318 + smile * 0.6)}q14 6 28 0" stroke="${shade}" stroke-width="3.5" fill="none" stroke-linecap="round"/>`,
    face.mole === 0 ? "" : `<circle cx="${round(fx + face.mole * 44)}" cy="288" r="3.4" fill="#3c2415"/>`,
    hair.front,
    glasses(face, fx, gap, cx),
  ].join("");
}
