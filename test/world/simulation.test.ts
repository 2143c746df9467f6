import { redactInquiry } from "@mocks/world/redaction/redaction";
import { performSimulateActions } from "@mocks/world/flow/simulation";
import { expect, it } from "vitest";
import { inquiryIn, type Standing } from "./inquiry-in";
import { allEventNames, apiKey, newInquiry, sampleWorld, selfieTemplateId } from "./sample-world";

const sandbox = () => sampleWorld({ environment: "sandbox" });
const simulate = (world: ReturnType<typeof sandbox>, inquiryId: string, ...types: string[]) =>
  performSimulateActions(
    world,
    { inquiryId, simulateActions: types.map((type) => ({ type, data: { verificationTemplateId: selfieTemplateId } })) },
    apiKey,
  );

it.each([
  ["created", "start_inquiry", "pending"],
  ["created", "expire_inquiry", "expired"],
  ["pending", "complete_inquiry", "completed"],
  ["pending", "fail_inquiry", "failed"],
  ["completed", "mark_for_review_inquiry", "needs_review"],
  ["needs_review", "approve_inquiry", "approved"],
  ["failed", "decline_inquiry", "declined"],
] satisfies [Standing, string, Standing][])("while %s, %s makes it %s", (standing, action, status) => {
  const world = sandbox();
  expect(simulate(world, inquiryIn(world, standing), action).attributes.status).toBe(status);
});

it("a simulated verification tells its events in the documented order", () => {
  const world = sandbox();
  const inquiry = newInquiry(world);
  simulate(world, inquiry.id, "create_passed_verification", "complete_inquiry", "approve_inquiry");
  const names = allEventNames(world);
  expect(names.slice(names.indexOf("inquiry.created") + 1).filter((name) => name !== "account.updated-fields")).toEqual([
    "selfie.created",
    "selfie.submitted",
    "selfie.processed",
    "verification.created",
    "inquiry.started",
    "verification.submitted",
    "verification.passed",
    "inquiry.completed",
    "inquiry.approved",
  ]);
  expect(inquiry.attributes.status).toBe("approved");
});

it("a refused action takes the ones before it along", () => {
  const world = sandbox();
  const inquiry = newInquiry(world);
  const before = allEventNames(world);
  expect(() => simulate(world, inquiry.id, "start_inquiry", "approve_inquiry", "complete_inquiry")).toThrow(
    "Conflict: Action complete_inquiry cannot be simulated while approved",
  );
  expect(() => simulate(world, inquiry.id, "start_inquiry", "dance_inquiry")).toThrow("Bad Request");
  expect(() => simulate(world, inquiry.id)).toThrow("Bad Request");
  expect(inquiry.attributes.status).toBe("created");
  expect(allEventNames(world)).toEqual(before);
});

it("a verification needs a template that is there", () => {
  const world = sandbox();
  const { id: inquiryId } = newInquiry(world);
  const type = "create_failed_verification";
  expect(() => performSimulateActions(world, { inquiryId, simulateActions: [{ type }] }, apiKey)).toThrow(
    "data.verification_template_id is missing",
  );
  const unknown = { type, data: { verificationTemplateId: "vtmpl_x" } };
  expect(() => performSimulateActions(world, { inquiryId, simulateActions: [unknown] }, apiKey)).toThrow("Record not found");
});

it("production and redacted inquiries cannot be simulated", () => {
  const production = sampleWorld();
  expect(() => simulate(production, newInquiry(production).id, "start_inquiry")).toThrow("Forbidden");
  const world = sandbox();
  const inquiry = newInquiry(world);
  redactInquiry(world, { inquiryId: inquiry.id }, apiKey);
  expect(() => simulate(world, inquiry.id, "start_inquiry")).toThrow("Conflict");
});
