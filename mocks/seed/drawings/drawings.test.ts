import { describe, expect, it } from "vitest";
import { people } from "../people/all";
import { type DrawingKind, drawingFileName, drawingKinds, parseDrawingFileName } from "./file-name";
import { drawFile } from "./index";
import { variants } from "./shot";

const today = "2026-03-02";
const drawn = (kind: DrawingKind, person: string, variant: (typeof variants)[number] = "clear") =>
  drawFile(drawingFileName({ kind, person, variant, today }))?.body ?? "";

/** A strict reader of the little XML that drawings use: every tag closed in order, every attribute quoted, every & an entity. */
function faultIn(xml: string): string | undefined {
  const open: string[] = [];
  const tag = /<(\/?)([a-zA-Z]+)(?:\s+[\w:-]+="[^"<]*")*\s*(\/?)>/g;
  for (const [, closing, name = "", alone] of xml.matchAll(tag)) {
    if (closing === "/" && open.pop() !== name) return `${name} closed out of order`;
    if (closing === "" && alone === "") open.push(name);
  }
  const stray = /[<>]|&(?!(?:amp|lt|gt|quot|#39);)/.exec(xml.replaceAll(tag, ""));
  return open.length > 0 ? `not closed: ${open.join(", ")}` : stray?.[0];
}

describe("drawings", () => {
  it("are well formed for everybody, hostile names and all", () => {
    for (const { key } of people) {
      for (const kind of drawingKinds) expect(faultIn(drawn(kind, key)), `${kind} of ${key}`).toBeUndefined();
    }
  });

  it.each(variants)("are well formed when %s", (variant) => {
    for (const kind of drawingKinds) expect(faultIn(drawn(kind, "lea-moreau", variant))).toBeUndefined();
  });

  it("hold no script, no handler and no address of their own, whatever the name says", () => {
    for (const kind of drawingKinds) {
      const body = drawn(kind, "markup-name");
      expect(body).not.toMatch(/<script|<img|<foreignObject|\son\w+="/i);
      expect(body).not.toMatch(/(?:href|src)="(?!#)/);
    }
    expect(drawn("passport-front", "markup-name")).toContain("&lt;IMG");
  });

  it("drop the characters XML cannot carry", () => {
    const controls = Array.from(drawn("passport-front", "rtl-name")).filter((character) => character < " " && character !== "\n");
    expect(controls).toEqual([]);
  });

  it("print names in their own script", () => {
    expect(drawn("id-card-front", "noa-levi")).toContain("נועה");
    expect(drawn("passport-front", "wang-xiaoming")).toContain("小明");
  });

  it("are the same every time", () => {
    expect(drawn("licence-front", "daniel-brooks")).toBe(drawn("licence-front", "daniel-brooks"));
  });

  it("show one face on paper and selfie, and another when somebody else holds the phone", () => {
    // The line of the jaw belongs to the head alone and is drawn alike on both.
    const jaw = (body: string) => /C\d[\d.]* 88 [^"]*Z" fill="#[0-9a-f]{6}"/.exec(body)?.[0];
    expect(jaw(drawn("portrait", "lea-moreau"))).toBeDefined();
    expect(jaw(drawn("selfie-center", "lea-moreau"))).toBe(jaw(drawn("portrait", "lea-moreau")));
    expect(jaw(drawn("selfie-center", "chloe-martin"))).not.toBe(jaw(drawn("portrait", "chloe-martin")));
  });

  it("show a date of expiry in the past when expired", () => {
    expect(drawn("licence-front", "olivia-grant", "expired")).toContain("2025");
    expect(drawn("licence-front", "olivia-grant")).not.toMatch(/OCT 2025/);
  });

  it("weigh less than a photograph", () => {
    for (const { key } of people) for (const kind of drawingKinds) expect(drawn(kind, key).length).toBeLessThan(60_000);
  });
});

describe("file names", () => {
  it("come back as they went", () => {
    const name = { kind: "permit-back", person: "yuki-tanaka", variant: "glare", today } as const;
    expect(drawingFileName(name)).toBe("permit-back.yuki-tanaka.glare.20260302.svg");
    expect(parseDrawingFileName(drawingFileName(name))).toEqual(name);
  });

  it.each([
    "",
    "passport-front.svg",
    "passport-front.nobody-here.clear.20260302.svg",
    "../../etc/passwd",
    "nose.lea-moreau.clear.20260302.svg",
  ])("%j stands for no picture", (name) => {
    expect(drawFile(name)).toBeUndefined();
  });
});
