import { describe, expect, it } from "vitest";
import { isUsualRemedy, wordsFor, wordsWithLink } from "@/domain/access/safe-to-say";

describe("words of a cause are a company's own script only where they are true for the remedy", () => {
  it.each([
    ["finished", "none", true],
    ["finished", "decide", false],
    ["under-review", "decide", true],
    ["expired-midway", "restoreAccess", true],
    ["expired-midway", "createInquiry", false],
    ["window-over", "createInquiry", false],
    ["template-moved-on", "createInquiry", true],
    ["session-limit", "createInquiry", true],
    ["in-use", "generateOneTimeLink", true],
    ["in-use", "askUser", false],
    ["stuck-in-flow", "askUser", true],
    ["session-lost", "handOverToken", false],
  ] as const)("%s, %s: %s", (cause, action, isUsual) => {
    expect(isUsualRemedy(cause, action)).toBe(isUsual);
  });
});

describe("what is said with a link", () => {
  it.each([
    ["expired-midway", "restoreAccess", true],
    ["session-lost", "generateOneTimeLink", true],
    ["not-opened", "sendExistingLink", true],
    ["stuck-in-flow", "askUser", true],
    // these say that somebody finds out first
    ["ended-early", "restoreAccess", false],
    ["cannot-tell", "generateOneTimeLink", false],
    // these deny it, or promise something else
    ["in-use", "askUser", false],
    ["session-limit", "createInquiry", false],
    ["session-lost", "handOverToken", false],
  ] as const)("after %s, %s: the words of the cause: %s", (cause, action, areOfCause) => {
    const { sayToUser } = wordsFor(cause, action, "pending");
    const said = wordsWithLink({ cause, remedy: { action }, sayToUser });
    expect([said === sayToUser, said]).toEqual([areOfCause, expect.stringMatching(areOfCause ? /^[A-Z].+\.$/ : /new link/)]);
  });
});

describe("whoever has to start over is told so, and nobody else", () => {
  it.each(["expired-before-start", "expired-midway", "expired-again", "window-over", "static-link"] as const)("%s", (cause) => {
    expect(wordsFor(cause, "createInquiry", "expired").sayToUser).toContain("you start from the beginning");
    expect(wordsFor(cause, "restoreAccess", "expired").sayToUser).not.toContain("you start from the beginning");
  });
});
