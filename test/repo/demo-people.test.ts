import { catalogue } from "@mocks/seed/catalogue";
import { describe, expect, it } from "vitest";
import { read } from "@test/support/source-files";

const cell = (text: string) => text.replaceAll("|", "\\|");

const page = `# The people of the demo

Written by hand, ${catalogue.length} of them; every world has them at the same distance from its start. Paste a reference ID into the omnibox. What the desk
says of each is in [demo-verdicts.md](demo-verdicts.md).

| reference ID | what it shows |
|---|---|
${catalogue.map(({ referenceId, shows }) => `| ${referenceId === null ? "none" : `\`${referenceId}\``} | ${cell(shows)} |`).join("\n")}
`;

describe("the people of the demo", () => {
  it("are listed in docs/demo-people.md as the simulator has them (vitest -u writes the page anew)", async () => {
    await expect(page).toMatchFileSnapshot("../../docs/demo-people.md");
  });

  it("that the README names exist", () => {
    const named = [...read("README.md").matchAll(/^\| `((?:usr|cus)[\w-]+)` \|/gm)].map((match) => match[1]);
    expect(named.length).toBeGreaterThan(5);
    const known = new Set(catalogue.map(({ referenceId }) => referenceId));
    expect(named.filter((referenceId) => !known.has(referenceId ?? ""))).toEqual([]);
  });

  it("are counted rightly in the README", () => {
    const named = [...read("README.md").matchAll(/^\| `(?:usr|cus)[\w-]+` \|/gm)].length;
    expect(catalogue.length - named).toBe(86);
    expect(read("README.md")).toContain("The other eighty-six");
  });
});
