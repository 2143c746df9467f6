import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { resetSimulator } from "@mocks/doors/node";
import type { Simulator } from "@mocks/simulator";
import { openEmbedded } from "@mocks/world/session/end-user";
import { resumeInquiry } from "@mocks/world/inquiry/inquiry-access";
import { renderApp } from "@test/render-app";
import { clipboard, issued, open } from "@test/support/restore-access";

const link = "Copy a one-time link";
const resume = "Resume and copy a one-time link";
const anew = "Create it and copy its link";

/** A text of the table as it begins on the screen; "…" is anything. */
const beginning = (text: string) => new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll("…", ".*")}`);

/** What docs/demo-verdicts.md says of each. */
const people = readFileSync("docs/demo-verdicts.md", "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .map((line) => {
    const [who = "", stands = "", also = "", cause = "", sure = "", remedy = "", reply = ""] = line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim());
    return { referenceId: who.slice(1, -1), stands, also, cause, sure, remedy: remedy === "none" ? null : remedy, reply };
  });

/** Where the end user is once the remedy was taken; null where they are told why they are not let in, or somebody else acts. */
const ends: Readonly<Record<string, "theirs" | "a new one">> = {
  [link]: "theirs",
  [resume]: "theirs",
  [anew]: "a new one",
  "Copy note for who runs the app": "theirs",
};

async function carriedOut(simulator: Simulator, button: string | null, inquiryId: string, act: () => Promise<void>) {
  if (button === null || ends[button] === undefined) return null;
  const opened = [link, resume, anew].includes(button) ? await byLink(simulator, act) : byToken(simulator, inquiryId);
  return opened.outcome !== "opened" ? opened.outcome : opened.inquiryId === inquiryId ? "theirs" : "a new one";
}

async function byLink(simulator: Simulator, act: () => Promise<void>) {
  await act();
  await issued();
  return open(simulator, await clipboard());
}

/** What the note asks of the company's own system. */
function byToken(simulator: Simulator, inquiryId: string) {
  const { sessionToken } = resumeInquiry(simulator.world(), { inquiryId }, { type: "api" });
  return openEmbedded(simulator.world(), { inquiryId, sessionToken });
}

/** Their pages have no inquiry to judge: another environment, moved away, redacted. */
const without = ["usr_sbx_0007", "usr_8e44c1", "usr_del001", "usr_del002"];

it("every person of docs/demo-people.md with a reference ID is in docs/demo-verdicts.md, and nobody else", () => {
  const listed = readFileSync("docs/demo-people.md", "utf8")
    .split("\n")
    .flatMap((line) => /^\| `(.+?)` \|/.exec(line)?.[1] ?? []);
  expect([...people.map(({ referenceId }) => referenceId), ...without].toSorted()).toEqual(listed.toSorted());
});

describe("stands as their page says, and is let back in, or not, by the right first button", () => {
  it.each(people)("$referenceId", async ({ referenceId, stands, also, cause, sure, remedy: button, reply }) => {
    const simulator = resetSimulator();
    const account = [...simulator.world().tables.accounts.newestFirst()].find(({ attributes }) => attributes.referenceId === referenceId);
    await renderApp(`/accounts/${account?.id ?? "nobody"}`);
    const verdict = await screen.findByRole("region", { name: "Verdict" });
    await waitFor(() => expect(verdict).toHaveTextContent(beginning(`${stands}.`)));
    expect(verdict).toHaveTextContent(new RegExp(also.replaceAll("…", ".*")));
    await screen.findByRole("button", { name: "Restore access" });
    await userEvent.keyboard("l");
    const access = within(await screen.findByRole("group", { name: "Way back in" }));
    const [told] = await access.findAllByText(beginning(cause));
    expect(told).toBeVisible();
    expect(access.getByText(sure)).toBeVisible();
    // one primary button at most, and it is the remedy
    const primary = () => access.queryAllByRole("button").filter(({ className }) => className.includes("bg-accent"));
    const buttons = button === null ? [] : [button];
    await waitFor(() => expect(primary().map(({ textContent }) => textContent)).toEqual(buttons));
    expect(access.queryAllByRole("form")).toHaveLength(button !== null && [link, resume, anew].includes(button) ? 1 : 0);
    await userEvent.click(access.getByRole("button", { name: "Copy reply" }));
    expect(await clipboard()).toMatch(beginning(reply));
    const theirs = access.getAllByRole("link", { name: /inq_/ })[0]?.getAttribute("href")?.split("/").at(-1) ?? "";
    const act = () => userEvent.click(access.getByRole("button", { name: button ?? "" }));
    const into = await carriedOut(simulator, button, theirs, act);
    expect(into).toBe(button === null ? null : (ends[button] ?? null));
  });
});
