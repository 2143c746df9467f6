import { expect, it } from "vitest";
import { operations } from "@server/persona/operations.gen";
import { operationAccess } from "@/domain/operation-access";
import { roles } from "@/domain/viewer";
import { describeAttacks, refusedAfresh, told } from "./attack";

/** A path of an operation, with an ID in each place. */
const pathOf = (template: string, inquiryId: string) =>
  `/api/v1${template.replace("{inquiryId}", inquiryId).replaceAll(/\{\w+\}/g, "some_Id1")}`;

const forbidden = operations.flatMap((operation) =>
  roles
    .filter((role) => !operationAccess[operation.operation].roles.some((each) => each === role))
    .map((role) => [role, operation] as const),
);

const answered = { action: "approve", reasonIds: [], comment: null };
const proposed = { ...answered, inquiryId: "inq_1", note: null };
const pictured = { status: "created", updatedAt: null, redactedAt: null, reviewerId: null, verifications: [], reports: [] };
/** The desk's own operations and who they are not for. */
const deskForbidden = [
  ...(["reviewer", "support", "auditor"] as const).flatMap((role) =>
    ["decisionReasons", "duplicatePolicy", "scripts", "sla", "reviewQueue", "twoPeople"].map(
      (key) => [role, "PUT", `/desk/v1/settings/${key}`, { value: {}, version: 0 }] as const,
    ),
  ),
  ...(["reviewer", "support", "lead", "auditor"] as const).flatMap((role) => [
    [role, "GET", "/desk/v1/partner-tokens", undefined] as const,
    [role, "POST", "/desk/v1/partner-tokens", { name: "mine", scopes: ["standing.read"], expiresInDays: null }] as const,
    [role, "DELETE", "/desk/v1/partner-tokens/ptok_1", undefined] as const,
    [role, "DELETE", "/desk/v1/people/user_1/sessions", undefined] as const,
  ]),
  ["auditor", "PUT", "/desk/v1/claims/inq_1", {}] as const,
  ["auditor", "PUT", "/desk/v1/postponements/inq_1", { kind: "skip", reason: "x" }] as const,
  ["auditor", "DELETE", "/desk/v1/postponements/inq_1", undefined] as const,
  ["auditor", "POST", "/desk/v1/review-queue/next", {}] as const,
  ...(["support", "auditor"] as const).map((role) => [role, "POST", "/desk/v1/second-looks", proposed] as const),
  ...(["reviewer", "support", "auditor"] as const).map(
    (role) => [role, "POST", "/desk/v1/second-looks/look_1/answer", { ...answered, seen: pictured }] as const,
  ),
];

describeAttacks("an operation that a role is not for", (target) => {
  it("there are some for every role but the most powerful", () => {
    expect(new Set(forbidden.map(([role]) => role))).toEqual(new Set(["reviewer", "support", "auditor"]));
  });

  it.each(forbidden.map(([role, operation]) => [role, operation.id, operation] as const))("%s: %s", async (role, id, operation) => {
    const { desk, inquiryId, refused, db } = target();
    const body = operation.hasBody ? {} : undefined;
    await refusedAfresh(db);
    const { status } = await refused(() => told(desk.call(role, operation.method, pathOf(operation.path, inquiryId), body)));
    expect(status).toBe(403);
    const written = await db.query(
      "select 1 from audit_entries where action = $1 and outcome = 'refused' and content->'actor'->>'role' = $2",
      [id, role],
    );
    expect(written.length, "written down as refused").toBeGreaterThan(0);
  });

  it.each(deskForbidden)("%s: %s %s", async (role, method, path, body) => {
    const { desk, refused } = target();
    expect((await refused(() => told(desk.call(role, method, path, body)))).status).toBe(403);
  });

  it.each(["reviewer", "support"] as const)("%s: other people's audit entries", async (role) => {
    const { desk } = target();
    await desk.call("lead", "PUT", "/desk/v1/claims/inq_1", {});
    await desk.call("auditor", "PUT", "/desk/v1/claims/inq_1", {});
    const { data } = (await (await desk.call(role, "GET", "/desk/v1/audit-entries?page[size]=100")).json()) as {
      data: { actor: { role: string } }[];
    };
    expect(data.filter(({ actor }) => actor.role !== role)).toEqual([]);
  });
});
