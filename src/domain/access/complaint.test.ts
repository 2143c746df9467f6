import { describe, expect, it } from "vitest";
import { after, created, everythingAnswered, expired, now, pending, session, template } from "@/domain/access/access-facts.fixture";
import { complaintMeaning, readComplaint, sdkErrors, type SdkErrorCode } from "@/domain/access/complaint";
import { diagnoseAccess } from "@/domain/access/access-diagnosis";

describe("what somebody complains about", () => {
  it.each([
    ['onError({ status: 409, code: "unauthenticated" })', "unauthenticated"],
    ["Persona says UNAUTHENTICATED", "unauthenticated"],
    ["code=inactive_template", "inactive_template"],
    ["422 inactive template", "inactive_template"],
    ['{"status":400,"code":"invalid_config"}', "invalid_config"],
    ["application_error", "application_error"],
    ["{ code: 'unknown' }", "unknown"],
  ])("%s is the code %s", (text, code) => {
    expect(readComplaint(text)).toEqual({ kind: "sdk-error", code });
  });

  it.each([
    ["It says my session has expired", "session-expired"],
    ["Mi sesión ha caducado", "session-expired"],
    ["the link you sent doesn’t work", "link-dead"],
    ["El enlace no funciona", "link-dead"],
    ["I have to start from the beginning each time", "starts-over"],
    ["tengo que empezar desde cero", "starts-over"],
    ["it can't find my camera", "camera"],
    ["just a white screen", "hangs"],
    ["it says I am already verified", "finished"],
  ])("“%s” says %s", (text, what) => {
    expect(readComplaint(text)).toEqual({ kind: "said", what });
  });

  it.each(["", "usr_48213", "an unknown person", "Hello, who can help me?", "inq_4KxVdP8qLmZ2nYtR7wBcJf6H"])(
    "finds none in “%s”",
    (text) => {
      expect(readComplaint(text)).toBeUndefined();
    },
  );

  it("keeps nothing of the text, and reads a long one without stalling", () => {
    const text = `${"session ".repeat(100_000)}Ada Lovelace expired`;
    expect(JSON.stringify(readComplaint(text) ?? {})).not.toMatch(/Ada/);
  });

  it("every code of the embedded flow has a meaning that names who acts", () => {
    // the keys of that table
    for (const code of Object.keys(sdkErrors) as SdkErrorCode[]) {
      const { sentence, next } = complaintMeaning({ kind: "sdk-error", code });
      expect([sentence, next].every((words) => words.endsWith("."))).toBe(true);
    }
  });
});

describe("what the page or app reported, as evidence", () => {
  const diagnose = (sdkError: SdkErrorCode, inquiry: object = pending, more: object = {}) =>
    diagnoseAccess({ ...everythingAnswered, inquiry, sessions: [session("active")], sdkError, ...more, now });

  it("unauthenticated on a begun inquiry is a missing session token, for certain", () => {
    const { cause, certainty, proof, remedy } = diagnose("unauthenticated");
    expect([cause, certainty, remedy.action]).toEqual(["link-without-session", "certain", "generateOneTimeLink"]);
    expect(proof.map(({ sentence }) => sentence)).toContain("The page or app reported “unauthenticated (409)”.");
    expect(remedy.sentence).toContain("resume it when a user returns");
  });

  it("says nothing new of one that has not begun, has expired or is over", () => {
    for (const inquiry of [created, expired, { ...pending, status: "approved" }]) {
      const without = diagnoseAccess({ ...everythingAnswered, inquiry, sessions: [session("active")], now });
      expect(diagnose("unauthenticated", inquiry).cause).toBe(without.cause);
    }
  });

  it("a window that is over comes before what the page reported", () => {
    expect(diagnose("unauthenticated", { ...pending, expiresAt: after(-1) }).cause).toBe("window-over");
  });

  it("an inactive template is certain once the page met it", () => {
    const inactive = { template: template("itmplv_1", "inactive") };
    expect(diagnose("inactive_template", pending, inactive)).toMatchObject({ cause: "template-inactive", certainty: "certain" });
    expect(diagnose("unknown", pending, inactive)).toMatchObject({ cause: "template-inactive", certainty: "likely" });
  });

  it("does not say so of a template that is active, and shows what was reported beside it", () => {
    const { cause, proof } = diagnose("inactive_template");
    expect(cause).toBe("session-lost");
    expect(proof.at(-1)?.sentence).toBe("The page or app reported “inactive_template (422)”, and this template is active now.");
  });
});
