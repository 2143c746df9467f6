import {
  beginVerification,
  completeFlow,
  confirmVerification,
  leaveFlow,
  retryVerification,
  submitVerification,
} from "@mocks/world/flow/flow";
import {
  cancelVerification,
  failVerification,
  passVerification,
  requireVerificationRetry,
  skipVerification,
} from "@mocks/world/flow/flow-results";
import { verificationsOf } from "@mocks/world/inquiry/inquiry-lookup";
import { iso, minute, unixSeconds } from "@mocks/world/core/time";
import { walkFlow } from "@mocks/world/flow/walk";
import { expect, it } from "vitest";
import { allEventNames, eventNames, newInquiry, openPlainly, pendingInquiry, sampleWorld, start } from "./sample-world";

it("a good run tells its story in the documented order", () => {
  const world = sampleWorld({ settings: { steps: [{ name: "verification_government_id", kind: "government-id", attempts: 1 }] } });
  const inquiry = newInquiry(world);
  const sessionId = openPlainly(world, inquiry.id);
  beginVerification(world, { sessionId });
  submitVerification(world, { sessionId });
  passVerification(world, { sessionId });
  completeFlow(world, { sessionId });
  const story = allEventNames(world);
  expect(story.slice(story.indexOf("inquiry.created"))).toEqual([
    "inquiry.created",
    "inquiry-session.started",
    "inquiry.transitioned",
    "verification.created",
    "inquiry.started",
    "document.created",
    "document.submitted",
    "verification.submitted",
    "document.processed",
    "verification.passed",
    "inquiry.completed",
    "account.updated-fields",
  ]);
});

it("opening leaves the status alone, the first verification makes the inquiry pending, the window stays", () => {
  const world = sampleWorld();
  const inquiry = newInquiry(world);
  const sessionId = openPlainly(world, inquiry.id);
  const { expiresAt } = inquiry.attributes;
  expect(inquiry.attributes).toMatchObject({ status: "created", startedAt: null, nextStepName: "start" });
  world.clock.advance(minute);
  beginVerification(world, { sessionId });
  expect(inquiry.attributes).toMatchObject({
    status: "pending",
    startedAt: iso(start + minute),
    expiresAt,
    previousStepName: "start",
    nextStepName: "verification_government_id",
  });
});

it("a passed verification fills fields and moves on; submission and completion are dated", () => {
  const world = sampleWorld();
  const inquiry = newInquiry(world);
  const sessionId = openPlainly(world, inquiry.id);
  submitVerification(world, {
    sessionId,
    attributes: { nameFirst: "Ada", idClass: "pp", frontPhotoUrl: "https://files.example/front.jpg?t=1" },
  });
  world.clock.advance(minute);
  const verification = passVerification(world, { sessionId, attributes: { nameLast: "Park" }, fields: { birthdate: "1990-02-03" } });
  expect(verification.attributes).toMatchObject({
    status: "passed",
    nameFirst: "Ada",
    nameLast: "Park",
    submittedAt: iso(start),
    completedAtTs: unixSeconds(start + minute),
  });
  const document = world.find({ type: "document/government-id", id: inquiry.relationships.documents.data[0]?.id ?? "" });
  expect(document?.attributes).toMatchObject({ status: "processed", nameLast: "Park", frontPhoto: { filename: "front.jpg" } });
  expect(verification.relationships.document?.data?.id).toBe(document?.id);
  expect(inquiry.attributes.fields).toMatchObject({
    "name-first": { value: "Ada" },
    "name-last": { value: "Park" },
    birthdate: { value: "1990-02-03" },
  });
  expect(inquiry.attributes).toMatchObject({ previousStepName: "verification_government_id", nextStepName: "verification_selfie" });
});

it("every attempt is a verification of its own; the last failed one fails the inquiry", () => {
  const world = sampleWorld();
  const { inquiry, sessionId } = pendingInquiry(world);
  failVerification(world, { sessionId, checks: [{ name: "selfie_liveness_detection", reasons: ["low_liveness_confidence"] }] });
  expect(inquiry.attributes.status).toBe("pending");
  retryVerification(world, { sessionId });
  failVerification(world, { sessionId });
  expect(verificationsOf(world, inquiry).map((each) => `${each.type} ${each.attributes.status}`)).toEqual([
    "verification/government-id passed",
    "verification/selfie failed",
    "verification/selfie failed",
  ]);
  expect(inquiry.attributes).toMatchObject({ status: "failed", failedAt: iso(start), expiresAt: null, nextStepName: "failure" });
  expect(() => retryVerification(world, { sessionId })).toThrow("Inquiry cannot be continued while failed");
});

it("what cannot be processed costs an attempt, a timed out one does not", () => {
  const world = sampleWorld();
  const inquiry = newInquiry(world);
  const sessionId = openPlainly(world, inquiry.id);
  beginVerification(world, { sessionId });
  cancelVerification(world, { sessionId });
  const retry = requireVerificationRetry(world, { sessionId });
  expect(eventNames(world, retry.id)).toEqual(["verification.created", "verification.submitted", "verification.requires-retry"]);
  const { id } = inquiry.relationships.documents.data[0] ?? { id: "" };
  expect(eventNames(world, id)).toEqual(["document.created", "document.submitted", "document.errored"]);
  expect(inquiry.attributes.status).toBe("pending");
  requireVerificationRetry(world, { sessionId });
  expect(inquiry.attributes.status).toBe("failed");
});

it("an optional step that failed for good or was skipped does not stand in the way", () => {
  const steps = [
    { name: "verification_aamva", kind: "aamva", attempts: 1, optional: true },
    { name: "verification_database", kind: "database", attempts: 1 },
    { name: "verification_selfie", kind: "selfie", attempts: 1, optional: true },
  ];
  const world = sampleWorld({ settings: { steps } });
  const inquiry = newInquiry(world);
  const sessionId = openPlainly(world, inquiry.id);
  beginVerification(world, { sessionId });
  skipVerification(world, { sessionId });
  expect(() => completeFlow(world, { sessionId })).toThrow("Step verification_database is not passed");
  passVerification(world, { sessionId });
  failVerification(world, { sessionId });
  completeFlow(world, { sessionId });
  expect(inquiry.attributes).toMatchObject({ status: "completed", nextStepName: "success", expiresAt: null });
});

it("a code that was entered is confirmed without an event", () => {
  const world = sampleWorld({ settings: { steps: [{ name: "verification_email_address", kind: "email-address", attempts: 3 }] } });
  const sessionId = openPlainly(world, newInquiry(world).id);
  beginVerification(world, { sessionId });
  const verification = confirmVerification(world, { sessionId });
  expect(verification.attributes.status).toBe("confirmed");
  expect(eventNames(world, verification.id)).toEqual(["verification.created"]);
  passVerification(world, { sessionId });
  expect(eventNames(world, verification.id)).toEqual(["verification.created", "verification.submitted", "verification.passed"]);
});

it("moves the flow does not have are refused", () => {
  const world = sampleWorld();
  const inquiry = newInquiry(world);
  const sessionId = openPlainly(world, inquiry.id);
  expect(() => completeFlow(world, { sessionId })).toThrow("Inquiry cannot be completed while created");
  expect(() => retryVerification(world, { sessionId })).toThrow("No verification can be retried");
  expect(() => skipVerification(world, { sessionId })).toThrow("No verification is open");
  expect(() => beginVerification(world, { sessionId, kind: "database" })).toThrow("No step for database is left");
  submitVerification(world, { sessionId });
  expect(() => beginVerification(world, { sessionId })).toThrow("A verification is already open");
  expect(() => submitVerification(world, { sessionId })).toThrow("Verification is being processed");
  expect(() => passVerification(world, { sessionId, kind: "selfie" })).toThrow("Another verification is open");
  expect(() => confirmVerification(world, { sessionId })).toThrow("No code is being asked for");
  expect(() => submitVerification(world, { sessionId: "iqse_nobody" })).toThrow("Record not found");
});

it("a session that has expired takes no moves, but leaving it still tells", () => {
  const world = sampleWorld({ settings: { windows: { afterCreateSeconds: 60, afterStartSeconds: 3_600 } } });
  const { inquiry, sessionId } = pendingInquiry(world);
  world.clock.advance(2 * minute);
  expect(() => submitVerification(world, { sessionId })).toThrow("Inquiry session has expired");
  leaveFlow(world, { sessionId });
  leaveFlow(world, { sessionId });
  expect(eventNames(world, sessionId)).toEqual([
    "inquiry-session.started",
    "inquiry-session.expired",
    "inquiry-session.canceled",
    "inquiry-session.canceled",
  ]);
  expect(inquiry.attributes.status).toBe("pending");
});

it("walking through passes what is left and completes; the account takes what it lacks", () => {
  const world = sampleWorld();
  const { inquiry, sessionId } = pendingInquiry(world);
  walkFlow(world, { sessionId, passes: { selfie: { attributes: { documentSimilarityScore: 71 } } } });
  expect(verificationsOf(world, inquiry).at(-1)?.attributes["documentSimilarityScore"]).toBe(71);
  const account = world.tables.accounts.get(inquiry.relationships.account.data?.id ?? "");
  expect(account?.attributes.fields["name"]?.value).toMatchObject({ first: { value: "Alexander" }, last: { value: "Sample" } });
});

it("events keep the object as it was", () => {
  const world = sampleWorld();
  const { inquiry, sessionId } = pendingInquiry(world);
  walkFlow(world, { sessionId });
  const statuses = [...world.tables.events.newestFirst()]
    .filter((event) => event.attributes.payload.data.id === inquiry.id)
    .map((event) => event.attributes.payload.data.attributes?.["status"]);
  expect(statuses.toReversed()).toEqual(["created", "created", "pending", "pending", "completed"]);
});
