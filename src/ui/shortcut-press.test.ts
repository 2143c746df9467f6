import { describe, expect, it } from "vitest";
import { isModified, keyName, writesText } from "@/ui/shortcut-press";

describe("the name of a key", () => {
  it.each([
    ["a letter", "a", "KeyA", "a"],
    ["a capital", "A", "KeyA", "a"],
    ["Cyrillic, by its place", "ф", "KeyA", "a"],
    ["a Greek capital, by its place", "Δ", "KeyD", "d"],
    ["Hebrew, by its place", "ש", "KeyA", "a"],
    ["Latin on another layout, by its letter", "a", "KeyQ", "a"],
    ["Latin with a mark", "ä", "Quote", "ä"],
    ["a sign", "?", "Slash", "?"],
    ["a letter of another script where a shortcut has a sign", "х", "BracketLeft", "["],
    ["a capital of another script where a shortcut has a sign", "Ъ", "BracketRight", "]"],
    ["Latin where a shortcut has a sign", "ü", "BracketLeft", "ü"],
    ["a Persian digit", "۳", "Digit3", "3"],
    ["an Arabic digit of the number pad", "٣", "Numpad3", "3"],
    ["a digit with Shift on a French keyboard, by the digit", "1", "Digit1", "1"],
    ["an Arabic question mark", "؟", "Slash", "?"],
    ["a letter of another script where Latin has a sign", "ж", "Semicolon", "ж"],
    ["a named key", "ArrowDown", "ArrowDown", "ArrowDown"],
  ])("%s", (_, key, code, name) => {
    expect(keyName({ key, code })).toBe(name);
  });
});

it.each([
  ["a", true],
  ["😀", true],
  [" ", true],
  ["Backspace", true],
  ["Dead", true],
  ["Enter", false],
  ["F5", false],
])("%s writes text: %s", (key, writes) => {
  expect(writesText(key)).toBe(writes);
});

describe("a combination", () => {
  const none = { ctrlKey: false, altKey: false, metaKey: false };
  it.each([
    ["no modifier", none, false, false],
    ["Ctrl", { ...none, ctrlKey: true }, false, true],
    ["Alt", { ...none, altKey: true }, false, true],
    ["Cmd", { ...none, metaKey: true }, false, true],
    ["AltGr on Windows", { ...none, ctrlKey: true, altKey: true }, true, false],
    ["Ctrl and Alt on a keyboard without AltGr", { ...none, ctrlKey: true, altKey: true }, false, true],
  ])("%s", (_, held, isAltGraph, expected) => {
    expect(isModified(held, isAltGraph)).toBe(expected);
  });
});
