import { describe, expect, it } from "vitest";
import { accountTagsCapability, capability, creationCapability, noteCapability } from "@/domain/capability";
import { type InquiryAction, inquiryActions } from "@/domain/inquiry-action";
import { inquiryStatuses, type KnownInquiryStatus } from "@/domain/inquiry-status";
import { roles, type Role } from "@/domain/viewer";

const writer = (role: string) => ({ role, permissions: ["inquiry.read", "inquiry.write", "account.write"], environment: "production" });
const inquiry = (status: string, more: object = {}) => ({ id: "inq_1", status, redactedAt: null, ...more });

/**
 * What Persona documents or implies per status: `y` allowed, `w` allowed with a warning, `-` refused.
 * Columns: created, pending, completed, failed, expired, needs_review, approved, declined, and any of them redacted.
 */
const matrix: Record<InquiryAction, string> = {
  approve: "w w y w w y - w -",
  decline: "w w y y w y w - -",
  markForReview: "w w y y w - - - -",
  restoreAccess: "y y - - y - - - -",
  generateOneTimeLink: "y y - - - - - - -",
  resume: "- w - - y - - - -",
  expire: "w w - - - - - - -",
  editTags: "y y y y y y y y y",
};
const columns: readonly KnownInquiryStatus[] = [
  "created",
  "pending",
  "completed",
  "failed",
  "expired",
  "needs_review",
  "approved",
  "declined",
];

function mark(action: InquiryAction, subject: object, role: string): string {
  const verdict = capability(action, subject, writer(role));
  if (!verdict.allowed) return "-";
  return verdict.warning === undefined ? "y" : "w";
}

describe("status × action", () => {
  it("has a column for every status Persona knows", () => {
    expect(columns.toSorted()).toEqual(inquiryStatuses.toSorted());
  });

  it.each(inquiryActions)("%s", (action) => {
    const row = columns.map((status) => mark(action, inquiry(status), "reviewer"));
    const redacted = new Set(
      columns.map((status) => mark(action, inquiry(status, { redactedAt: "2026-03-01T00:00:00.000Z" }), "reviewer")),
    );
    expect([...row, ...redacted].join(" ")).toBe(matrix[action]);
  });
});

describe("status × action × role", () => {
  const denied: Record<Role, readonly InquiryAction[]> = {
    reviewer: [],
    lead: [],
    admin: [],
    support: ["approve", "decline"],
    auditor: inquiryActions,
  };

  it.each(roles.flatMap((role) => inquiryActions.map((action) => [role, action] as const)))("%s, %s", (role, action) => {
    const expected = denied[role].includes(action) ? columns.map(() => "-") : matrix[action].split(" ").slice(0, 8);
    expect(columns.map((status) => mark(action, inquiry(status), role))).toEqual(expected);
  });

  it.each([undefined, null, "", "superuser", "constructor"])("a role nobody knows (%j) may only read", (role) => {
    for (const action of inquiryActions) {
      expect(capability(action, inquiry("pending"), { role, permissions: ["inquiry.write"] }).allowed).toBe(false);
    }
  });
});

describe("key permissions", () => {
  it.each(inquiryActions)("%s needs inquiry.write on the API key, and says so", (action) => {
    const verdict = capability(action, inquiry("pending"), { role: "admin", permissions: ["inquiry.read", "account.write"] });
    expect(verdict).toMatchObject({ allowed: false, reason: expect.stringContaining("inquiry.write") as string });
  });

  it("tags of accounts need account.write and a role that writes", () => {
    expect(accountTagsCapability(writer("support"))).toEqual({ allowed: true });
    expect(accountTagsCapability(writer("auditor")).allowed).toBe(false);
    expect(accountTagsCapability({ role: "lead", permissions: ["inquiry.write"] })).toMatchObject({
      reason: expect.stringContaining("account.write") as string,
    });
  });
});

describe("what is not done to an inquiry that exists", () => {
  const gone = inquiry("approved", { redactedAt: "2026-03-01T00:00:00.000Z" });

  it.each(["reviewer", "lead", "admin", "support"])("%s may create inquiries, and write the note of one until it is redacted", (role) => {
    expect(creationCapability(writer(role))).toEqual({ allowed: true });
    expect(noteCapability(inquiry("declined"), writer(role))).toEqual({ allowed: true });
    expect(noteCapability(gone, writer(role))).toEqual({
      allowed: false,
      reason: "This inquiry was redacted, and its note with it.",
    });
  });

  it.each(["auditor", "superuser", undefined])("%s may neither create an inquiry, nor write a note, nor tag an account", (role) => {
    const viewer = { role, permissions: writer("").permissions };
    for (const verdict of [
      creationCapability(viewer),
      noteCapability(inquiry("pending"), viewer),
      noteCapability(gone, viewer),
      accountTagsCapability(viewer),
    ]) {
      expect(verdict).toMatchObject({
        allowed: false,
        reason: expect.stringContaining("can only read") as string,
        wayOut: { sentence: "Ask a colleague with the Support or Reviewer role to do it." },
      });
    }
  });

  it("needs inquiry.write on the API key", () => {
    const viewer = { role: "admin", permissions: ["inquiry.read", "account.write"] };
    for (const verdict of [creationCapability(viewer), noteCapability(inquiry("pending"), viewer)]) {
      expect(verdict).toMatchObject({ allowed: false, reason: expect.stringContaining("inquiry.write") as string });
    }
  });
});

describe("reasons", () => {
  const refusals = inquiryActions.flatMap((action) =>
    [...columns, "archived", ""].flatMap((status) =>
      [...roles, "intern"].flatMap((role) => {
        const verdict = capability(action, inquiry(status), writer(role));
        return verdict.allowed ? [] : [{ action, status, role, verdict }];
      }),
    ),
  );

  it("are whole sentences", () => {
    for (const { verdict } of refusals) {
      expect(verdict.reason).toMatch(/^[A-Z].{15,}\.$/);
      expect(verdict.wayOut?.sentence ?? "There is none at all.").toMatch(/^[A-Z].{15,}\.$/);
    }
  });

  it("never offer a way out that is refused as well", () => {
    const offered = refusals.flatMap(({ status, role, verdict }) =>
      verdict.wayOut?.action ? [{ status, role, action: verdict.wayOut.action }] : [],
    );
    expect(offered.length).toBeGreaterThan(10);
    expect(offered.filter(({ status, role, action }) => !capability(action, inquiry(status), writer(role)).allowed)).toEqual([]);
  });

  it("lead from a link for an expired inquiry to restoring access", () => {
    expect(capability("generateOneTimeLink", inquiry("expired"), writer("support"))).toMatchObject({ wayOut: { action: "restoreAccess" } });
  });

  it("lead support from a decision to marking for review", () => {
    expect(capability("approve", inquiry("completed"), writer("support"))).toEqual({
      allowed: false,
      reason: "Your role (Support) can't approve or decline inquiries.",
      wayOut: { sentence: "Mark it for review, and a reviewer will decide.", action: "markForReview" },
    });
  });

  it("lead support to a reviewer where an inquiry can't be marked for review either", () => {
    expect(capability("approve", inquiry("needs_review"), writer("support"))).toEqual({
      allowed: false,
      reason: "Your role (Support) can't approve or decline inquiries.",
      wayOut: { sentence: "A reviewer can tell you what to do with it." },
    });
  });

  it("lead a reader to somebody who may, and from a key that may not to whoever manages it", () => {
    expect(capability("expire", inquiry("pending"), writer("auditor"))).toEqual({
      allowed: false,
      reason: "Your role (Auditor) can only read.",
      wayOut: { sentence: "Ask a colleague with the Support or Reviewer role to do it." },
    });
    expect(capability("expire", inquiry("pending"), { role: "admin", permissions: ["inquiry.read"] })).toMatchObject({
      wayOut: { sentence: "Ask whoever manages the key in Persona's dashboard to add it." },
    });
  });

  it.each([null, "superuser"])("of a role nobody knows (%j) are those of a reader, for a decision as well", (role) => {
    expect(capability("approve", inquiry("completed"), { role, permissions: ["inquiry.write"] })).toMatchObject({
      reason: expect.stringContaining("can only read") as string,
    });
  });

  it("say of a redacted inquiry what is gone, and how the person can be verified again", () => {
    expect(capability("approve", inquiry("completed", { redactedAt: "2026-03-01T00:00:00.000Z" }), writer("lead"))).toEqual({
      allowed: false,
      reason: "This inquiry was redacted: its personal data is gone, so only its tags can change.",
      wayOut: { sentence: "If the person has to be verified again, start a new inquiry under the same reference ID." },
    });
  });

  it("say only what is so where there is no way out", () => {
    expect(capability("expire", inquiry("failed"), writer("lead"))).toEqual({
      allowed: false,
      reason: "This inquiry failed and is over, so there is nothing left to expire.",
    });
  });
});

describe("warnings", () => {
  it.each(["approve", "decline", "markForReview"] as const)("%s on an open inquiry says that the user is stopped", (action) => {
    for (const status of ["created", "pending"]) {
      expect(capability(action, inquiry(status), writer("lead"))).toMatchObject({
        warning: expect.stringContaining("stops them") as string,
      });
    }
  });

  it("say when the 25 sessions an inquiry has by default run out", () => {
    const withSessions = (n: number) =>
      inquiry("pending", { links: { sessions: Array.from({ length: n }, (_, i) => ({ type: "s", id: `${i}` })) } });
    const warning = (n: number) => {
      const verdict = capability("generateOneTimeLink", withSessions(n), writer("support"));
      return verdict.allowed ? verdict.warning : "refused";
    };
    expect(warning(19)).toBeUndefined();
    expect(warning(22)).toContain("one of the last 3 of 25 sessions");
    expect(warning(24)).toBe("This may use the last of 25 sessions.");
    expect(warning(25)).toContain("may refuse");
  });

  it("say it beside what else has to be known", () => {
    const sessions = Array.from({ length: 24 }, (_, nth) => ({ type: "inquiry-session", id: `iqse_${nth}` }));
    expect(capability("resume", inquiry("pending", { links: { sessions } }), writer("support"))).toEqual({
      allowed: true,
      warning: "Its status stays pending. Resuming only makes a session the user needs a link for. This may use the last of 25 sessions.",
    });
    expect(capability("expire", inquiry("pending", { links: { sessions } }), writer("support"))).toMatchObject({
      warning: expect.not.stringContaining("sessions") as string,
    });
  });

  it("are no refusal where the last session is gone, which has its own way out", () => {
    const sessions = Array.from({ length: 24 }, (_, nth) => ({ type: "inquiry-session", id: `iqse_${nth}` }));
    expect(capability("restoreAccess", inquiry("expired", { links: { sessions } }), writer("support"))).toMatchObject({
      allowed: false,
      wayOut: { sentence: "Create a new inquiry, or ask Persona support to raise the limit." },
    });
  });

  it.each([
    [23, true],
    [24, false],
    [25, true],
    [26, true],
  ])("with %d sessions used, an expired inquiry can be given a link: %s", (used, allowed) => {
    const sessions = Array.from({ length: used }, (_, nth) => ({ type: "inquiry-session", id: `iqse_${nth}` }));
    expect(capability("restoreAccess", inquiry("expired", { links: { sessions } }), writer("support")).allowed).toBe(allowed);
    expect(capability("resume", inquiry("expired", { links: { sessions } }), writer("support")).allowed).toBe(true);
    expect(capability("restoreAccess", inquiry("pending", { links: { sessions } }), writer("support")).allowed).toBe(true);
  });
});

describe("an unknown or missing status", () => {
  it.each(["archived", "Approved", "", null, undefined, 7])("%j refuses everything but tags", (status) => {
    // A status of the wrong kind is what an API may send whatever the types say.
    const odd = { id: "inq_1", status: status as string };
    for (const action of inquiryActions) expect(capability(action, odd, writer("admin")).allowed).toBe(action === "editTags");
  });

  it.each([
    ["archived", "Inquiry Desk does not know the status “archived”, so it can't tell what this would do."],
    [null, "Persona sent no status for this inquiry, so it can't tell what this would do."],
  ])("%j is named, and where to go with it", (status, reason) => {
    expect(capability("approve", inquiry("", { status }), writer("admin"))).toEqual({
      allowed: false,
      reason,
      wayOut: { sentence: "Use Persona's own dashboard for this inquiry." },
    });
  });
});

it("warns before an inquiry in review is approved that its user never finished", () => {
  const verdictOf = (action: InquiryAction, more: object) => capability(action, inquiry("needs_review", more), writer("reviewer"));
  const unfinished = { completedAt: null, failedAt: null };
  expect(verdictOf("approve", unfinished)).toEqual({
    allowed: true,
    warning: "The user never finished. Look at what is missing before you decide.",
  });
  expect(verdictOf("approve", { ...unfinished, completedAt: "2026-03-04T11:00:00.000Z" })).toEqual({ allowed: true });
  // times that were not sent prove nothing, and who never finished may well be declined
  expect(verdictOf("approve", {})).toEqual({ allowed: true });
  expect(verdictOf("decline", unfinished)).toEqual({ allowed: true });
});
