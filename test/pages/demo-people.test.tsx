import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { resetSimulator } from "@mocks/node";
import type { Simulator } from "@mocks/simulator";
import { openEmbedded } from "@mocks/world/end-user";
import { resumeInquiry } from "@mocks/world/inquiry-access";
import { renderApp } from "@test/render-app";
import { clipboard, issued, open } from "@test/support/restore-access";

/**
 * What their agent may tell them, by the cause (src/domain/access/safe-to-say.ts): each begins as its line here. A way back in that is
 * taken is carried out until they are in; all others are told why not, or who acts.
 */
const replies: readonly (readonly [cause: RegExp, reply: RegExp])[] = [
  [/was approved/, /^You have finished your verification/],
  [/has finished this inquiry/, /^You have finished your verification/],
  [/is under review/, /^We are looking at what you sent us/],
  [/still in the flow/, /^We have paused your verification before its end/],
  [/user failed this inquiry/, /^Your verification did not go through/],
  [/was declined/, /^We could not verify you/],
  [/only in the tab/, /^For security, the page only works in the tab/],
  [/in the app that holds its token/, /^Please open the app again in a few minutes/],
  [/Nothing is wrong with it|It was never opened/, /^Your link is fine and has not been opened yet/],
  [/before the user started/, /^Your link ran out before you could start/],
  [/before the user finished/, /^(You ran out of time before you had finished|Your verification has run out)/],
  [/every session of it has expired/, /^Your session has ended, your verification has not/],
  [/submitted nothing/, /^Please try another browser or another device/],
  [/ended it/, /^Your verification was closed\. I am finding out why/],
  [/resumed once and expired again/, /^The time ran out once more/],
  [/template is switched off/, /^The verification is closed on our side at the moment/],
  [/has used 25 sessions/, /^Your verification was opened too many times/],
  [/does not know the status/, /^I can't see yet why it stopped/],
  [/have not opened it/, /^A link is waiting for you that has not been opened/],
];
const replyTo = (cause: string) => replies.find(([of]) => of.test(cause))?.[1] ?? /^no reply for this cause$/;

/** Where somebody stands by the first line, what is said on asking for the way back in, how sure that is, and the first button. */
type Row = readonly [stands: string, cause: RegExp, certainty: "Certain" | "Likely", button: string | null];

const approved: Row = ["Verified.", /^This inquiry was approved/, "Certain", null];
const completed: Row = ["Completed, not decided.", /^The user has finished this inquiry/, "Certain", null];
const inReview: Row = ["In review.", /^This inquiry is under review/, "Certain", null];
const stopped: Row = ["In review.", /^It was marked for review while the user was still in the flow/, "Certain", null];
const failed: Row = ["Failed, not decided.", /^The user failed this inquiry/, "Certain", null];
const declined: Row = ["Rejected.", /^This inquiry was declined/, "Certain", null];
const link = "Copy a one-time link";
const resume = "Resume and copy a one-time link";
const closedTab: Row = ["In progress.", /^The session opened .* but only in the tab it was opened in/, "Likely", link];
const inTheApp: Row = [
  "In progress.",
  /^The session opened .* in the app that holds its token/,
  "Likely",
  "Copy note for who runs the app",
];
const unopened: Row = ["Invited, not started.", /^Nothing is wrong with it: it was never opened/, "Likely", link];
/** Somebody else began without a reference ID at about the same time: it can't be told that it was not them. */
const unopenedAmongOthers: Row = ["Invited, not started.", /^It was never opened, and its link still opens\. But /, "Likely", link];
const anew = "Create it and copy its link";
const neverBegan: Row = ["Lapsed.", /^It expired .*, before the user started/, "Certain", resume];

/** As docs/demo-people.md says of each; what Persona does not record (that a link was used or lapsed) can't be in a cause. */
const people: Readonly<Record<string, Row>> = {
  usr_4f9a12: approved,
  usr_19c7fe: approved,
  "cus-101502": approved,
  usr_0ea9b3: declined,
  "cus-102266": approved,
  "cus-100418": approved,
  "cus-100234": approved,
  usr_7c21e0: completed,
  "cus-100871": approved,
  usr_b83d45: approved,
  usr_d40b6a: approved,
  usr_58ad90: inReview,
  "cus-103044": inReview,
  usr_e5f071: inReview,
  usr_91bb3c: stopped,
  "cus-104518": inReview,
  "cus-102930": stopped,
  usr_6b2d18: inReview,
  "cus-105099": stopped,
  usr_3c8e7a: failed,
  usr_aa10f4: declined,
  usr_f20c95: failed,
  "cus-106310": declined,
  "cus-107255": failed,
  usr_2290bd: declined,
  "cus-107801": declined,
  usr_66d1b2: closedTab,
  usr_9b07d4: ["In progress.", /^The inquiry is alive, but every session of it has expired/, "Certain", link],
  usr_e3b84f: closedTab,
  "cus-104075": closedTab,
  "cus-104090": closedTab,
  usr_f17a60: [
    "Invited, not started.",
    /^It was never opened, and its link still opens\. But 2 inquiries without a reference ID were begun within half an hour/,
    "Likely",
    link,
  ],
  usr_7a90bc: [
    "Invited, not started.",
    /^The user opened it and submitted nothing: camera, browser or network/,
    "Likely",
    "Copy what to ask the user",
  ],
  "cus-104777": inTheApp,
  usr_a1f03c: neverBegan,
  usr_a1f07e: neverBegan,
  usr_2c5e88: ["Lapsed.", /^It expired .*, before the user finished/, "Certain", resume],
  "cus-103310": ["Lapsed.", /^Somebody or something ended it .*, before its window ran out/, "Certain", resume],
  usr_b7710a: ["Lapsed.", /^It was resumed once and expired again/, "Certain", resume],
  usr_314bd9: ["In progress.", /^Its template is switched off/, "Likely", "Copy note for the template’s owner"],
  usr_0d11aa: unopenedAmongOthers,
  usr_0d12f3: closedTab,
  usr_0d1387: closedTab,
  usr_5d9e27: ["In progress.", /^It has used 25 sessions/, "Likely", anew],
  usr_5d9e90: inTheApp,
  "cus-106002": closedTab,
  "cus-106017": approved,
  "cus-106044": closedTab,
  usr_77c0e1: closedTab,
  "cus-109004": approved,
  "cus-109017": stopped,
  usr_k4a001: inReview,
  usr_k4a010: closedTab,
  usr_k4a022: closedTab,
  usr_k4a031: closedTab,
  usr_k4a044: closedTab,
  "cus-109260": stopped,
  usr_r3p001: completed,
  usr_r3p002: inReview,
  usr_r3p003: inReview,
  usr_r3p004: approved,
  usr_r3p005: approved,
  usr_c41d09: closedTab,
  "cus-108120": approved,
  usr_c41d55: approved,
  "helen.brandt@example.com": approved,
  "+44 7700 900142": unopened,
  "078-05-1120": neverBegan,
  usr_d01c44: approved,
  usr_d01c51: approved,
  usr_d01c6b: closedTab,
  usr_d01c7f: approved,
  usr_d01c82: completed,
  usr_d01c93: inReview,
  usr_d01ca4: failed,
  usr_666f01: inReview,
  usr_666f02: approved,
  usr_666f03: closedTab,
  usr_666f04: approved,
  usr_666f05: approved,
  usr_666f06: approved,
  usr_f0ff01: ["on_hold.", /^Inquiry Desk does not know the status of this inquiry/, "Likely", null],
  usr_f0ff02: closedTab,
  usr_7e3a19: ["Lapsed.", /^It expired .*, before the user finished/, "Certain", anew],
  usr_7e3a44: ["In progress.", /^A session was made for the user .*, and they have not opened it/, "Likely", link],
  "cus-098811": ["Lapsed.", /^It has expired, and its template is switched off/, "Likely", "Copy note for the template’s owner"],
  "cus-000042": approved,
};

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

it("every person of docs/demo-people.md with a reference ID is here, and nobody else", () => {
  const listed = readFileSync("docs/demo-people.md", "utf8")
    .split("\n")
    .flatMap((line) => /^\| `(.+?)` \|/.exec(line)?.[1] ?? []);
  expect([...Object.keys(people), ...without].toSorted()).toEqual(listed.toSorted());
});

describe("stands as their page says, and is let back in, or not, by the right first button", () => {
  it.each(Object.entries(people))("%s", async (referenceId, [stands, cause, certainty, button]) => {
    const simulator = resetSimulator();
    const account = [...simulator.world().tables.accounts.newestFirst()].find(({ attributes }) => attributes.referenceId === referenceId);
    await renderApp(`/accounts/${account?.id ?? "nobody"}`);
    const verdict = await screen.findByRole("region", { name: "Verdict" });
    await waitFor(() => expect(verdict).toHaveTextContent(stands));
    await screen.findByRole("button", { name: "Restore access" });
    await userEvent.keyboard("l");
    const access = within(await screen.findByRole("group", { name: "Way back in" }));
    const [told] = await access.findAllByText(cause);
    expect(told).toBeVisible();
    expect(access.getByText(certainty)).toBeVisible();
    // one primary button at most, and it is the remedy
    const primary = () => access.queryAllByRole("button").filter(({ className }) => className.includes("bg-accent"));
    const buttons = button === null ? [] : [button];
    await waitFor(() => expect(primary().map(({ textContent }) => textContent)).toEqual(buttons));
    expect(access.queryAllByRole("form")).toHaveLength(button !== null && [link, resume, anew].includes(button) ? 1 : 0);
    await userEvent.click(access.getByRole("button", { name: "Copy reply" }));
    expect(await clipboard()).toMatch(replyTo(told?.textContent ?? ""));
    const theirs = access.getAllByRole("link", { name: /inq_/ })[0]?.getAttribute("href")?.split("/").at(-1) ?? "";
    const act = () => userEvent.click(access.getByRole("button", { name: button ?? "" }));
    const into = await carriedOut(simulator, button, theirs, act);
    expect(into).toBe(button === null ? null : (ends[button] ?? null));
  });
});
