import { choicesFrom } from "../random";

type HairStyle = "short" | "side" | "buzz" | "curly" | "afro" | "long" | "bob" | "bun" | "bald" | "scarf" | "waves";

/** Everything that makes one stylised face different from the next. Lengths in the units of the 400 × 500 portrait. */
export type FaceTraits = {
  skin: string;
  shade: string;
  lip: string;
  hair: HairStyle;
  hairColour: string;
  scarf: string;
  /** Half the width of the head, and of the jaw. */
  head: number;
  jaw: number;
  chin: number;
  eyeGap: number;
  eyeSize: number;
  iris: string;
  brow: number;
  browTilt: number;
  nose: number;
  mouth: number;
  smile: number;
  beard: "none" | "stubble" | "full" | "moustache" | "goatee";
  glasses: "none" | "round" | "square";
  freckles: boolean;
  mole: -1 | 0 | 1;
  earrings: boolean;
  wrinkles: boolean;
};

const skins = [
  ["#ffe0cf", "#f1b79c", "#d9776f"],
  ["#f9d3b8", "#e3a983", "#c96a60"],
  ["#efc09b", "#d39a6e", "#bb5f54"],
  ["#dfa87c", "#bd8154", "#a65348"],
  ["#c68a5c", "#a06a3f", "#8f443c"],
  ["#a56d45", "#7f4f2e", "#7c3a36"],
  ["#7f5135", "#5c3822", "#6d3434"],
  ["#5f3c29", "#42281a", "#5a2c2e"],
] as const satisfies readonly (readonly [string, string, string])[];

const darkHair = ["#17130f", "#2a1d15", "#3b2616", "#1d1a24"] as const;
const lightHair = ["#6b4423", "#8f5d2b", "#b98a44", "#d9b36c", "#a2502a", "#4a2f1b"] as const;
const greyHair = ["#8f9298", "#b9bcc2", "#d8d9dc"] as const;

/** A face from a seed, suited to the sex and age on the papers; the same arguments always give the same face. */
export function faceTraits(seed: string, sex: "F" | "M" | "X", age: number): FaceTraits {
  const draw = choicesFrom(`face:${seed}`);
  const tone = draw.int(0, skins.length - 1);
  const [skin, shade, lip] = skins[tone] ?? skins[0];
  const feminine = sex === "F" || (sex === "X" && draw.chance(0.5));
  const hair: HairStyle = feminine
    ? draw.pick(["long", "bob", "bun", "waves", "long", "curly", tone > 4 ? "afro" : "waves", "side", tone > 2 ? "scarf" : "bun"])
    : draw.pick(["short", "side", "buzz", "curly", "short", "side", tone > 4 ? "afro" : "short", age > 40 ? "bald" : "curly"]);
  const natural = tone > 2 ? draw.pick(darkHair) : draw.chance(0.6) ? draw.pick(lightHair) : draw.pick(darkHair);
  return {
    skin,
    shade,
    lip,
    hair,
    hairColour: age > 58 || (age > 46 && draw.chance(0.35)) ? draw.pick(greyHair) : natural,
    scarf: draw.pick(["#2f4b7c", "#7a3b69", "#0f766e", "#b45309", "#475569"]),
    head: draw.between(feminine ? 88 : 92, feminine ? 98 : 104),
    jaw: draw.between(feminine ? 44 : 54, feminine ? 60 : 74),
    chin: draw.between(344, 362),
    eyeGap: draw.between(38, 45),
    eyeSize: draw.between(feminine ? 12.5 : 11, feminine ? 15.5 : 13.5),
    iris: tone > 2 ? draw.pick(["#3a2416", "#2b1a10", "#4b3018"]) : draw.pick(["#3f6b8f", "#4e7a4f", "#5b3a1e", "#6f7f8c", "#3a2416"]),
    brow: draw.between(feminine ? 4.5 : 6.5, feminine ? 7 : 10),
    browTilt: draw.between(-3, 5),
    nose: draw.between(9, 17),
    mouth: draw.between(24, 36),
    smile: draw.between(1, 9),
    beard: feminine || age < 20 ? "none" : draw.pick(["none", "none", "stubble", "full", "moustache", "goatee", "none"]),
    glasses: draw.chance(0.24) ? draw.pick(["round", "square"]) : "none",
    freckles: tone < 3 && draw.chance(0.3),
    mole: draw.chance(0.22) ? draw.pick([-1, 1]) : 0,
    earrings: feminine && draw.chance(0.5),
    wrinkles: age > 52,
  };
}
