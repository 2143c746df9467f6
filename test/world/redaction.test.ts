import { updateAccount } from "@mocks/world/account/accounts";
import { reportsOf, verificationsOf } from "@mocks/world/inquiry/inquiry-lookup";
import { redactAccount, redactInquiry } from "@mocks/world/redaction/redaction";
import { lockVerification, redactReport, redactVerification, unlockVerification } from "@mocks/world/redaction/redaction-children";
import { addTag } from "@mocks/world/tag/tags";
import { addInquiryTemplate } from "@mocks/world/template/templates";
import { createInquiry } from "@mocks/world/inquiry/inquiry-creation";
import { day, minute, second } from "@mocks/world/core/time";
import { walkFlow } from "@mocks/world/flow/walk";
import { expect, it } from "vitest";
import { apiKey, eventNames, newInquiry, pendingInquiry, reviewer, sampleWorld } from "./sample-world";

function completedPerson() {
  const world = sampleWorld({ settings: { reports: ["watchlist"] } });
  const { inquiry, sessionId } = pendingInquiry(world, "user-1");
  walkFlow(world, { sessionId });
  world.clock.advance(minute);
  world.settle();
  addTag(world, { type: "inquiry", id: inquiry.id, tagName: "vip" }, apiKey);
  return { world, inquiry, accountId: inquiry.relationships.account.data?.id ?? "" };
}

it("an inquiry loses its own data at once, its children's later, and says so once after all", () => {
  const { world, inquiry, accountId } = completedPerson();
  const { status, completedAt } = inquiry.attributes;
  redactInquiry(world, { inquiryId: inquiry.id }, reviewer);
  expect(inquiry.attributes).toMatchObject({ status, completedAt, note: null, tags: [], referenceId: "user-1" });
  expect(Object.values(inquiry.attributes.fields).every((field) => field.value === null)).toBe(true);
  expect(verificationsOf(world, inquiry)[0]?.attributes).toMatchObject({ redactedAt: null, nameFirst: "Alexander" });
  expect(eventNames(world, inquiry.id)).not.toContain("inquiry.redacted");

  world.clock.advance(minute);
  world.settle();
  for (const child of [...verificationsOf(world, inquiry), ...reportsOf(world, inquiry)]) {
    expect(child.attributes.redactedAt).not.toBeNull();
  }
  expect(verificationsOf(world, inquiry)[0]?.attributes).toMatchObject({ status: "passed", nameFirst: null, documentNumber: null });
  expect(reportsOf(world, inquiry)[0]?.attributes).toMatchObject({ status: "ready", nameFirst: null });
  expect(world.tables.documents.get(inquiry.relationships.documents.data[0]?.id ?? "")?.attributes).toMatchObject({ nameFirst: null });
  expect(eventNames(world, inquiry.id).filter((name) => name === "inquiry.redacted")).toHaveLength(1);
  // The account is not touched by redacting an inquiry.
  expect(world.tables.accounts.get(accountId)?.attributes).toMatchObject({ redactedAt: null, referenceId: "user-1" });
  expect(() => redactInquiry(world, { inquiryId: inquiry.id }, reviewer)).toThrow("Conflict: Inquiry already redacted");
});

it("fields whose policy is never survive", () => {
  const world = sampleWorld();
  const fieldSchemas = [{ type: "string", key: "plan", config: { redactionPolicy: "never" } }];
  const { id: inquiryTemplateId } = addInquiryTemplate(world, { name: "Plans", fieldSchemas }, reviewer);
  const { inquiry } = createInquiry(world, { attributes: { inquiryTemplateId, fields: { plan: "gold", "name-first": "Ada" } } }, apiKey);
  redactInquiry(world, { inquiryId: inquiry.id }, reviewer);
  expect(inquiry.attributes.fields).toMatchObject({ plan: { value: "gold" }, "name-first": { value: null } });
});

it("a redacted unfinished inquiry stays as it was: no timer moves it", () => {
  const world = sampleWorld();
  const { inquiry, sessionId } = pendingInquiry(world);
  redactInquiry(world, { inquiryId: inquiry.id }, reviewer);
  expect(() => walkFlow(world, { sessionId })).toThrow("Inquiry cannot be continued after it was redacted");
  world.clock.advance(3 * day);
  world.settle();
  expect(inquiry.attributes).toMatchObject({ status: "pending", expiredAt: null });
});

it("an account takes all its inquiries along, and is done only when they are", () => {
  const { world, inquiry, accountId } = completedPerson();
  const other = newInquiry(world, "user-1");
  redactAccount(world, { accountId }, reviewer);
  const account = world.tables.accounts.get(accountId);
  expect(account?.attributes).toMatchObject({ referenceId: null, tags: [], fields: { name: { value: { first: { value: null } } } } });
  expect([inquiry, other].map(({ attributes }) => [attributes.redactedAt !== null, attributes.referenceId])).toEqual([
    [true, null],
    [true, null],
  ]);
  expect(() => redactAccount(world, { accountId }, reviewer)).toThrow("Account already redacted");
  expect(eventNames(world, accountId)).not.toContain("account.redacted");
  world.clock.advance(20 * second);
  world.settle();
  const order = [...world.tables.events.newestFirst()].map((event) => event.attributes.name).toReversed();
  expect(order.filter((name) => name.endsWith(".redacted"))).toEqual(["inquiry.redacted", "inquiry.redacted", "account.redacted"]);
});

it("a redacted account lives on: it can be filled, named and used again", () => {
  const { world, accountId } = completedPerson();
  redactAccount(world, { accountId }, reviewer);
  world.clock.advance(minute);
  updateAccount(world, { accountId, attributes: { referenceId: "user-1", nameFirst: "Ada" } }, apiKey);
  expect(newInquiry(world, "user-1").relationships.account.data?.id).toBe(accountId);
  expect(() => redactAccount(world, { accountId }, reviewer)).not.toThrow();
});

it("an investigation lock keeps the verification, its inquiry and its account from redaction", () => {
  const { world, inquiry, accountId } = completedPerson();
  const verificationId = inquiry.relationships.verifications.data[0]?.id ?? "";
  lockVerification(world, { verificationId }, apiKey);
  const locked = "Conflict: Verification is under investigation lock";
  expect(() => redactVerification(world, { verificationId }, apiKey)).toThrow(locked);
  expect(() => redactInquiry(world, { inquiryId: inquiry.id }, apiKey)).toThrow(locked);
  expect(() => redactAccount(world, { accountId }, apiKey)).toThrow(locked);
  unlockVerification(world, { verificationId }, apiKey);
  redactVerification(world, { verificationId }, apiKey);
  expect(() => redactVerification(world, { verificationId }, apiKey)).toThrow("Verification already redacted");
});

it("a report is redacted once", () => {
  const { world, inquiry } = completedPerson();
  const reportId = inquiry.relationships.reports.data[0]?.id ?? "";
  expect(redactReport(world, { reportId }, apiKey).attributes).toMatchObject({ nameLast: null, birthdate: null });
  expect(() => redactReport(world, { reportId }, apiKey)).toThrow("Report already redacted");
});
