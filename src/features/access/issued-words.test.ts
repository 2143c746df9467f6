import { describe, expect, it } from "vitest";
import type { AccessCause, RemedyAction } from "@/domain/access/access-cause";
import { wordsFor } from "@/domain/access/safe-to-say";
import { noteWith, replyWith } from "./issued-words";
import type { IssuedLink } from "./use-restore-access";

const issuedAt = Date.parse("2026-03-02T09:00:00.000Z");
const inHours = (hours: number) => new Date(issuedAt + hours * 3_600_000).toISOString();

const issuedWith = (ends: Pick<IssuedLink, "linkExpiresAt" | "expiresAt">): IssuedLink => ({
  link: "https://withpersona.com/verify?code=us1-a",
  shortLink: "",
  resumed: false,
  status: "pending",
  issuedAt,
  ...ends,
});

const saying = (
  sayToUser: string,
  cause: AccessCause = "session-lost",
  action: RemedyAction = "generateOneTimeLink",
): Parameters<typeof replyWith>[0] => ({ cause, remedy: { action, sentence: "", cost: null }, sayToUser });

describe("until when a link works, in the copied reply and in the note of the ticket", () => {
  it.each([
    ["of a link that would outlive its inquiry: the inquiry's end", inHours(24), inHours(18), "once, until 3 Mar 2026, 03:00:00 UTC"],
    ["of a link that ends before its inquiry: the link's own end", inHours(1), inHours(18), "once, until 2 Mar 2026, 10:00:00 UTC"],
    ["of a link whose end nobody told: the inquiry's end", null, inHours(18), "once, until 3 Mar 2026, 03:00:00 UTC"],
    ["of a link to an inquiry without an end: the link's own end", inHours(1), null, "once, until 2 Mar 2026, 10:00:00 UTC"],
    ["where one end can't be read: the other one", "soon", inHours(18), "once, until 3 Mar 2026, 03:00:00 UTC"],
    ["where neither is known: none", null, null, "once"],
  ])("%s", (_, linkExpiresAt, expiresAt, life) => {
    const issued = issuedWith({ linkExpiresAt, expiresAt });
    expect(replyWith(saying("Here is your link."), issued, false).split("\n\n")).toEqual([
      "Here is your link.",
      issued.link,
      `It works ${life}.`,
    ]);
    expect(noteWith("The user lost access. Advice: restore access.", issued)).toBe(
      `The user lost access. Done: a one-time link was issued at 2 Mar 2026, 09:00:00 UTC, for use ${life}.`,
    );
  });
});

it("in the note the company's own words stay whole, whatever they say, and the link is in the reply alone, once", () => {
  const issued = issuedWith({ linkExpiresAt: null, expiresAt: null });
  const note = noteWith("inq_1: Gave our Advice: call back. Certain. Advice: restore access.", issued);
  expect(note).toMatch(/^inq_1: Gave our Advice: call back\. Certain\. Done: /);
  expect(note).not.toContain(issued.link);
  expect(replyWith(saying("שלום <b>"), issued, false).split(issued.link)).toHaveLength(2);
});

describe("no link goes out with words that deny it", () => {
  const issued = issuedWith({ linkExpiresAt: null, expiresAt: null });
  const replyFor = (cause: AccessCause, action: RemedyAction, isChosen = false) => {
    const { sayToUser } = wordsFor(cause, action, "pending");
    return { sayToUser, reply: replyWith(saying(sayToUser, cause, action), issued, isChosen) };
  };

  it.each<[AccessCause, RemedyAction]>([
    ["template-inactive", "askTemplateOwner"],
    ["session-limit", "createInquiry"],
    ["expired-midway", "createInquiry"],
    ["expired-before-start", "handOverToken"],
    ["session-lost", "handOverToken"],
    ["in-use", "askUser"],
    ["other-inquiry", "openOtherInquiry"],
    ["ended-early", "restoreAccess"],
    ["cannot-tell", "generateOneTimeLink"],
  ])("%s, where the remedy is to %s", (cause, action) => {
    const { sayToUser, reply } = replyFor(cause, action);
    expect(reply.startsWith("I am sending you a new link. Open it on the device")).toBe(true);
    expect(reply).not.toContain(sayToUser);
    expect(replyFor(cause, action, true).reply.startsWith(sayToUser)).toBe(true);
  });

  it.each<[AccessCause, RemedyAction]>([
    ["expired-midway", "restoreAccess"],
    ["sessions-over", "generateOneTimeLink"],
    ["not-opened", "sendExistingLink"],
    ["stuck-in-flow", "askUser"],
  ])("%s, where the remedy is to %s, keeps its own", (cause, action) => {
    const { sayToUser, reply } = replyFor(cause, action);
    expect(reply.startsWith(sayToUser)).toBe(true);
  });
});
