import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("tokens.css", import.meta.url), "utf8");
const declaration = /--([a-z-]+):\s*(?:light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)|(#[0-9a-f]{6}));/g;
const colours = new Map(
  [...css.matchAll(declaration)].map(([, name = "", light, dark, both]) => [name, { light: light ?? both, dark: dark ?? both }]),
);

type Theme = "light" | "dark";

function colourOf(name: string, theme: Theme): string {
  const value = colours.get(name)?.[theme];
  if (value === undefined) throw new Error(`tokens.css has no colour --${name}`);
  return value;
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const surfaces = ["canvas", "surface", "raised", "sunken", "hover", "selected"];
const tones = ["neutral", "blue", "teal", "violet", "green", "red", "orange", "amber"];

const textPairs = [
  ...["ink", "ink-muted", "ink-faint", "link"].flatMap((text) => surfaces.map((surface) => [text, surface])),
  ["ink", "pressed"],
  ["ink-muted", "pressed"],
  ...tones.flatMap((tone) => [
    [`${tone}-text`, `${tone}-soft`],
    [`${tone}-text`, "surface"],
    [`${tone}-text`, "hover"],
    [`${tone}-text`, "selected"],
    ["ink", `${tone}-soft`],
    ["ink-muted", `${tone}-soft`],
  ]),
  ["accent-ink", "accent"],
  ["accent-ink", "accent-hover"],
  ...["approve", "approve-hover", "danger", "danger-hover"].map((fill) => ["on-decision", fill]),
  ["surface", "ink"],
];

const controlPairs = [
  ...["surface", "canvas", "raised"].flatMap((surface) => ["control", "focus", "accent"].map((mark) => [mark, surface])),
  ["focus", "selected"],
  ["focus", "hover"],
  ...tones.flatMap((tone) => [
    [`${tone}-mark`, "surface"],
    [`${tone}-mark`, `${tone}-soft`],
  ]),
];

describe.each<Theme>(["light", "dark"])("%s theme", (theme) => {
  it.each(textPairs)("text %s on %s has 4.5:1", (text = "", surface = "") => {
    expect(contrast(colourOf(text, theme), colourOf(surface, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(controlPairs)("control or mark %s on %s has 3:1", (mark = "", surface = "") => {
    expect(contrast(colourOf(mark, theme), colourOf(surface, theme))).toBeGreaterThanOrEqual(3);
  });
});

it("black on white has the 21:1 of the definition", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
});
