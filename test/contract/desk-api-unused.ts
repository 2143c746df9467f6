import { describe, expect, it } from "vitest";
import type { DeskRole } from "@/api/generated/desk/types.gen";
import { readDeskAnswer } from "./desk-validator";

type Deps = {
  readonly statusOf: (role: DeskRole, method: string, path: string, sent?: unknown) => Promise<number>;
  /** Newest first. @param filter of audit entries, as in an address */
  readonly entriesBy: (filter: string) => Promise<readonly object[]>;
  readonly postWithKey: (key: string | null, role: DeskRole, path: string, body: unknown) => Promise<Response>;
};

/** The part of the suite about what a desk does not pass on to Persona. */
export function describeUnused({ statusOf, entriesBy, postWithKey }: Deps): void {
  describe("what the application never asks of Persona", () => {
    const nothing = "inq_suiteNone";

    it.each<[string, string, unknown, object]>([
      ["DELETE", `/api/v1/inquiries/${nothing}`, undefined, { action: "redact-an-inquiry", reason: "The desk does not do this." }],
      ["POST", `/api/v1/inquiries/${nothing}/expire`, undefined, { action: "expire-an-inquiry", reason: "The desk does not do this." }],
      [
        "PATCH",
        `/api/v1/inquiries/${nothing}`,
        { data: { attributes: { note: "secret", fields: {}, "red line": 1 } } },
        { action: "update-an-inquiry", reason: "The desk does not change fields, ?.", details: { attributes: "fields, ?" } },
      ],
    ])("is refused to everybody, which is in the audit log: %s %s", async (method, path, sent, entry) => {
      for (const role of ["lead", "admin"] as const) expect(await statusOf(role, method, path, sent)).toBe(403);
      const data = await entriesBy(`filter[subject-id]=${nothing}`);
      const written = { outcome: "refused", subject: { type: "inquiry", id: nothing }, personaRequestId: null, ...entry };
      expect(data.slice(0, 2)).toMatchObject([
        { actor: { role: "admin" }, ...written },
        { actor: { role: "lead" }, ...written },
      ]);
      expect(JSON.stringify(data)).not.toContain("secret");
    });

    it.each([
      ["approve", "approve-an-inquiry", "reviewer"],
      ["decline", "decline-an-inquiry", "reviewer"],
      ["mark-for-review", "mark-an-inquiry-for-review", "support"],
      ["resume", "resume-an-inquiry", "support"],
      ["generate-one-time-link", "generate-a-one-time-link", "reviewer"],
    ] as const)("is to %s an inquiry, which the desk has commands for", async (step, action, role) => {
      expect(await statusOf(role, "POST", `/api/v1/inquiries/${nothing}/${step}`)).toBe(403);
      const [entry] = await entriesBy(`filter[action]=${action}`);
      const reason = "The desk does not do this.";
      expect(entry).toMatchObject({ action, outcome: "refused", actor: { role }, subject: { type: "inquiry", id: nothing }, reason });
    });

    it("is read no more than written", async () => {
      expect(await statusOf("admin", "GET", "/api/v1/rate-limits")).toBe(403);
      expect(await statusOf("admin", "POST", "/api/v1/inquiries/search", {})).toBe(403);
    });

    it.each([null, " ", "ü", "k".repeat(256)])("is a write under the Idempotency-Key %j", async (key) => {
      const path = "/api/v1/accounts/act_suiteNone/add-tag";
      const before = await entriesBy("filter[action]=accounts-add-tag");
      const answer = await readDeskAnswer("POST", path, await postWithKey(key, "lead", path, { meta: { tagName: "x" } }));
      expect([answer.status, answer.problems]).toEqual([400, []]);
      expect(await entriesBy("filter[action]=accounts-add-tag")).toEqual(before);
    });
  });
}
