import { describe, expect, test } from "vitest";
import type { DeskRole } from "@/api/generated/desk/types.gen";
import { readDeskAnswer } from "./desk-validator";

interface Deps {
  readonly statusOf: (role: DeskRole, method: string, path: string, sent?: unknown) => Promise<number>;
  /** Newest first. @param filter of audit entries, as in an address */
  readonly entriesBy: (filter: string) => Promise<readonly object[]>;
  readonly postWithKey: (key: string | null, role: DeskRole, path: string, body: unknown) => Promise<Response>;
}

/** The part of the suite about what a desk does not pass on to Persona. */
export function describeUnused({ statusOf, entriesBy, postWithKey }: Deps): void {
  describe("what the application never asks of Persona", () => {
    const nothing = "inq_suiteNone";

    test.each<[string, string, unknown, object]>([
      ["DELETE", `/api/v1/inquiries/${nothing}`, undefined, { action: "redact-an-inquiry", reason: "The desk does not do this." }],
      ["POST", `/api/v1/inquiries/${nothing}/expire`, undefined, { action: "expire-an-inquiry", reason: "The desk does not do this." }],
      [
        "PATCH",
        `/api/v1/inquiries/${nothing}`,
        { data: { attributes: { note: "secret", "red line": 1 } } },
        { action: "update-an-inquiry", reason: "The desk does not change note, ?.", details: { attributes: "note, ?" } },
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

    test("is read no more than written", async () => {
      expect(await statusOf("admin", "GET", "/api/v1/reports")).toBe(403);
      expect(await statusOf("admin", "POST", "/api/v1/inquiries/search", {})).toBe(403);
    });

    test.each([null, " ", "ü", "k".repeat(256)])("is a write under the Idempotency-Key %j", async (key) => {
      const path = `/api/v1/inquiries/${nothing}/approve`;
      const before = await entriesBy("filter[action]=approve-an-inquiry");
      const answer = await readDeskAnswer("POST", path, await postWithKey(key, "lead", path, {}));
      expect([answer.status, answer.problems]).toEqual([400, []]);
      expect(await entriesBy("filter[action]=approve-an-inquiry")).toEqual(before);
    });
  });
}
