import { expect, it } from "vitest";
import { operations } from "@server/persona/operations.gen";
import { isProxied } from "@server/persona/proxied-operations";
import { describeAttacks, refusedAfresh, told } from "./attack";

const unused = operations.filter(({ operation }) => !isProxied(operation));

/** With an inquiry that is there, so that Persona would do it. */
const pathOf = (template: string, inquiryId: string) =>
  `/api/v1${template.replace("{inquiryId}", inquiryId).replaceAll(/\{\w+\}/g, "some_Id1")}`;

describeAttacks("an operation that no screen calls", (target) => {
  it("there are many, redactions and simulated users among them, and whatever the desk has commands for", () => {
    expect(unused.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        "redact-an-inquiry",
        "consolidate-into-an-account",
        "inquiries-perform-simulate-actions",
        "approve-an-inquiry",
        "decline-an-inquiry",
        "mark-an-inquiry-for-review",
        "resume-an-inquiry",
        "generate-a-one-time-link",
      ]),
    );
  });

  it.each(unused.map((operation) => [operation.id, operation] as const))("is refused to the most powerful: %s", async (id, operation) => {
    const { desk, inquiryId, refused, db } = target();
    const body = operation.hasBody ? { data: { attributes: { note: "secret-note" } } } : undefined;
    await refusedAfresh(db);
    expect((await refused(() => told(desk.call("admin", operation.method, pathOf(operation.path, inquiryId), body)))).status).toBe(403);
    const written = await db.query<{ content: unknown }>(
      "select content from audit_entries where action = $1 and outcome = 'refused' and content->'actor'->>'role' = 'admin'",
      [id],
    );
    expect(written, "written down as refused").toHaveLength(1);
    expect(JSON.stringify(written)).not.toContain("secret-note");
  });
});
