import { describe, expect, it } from "vitest";
import { everythingAnswered, now, pending, session } from "@/domain/access/access-facts.fixture";
import { diagnoseAccess } from "@/domain/access/access-diagnosis";

describe("the last session there can be, opened minutes ago", () => {
  const used = Array.from({ length: 24 }, () => session("expired"));
  const last = (more: object = {}) =>
    diagnoseAccess({ ...everythingAnswered, inquiry: pending, sessions: [...used, { ...session("active", 0.1), ...more }], now });

  it("is said to be in use first, then that no link helps; nobody is locked out, and no link is promised", () => {
    const { sentence, lockedOut, rejectedRemedy, sayToUser, ticketNote } = last();
    expect(sentence).toBe(
      "The session opened 6 min ago still runs: the user may be in it now. If they are out, no link helps: the inquiry has used 25 sessions; by default Persona makes no more than 25.",
    );
    expect(lockedOut).toBeNull();
    expect(rejectedRemedy).toEqual({
      action: "generateOneTimeLink",
      sentence: "Not a link: it needs another session, and Persona makes no more.",
    });
    expect(sayToUser).not.toMatch(/sending|new link/);
    expect(ticketNote).toContain("Session limit reached");
  });

  it("is so in the app too", () => {
    expect(last({ mobileSdkName: "persona-ios" }).remedy.action).toBe("askUser");
  });

  it("is in use where the user's own still runs beside one that a program opened", () => {
    const scanned = { ...session("active", 0.05), isDatacenter: true };
    const of = (hours: number) =>
      diagnoseAccess({
        ...everythingAnswered,
        inquiry: pending,
        sessions: [...used.slice(1), session("active", hours), scanned],
        lastVerificationAt: null,
        now,
      });
    expect(of(0.1)).toMatchObject({ cause: "in-use", lockedOut: null });
    expect(of(0.1).sentence).toMatch(/^The session opened 6 min ago still runs/);
    expect(of(2).cause).toBe("session-limit");
  });

  it("is named where it runs since long, for the user may still have it", () => {
    const { sentence, remedy } = last(session("active", 2));
    expect(sentence).toMatch(
      /makes no more than 25\. The session opened 2 h ago still runs: in the tab it was opened in, the user can go on\.$/,
    );
    expect(remedy.sentence).toMatch(/^If the user can't go on where they opened it, ask Persona support/);
  });

  it("is handed out again where another waits unopened", () => {
    const { remedy } = diagnoseAccess({
      ...everythingAnswered,
      inquiry: pending,
      sessions: [...used, session("active", 0.1), session("new", 0.1)],
      now,
    });
    expect(remedy.action).toBe("generateOneTimeLink");
  });
});
