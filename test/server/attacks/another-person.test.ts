import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { ownWrite } from "@test/server/support/full-desk";
import { describeAttacks, told } from "./attack";

const seen = { status: "created", updatedAt: null, redactedAt: null, reviewerId: null, verifications: [], reports: [] };

describeAttacks("a page that was loaded for somebody else than is signed in now", (target) => {
  const writes = (inquiryId: string): readonly (readonly [string, string, object?])[] => [
    ["POST", "/desk/v1/decisions", { inquiryId, action: "approve", reasonIds: [], comment: null, seen }],
    ["POST", "/desk/v1/restorations", { inquiryId, seen: { status: "created", redactedAt: null }, kind: "link" }],
    ["POST", "/desk/v1/creations", { accountId: "act_1", inquiryTemplateId: "itmpl_1", seen: [], reason: null }],
    ["POST", "/desk/v1/second-looks", { inquiryId, action: "approve", reasonIds: [], comment: null, note: null }],
    ["POST", "/desk/v1/second-looks/look_1/answer", { action: "approve", reasonIds: [], comment: null, seen }],
    ["DELETE", `/desk/v1/decisions/dec_${randomUUID()}`],
    ["PATCH", `/desk/v1/decisions/dec_${randomUUID()}`, { paused: true }],
    ["PUT", `/desk/v1/claims/${inquiryId}`, {}],
    ["PUT", `/desk/v1/postponements/${inquiryId}`, { kind: "skip", reason: "x" }],
    ["DELETE", `/desk/v1/postponements/${inquiryId}`],
    ["POST", "/desk/v1/review-queue/next", {}],
    ["PUT", "/desk/v1/settings/sla", { value: { reviewHours: 1, warnHours: 0 }, version: 0 }],
    ["POST", "/api/v1/accounts/act_1/add-tag", { meta: { tagName: "x" } }],
  ];

  it("writes nothing in the name of whoever is", async () => {
    const { desk, refused, inquiryId } = target();
    const cookie = await desk.cookieOf("admin");
    for (const [method, path, body] of writes(inquiryId)) {
      const headers = { ...ownWrite(), cookie, "desk-person": "user-of-before" };
      const sent = body && { body: JSON.stringify(body) };
      expect([path, (await refused(() => told(fetch(desk.url + path, { method, headers, ...sent })))).status]).toEqual([path, 409]);
    }
  });

  it("reads on: what is shown says who is signed in", async () => {
    const { desk } = target();
    const cookie = await desk.cookieOf("admin");
    const headers = { cookie, "sec-fetch-site": "same-origin", "desk-person": "user-of-before" };
    expect((await fetch(`${desk.url}/desk/v1/session`, { headers })).status).toBe(200);
  });

  it("has to say whom it was loaded for, where it commands", async () => {
    const { desk, refused, inquiryId } = target();
    const cookie = await desk.cookieOf("admin");
    for (const [method, path, body] of writes(inquiryId).slice(0, 7)) {
      const sent = fetch(desk.url + path, { method, headers: { ...ownWrite(), cookie }, ...(body && { body: JSON.stringify(body) }) });
      expect([path, (await refused(() => told(sent))).status]).toEqual([path, 400]);
    }
  });
});
