import { describe, expect, it } from "vitest";
import { allShortcuts } from "@/components/all-shortcuts";
import { pageShortcuts, reasonShortcuts } from "@/components/page-shortcuts";
import { shortcuts } from "@/components/shortcut-list";
import { viewerShortcuts } from "@/ui/image-viewer-keys";
import { rowShortcuts } from "@/ui/use-row-keys";
import { read, typescriptIn } from "@test/support/source-files";

const lists = { shortcuts, pageShortcuts, viewerShortcuts, rowShortcuts };

/** What is handed to `useShortcut` in the sources, as it is written: `shortcuts.help`. The decisions hand over the one of their details. */
const bound = typescriptIn("src")
  .filter((file) => !/\.test\.tsx?$/.test(file))
  .flatMap((file) =>
    [...read(file).matchAll(/\buseShortcut\(\s*([\w.]+)|^\s*shortcut: (pageShortcuts\.\w+)/gm)].map(([, one, other]) => one ?? other),
  )
  .filter((name) => name !== "shortcut" && name !== "definition");

describe("the list of shortcuts", () => {
  const named = Object.entries(lists).flatMap(([list, entries]) => Object.keys(entries).map((name) => `${list}.${name}`));

  it("has every shortcut that is bound somewhere, and nothing else", () => {
    expect(new Set(bound)).toEqual(new Set(named));
  });

  it("names each once", () => {
    const ids = allShortcuts.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    // the digits of the reasons are bound one by one, as many as a decision has
    const definitions = [...Object.values(lists).flatMap((entries) => Object.values(entries)), ...reasonShortcuts];
    expect(new Set(ids)).toEqual(new Set(definitions.map(({ id }) => id)));
  });

  it("writes keys as they are compared: small letters", () => {
    for (const { keys, aliases = [] } of allShortcuts) for (const key of [keys, ...aliases]) expect(key).toBe(key.toLowerCase());
  });
});
