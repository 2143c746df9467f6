import { createAccount, updateAccount } from "@mocks/world/account/accounts";
import { consolidateAccounts } from "@mocks/world/account/consolidation";
import { updateInquiry } from "@mocks/world/inquiry/inquiries";
import { createInquiry } from "@mocks/world/inquiry/inquiry-creation";
import { approveInquiry } from "@mocks/world/inquiry/inquiry-decisions";
import { addTag, removeTag, setTags } from "@mocks/world/tag/tags";
import { activeTagLimit } from "@mocks/world/tag/tag-registry";
import { minute, second } from "@mocks/world/core/time";
import { expect, it } from "vitest";
import { apiKey, eventNames, newInquiry, pendingInquiry, reviewer, sampleWorld, templateId } from "./sample-world";

const account = (referenceId: string | null, world = sampleWorld()) =>
  createAccount(world, { attributes: { referenceId, nameFirst: "Ada", addressCity: "Lyon", fields: { shoe_size: 43 } } }, apiKey).account;

it("flat attributes land in nested fields", () => {
  expect(account("user-1").attributes.fields).toMatchObject({
    name: { type: "hash", value: { first: { type: "string", value: "Ada" }, last: { value: null } } },
    address: { type: "hash", value: { city: { value: "Lyon" } } },
    shoe_size: { type: "number", value: 43 },
  });
});

it("a taken reference id is refused on creation and on update, letter case aside", () => {
  const world = sampleWorld();
  account("User-1", world);
  const other = account("user-2", world);
  expect(() => account("uSER-1", world)).toThrow("Record not unique");
  expect(() => updateAccount(world, { accountId: other.id, attributes: { referenceId: "USER-1" } }, apiKey)).toThrow("Record not unique");
  expect(updateAccount(world, { accountId: other.id, attributes: { referenceId: "USER-2" } }, apiKey).attributes.referenceId).toBe(
    "USER-2",
  );
});

it("a new reference id shows on the inquiries of the account", () => {
  const world = sampleWorld();
  const inquiry = newInquiry(world, "user-1");
  const accountId = inquiry.relationships.account.data?.id ?? "";
  updateAccount(world, { accountId, attributes: { referenceId: "user-9", accountStatus: "Blocked", nameLast: "Park" } }, apiKey);
  expect(inquiry.attributes.referenceId).toBe("user-9");
  expect(eventNames(world, accountId)).toEqual(["account.created", "account.status-updated", "account.updated-fields"]);
  expect(() => updateAccount(world, { accountId, attributes: { accountStatus: "Nice" } }, apiKey)).toThrow(
    "Account status Nice is not defined",
  );
});

it("an upsert updates the account it finds and creates one where there is none", () => {
  const world = sampleWorld();
  const upsert = (referenceId: string) =>
    createAccount(world, { attributes: { referenceId, nameFirst: "Eve" }, meta: { upsertBy: "reference-id" } }, apiKey);
  const first = upsert("user-1");
  expect(first.created).toBe(true);
  expect(upsert("USER-1")).toEqual({ account: first.account, created: false });
});

it("consolidating moves inquiries to the destination, later; the source takes no more of anything", () => {
  const world = sampleWorld();
  const { inquiry } = pendingInquiry(world, "old");
  const source = inquiry.relationships.account.data?.id ?? "";
  const target = account("kept", world);
  consolidateAccounts(world, { accountId: target.id, sourceAccountIds: [source] }, apiKey);
  expect(inquiry.relationships.account.data?.id).toBe(source);
  const attributes = { inquiryTemplateId: templateId };
  expect(() => createInquiry(world, { attributes: { ...attributes, accountId: source } }, apiKey)).toThrow("Account was consolidated");
  expect(() => newInquiry(world, "old")).toThrow("Conflict: Account was consolidated");
  expect(() => consolidateAccounts(world, { accountId: target.id, sourceAccountIds: [source] }, apiKey)).toThrow("already consolidated");
  expect(() => updateAccount(world, { accountId: source, attributes: { nameFirst: "X" } }, apiKey)).toThrow("Conflict");
  world.clock.advance(10 * second);
  world.settle();
  expect(inquiry.relationships.account.data?.id).toBe(target.id);
  expect(inquiry.attributes.referenceId).toBe("kept");
  const verification = world.tables.verifications.get(inquiry.relationships.verifications.data[0]?.id ?? "");
  expect(verification?.relationships.accounts.data).toEqual([{ type: "account", id: target.id }]);
  expect(eventNames(world, source).slice(-2)).toEqual(["account.consolidated", "account.archived"]);
  expect(eventNames(world, target.id)).toEqual(["account.created", "account.consolidated-with"]);
  expect(target.attributes.fields).toMatchObject({ name: { value: { first: { value: "Ada" } } } });
});

it.each([
  [[], "Bad Request"],
  [["act_nobody"], "Record not found: meta.source_account_ids is not found"],
])("consolidating from %j is refused", (sourceAccountIds, message) => {
  const world = sampleWorld();
  const { id: accountId } = account("kept", world);
  expect(() => consolidateAccounts(world, { accountId, sourceAccountIds }, apiKey)).toThrow(message);
  expect(() => consolidateAccounts(world, { accountId, sourceAccountIds: [accountId] }, apiKey)).toThrow("into itself");
});

it("tags come and go with one event that names them, and none when nothing changes", () => {
  const world = sampleWorld();
  const { id } = newInquiry(world);
  const target = { type: "inquiry", id } as const;
  addTag(world, { ...target, tagName: "vip" }, apiKey);
  addTag(world, { ...target, tagName: "vip" }, apiKey);
  setTags(world, { ...target, tagNames: ["late", "vip", "late"] }, apiKey);
  removeTag(world, { ...target, tagId: world.hidden.tags.get("vip") }, apiKey);
  removeTag(world, { ...target, tagName: "vip" }, apiKey);
  expect(world.tables.inquiries.get(id)?.attributes.tags).toEqual(["late"]);
  const contexts = [...world.tables.events.newestFirst()].flatMap(({ attributes }) => attributes.context ?? []).toReversed();
  expect(contexts).toEqual([
    { addedTags: ["vip"], removedTags: [] },
    { addedTags: ["late"], removedTags: [] },
    { addedTags: [], removedTags: ["vip"] },
  ]);
});

it("the 1001st active tag of the organization is refused, by every way in", () => {
  const world = sampleWorld();
  const { id } = newInquiry(world);
  const names = Array.from({ length: activeTagLimit }, (_, index) => `tag-${index}`);
  setTags(world, { type: "inquiry", id, tagNames: names }, apiKey);
  const limit = "Unprocessable entity: Organization has reached the limit of 1000 active tags";
  expect(() => addTag(world, { type: "inquiry", id, tagName: "one more" }, apiKey)).toThrow(limit);
  expect(() => updateInquiry(world, { inquiryId: id, attributes: { tags: ["one more"] } }, apiKey)).toThrow(limit);
  expect(() => createAccount(world, { attributes: { tags: ["one more"] } }, apiKey)).toThrow(limit);
  expect(() => addTag(world, { type: "inquiry", id }, apiKey)).toThrow("Bad Request: meta.tag_name is missing");
  expect(() => addTag(world, { type: "inquiry", id, tagId: "tag_x" }, apiKey)).toThrow("meta.tag_id is not found");
});

it("updating an inquiry moves updatedAt, keeps what is left out and fires no lifecycle event", () => {
  const world = sampleWorld();
  const inquiry = newInquiry(world);
  world.clock.advance(minute);
  updateInquiry(world, { inquiryId: inquiry.id, attributes: { note: "call back", fields: { nameFirst: "Ada" } } }, apiKey);
  updateInquiry(world, { inquiryId: inquiry.id, attributes: { fields: { "name-last": "Park" } } }, apiKey);
  expect(inquiry.attributes).toMatchObject({ note: "call back", updatedAt: "2026-03-02T09:01:00.000Z" });
  expect(inquiry.attributes.fields).toMatchObject({ "name-first": { value: "Ada" }, "name-last": { value: "Park" } });
  updateInquiry(world, { inquiryId: inquiry.id, attributes: { note: null } }, apiKey);
  expect(inquiry.attributes.note).toBeNull();
  expect(eventNames(world, inquiry.id)).toEqual(["inquiry.created"]);
});

it("a decision names its reviewer and keeps what was set before; turning it round is a new decision", () => {
  const world = sampleWorld();
  const { inquiry } = pendingInquiry(world);
  approveInquiry(world, { inquiryId: inquiry.id, comment: "fine" }, apiKey);
  expect(inquiry.attributes).toMatchObject({ status: "approved", reviewerComment: "fine", expiresAt: null, nextStepName: "success" });
  expect(inquiry.attributes.startedAt).not.toBeNull();
  const reviewerId = inquiry.relationships.reviewer.data?.id ?? "";
  expect(world.tables.users.get(reviewerId)?.attributes).toMatchObject({ emailAddress: "ada.park@example.com", nameLast: "Park" });
});

it("the dashboard leaves audit entries, an API key does not", () => {
  const world = sampleWorld();
  const { inquiry } = pendingInquiry(world);
  const before = world.tables.userAuditLogs.size;
  addTag(world, { type: "inquiry", id: inquiry.id, tagName: "vip" }, apiKey);
  expect(world.tables.userAuditLogs.size).toBe(before);
  approveInquiry(world, { inquiryId: inquiry.id, comment: "fine" }, reviewer);
  const [entry] = world.tables.userAuditLogs.newestFirst();
  expect(entry?.attributes).toMatchObject({
    method: "POST",
    path: `/dashboard/inquiries/${inquiry.id}/approve`,
    postParams: { comment: "fine" },
    context: { inquiryId: inquiry.id },
  });
});
