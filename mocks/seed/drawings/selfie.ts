import { choicesFrom } from "../random";
import { drawFace, type Pose } from "./face";
import { faceTraits } from "./face-traits";
import type { Paper } from "./paper";

/** Size of a selfie, held upright. */
export const selfieWidth = 480;
export const selfieHeight = 640;

const rooms = [
  ["#dbe7ee", "#b9cdd9"],
  ["#efe5d7", "#d9c7ad"],
  ["#dfe9dc", "#b9cfb4"],
  ["#e8dfea", "#c9b7d0"],
  ["#f1dfd8", "#dbbcb0"],
] as const satisfies readonly (readonly [string, string])[];

function room(seed: string): string {
  const draw = choicesFrom(`room:${seed}`);
  const [wall, far] = draw.pick(rooms);
  const things = [
    `<rect x="34" y="60" width="112" height="160" rx="4" fill="#fff" opacity=".8"/><path d="M90 60v160M34 140h112" stroke="${far}" stroke-width="7"/>`,
    `<path d="M368 640v-120h74v120z" fill="#c9825b"/><path d="M405 524q-62 -70 -30 -138q38 40 30 138q4 -120 56 -150q20 90 -56 150" fill="#5c8f64"/>`,
    `<path d="M330 130h150v10H330z" fill="${far}"/><path d="M344 76h16v54h-16zM364 66h14v64h-14zM382 82h20v48h-20zM410 70h16v60h-16z" fill="#7d93a6"/>`,
    `<rect x="352" y="60" width="96" height="76" rx="3" fill="#fff"/><circle cx="384" cy="98" r="16" fill="#e6a95c"/><path d="M358 130l28 -30l22 20l16 -12l18 22z" fill="#7fa48c"/>`,
  ] as const;
  return `<rect width="480" height="640" fill="${wall}"/><path d="M0 470h480v170H0z" fill="${far}" opacity=".55"/>${draw.pick(things)}${draw.pick(things)}`;
}

const shirts = ["#2f6f8f", "#a5493f", "#4d7a53", "#5b4b8a", "#c08a2b", "#37414d", "#b05c84", "#d9d4c8"] as const;

/** A photo of the face taken with a phone: same person as on the paper unless the script says otherwise. */
export function selfiePhoto(paper: Paper, key: string, pose: Pose, look: "plain" | "covered" | "second-face"): string {
  const { printed } = paper;
  const draw = choicesFrom(`selfie:${key}`);
  const face = faceTraits(printed.selfieFace ?? printed.face, printed.sex, printed.born.yearsAgo);
  const shirt = draw.pick(shirts);
  const head = drawFace(face, pose, shirt, draw.chance(0.6));
  const mask = `<path d="M112 236Q200 214 288 236Q296 330 200 372Q104 330 112 236Z" fill="#dfe9f0" stroke="#b7c9d5" stroke-width="3"/><path d="M122 268h156M124 296h150" stroke="#b7c9d5" stroke-width="3"/>`;
  const other = drawFace(faceTraits(`${key}:other`, "X", 40), "center", "#6b7785", true);
  return [
    room(key),
    look === "second-face" ? `<g transform="translate(268 190) scale(.5)">${other}</g>` : "",
    `<g transform="translate(-8 44) scale(1.24)">${head}${look === "covered" ? mask : ""}</g>`,
  ].join("");
}

/** The portrait cut out of a paper, as Persona hands it out beside the document. */
export function cutPortrait(paper: Paper): string {
  const face = faceTraits(paper.printed.face, paper.printed.sex, paper.printed.born.yearsAgo);
  return `<rect width="400" height="500" fill="#e9edf1"/>${drawFace(face, "center", "#39424f", false)}`;
}
