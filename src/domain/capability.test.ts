import { describe, expect, it } from "vitest";
import { accountTagsCapability, capability } from "@/domain/capability";
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
    expect(capability("approve", inquiry("completed"), writer("support"))).toMatchObject({ wayOut: { action: "markForReview" } });
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
});
