import { openLink } from "@mocks/world/session/end-user";
import { createInquiry } from "@mocks/world/inquiry/inquiry-creation";
import type { CreateInquiryInput } from "@mocks/world/inquiry/inquiry-input";
import { staticLink } from "@mocks/world/session/link-parts";
import {
  addInquiryTemplate,
  publishInquiryTemplateVersion,
  revertInquiryTemplate,
  setInquiryTemplateStatus,
} from "@mocks/world/template/templates";
import { iso, minute } from "@mocks/world/core/time";
import { expect, it } from "vitest";
import { allEventNames, apiKey, newInquiry, reviewer, sampleWorld, start, templateId } from "./sample-world";

const attributes = { inquiryTemplateId: templateId };
const newest = <Row>(rows: Iterable<Row>) => [...rows][0];

it("a new inquiry comes with its account, first step and window", () => {
  const world = sampleWorld();
  const created = createInquiry(world, { attributes: { ...attributes, fields: { name_first: "Ada" }, tags: ["vip", "vip"] } }, apiKey);
  expect(created).toMatchObject({ sessionToken: null, oneTimeLink: null, oneTimeLinkShort: null });
  expect(created.inquiry.attributes).toMatchObject({
    status: "created",
    referenceId: null,
    tags: ["vip"],
    creator: "ada.park@example.com",
    previousStepName: null,
    nextStepName: "start",
    expiresAt: iso(start + 86_400_000),
    fields: { "name-first": { type: "string", value: "Ada" }, birthdate: { type: "date", value: null } },
  });
  expect(allEventNames(world).slice(-2)).toEqual(["account.created", "inquiry.created"]);
});

it("session and link come with it when asked for, each in a session of its own", () => {
  const world = sampleWorld();
  const meta = { autoCreateInquirySession: true, autoCreateOneTimeLink: true, expirationAfterCreateIntervalSeconds: 600 };
  const created = createInquiry(world, { attributes, meta }, apiKey);
  expect(created.sessionToken?.split(".")).toHaveLength(3);
  expect(created.oneTimeLink).toMatch(/^https:\/\/withpersona\.com\/verify\?code=us1-/);
  expect(created.inquiry.relationships.sessions.data).toHaveLength(2);
  expect(created.inquiry.attributes.expiresAt).toBe(iso(start + 10 * minute));
});

it("the same reference id leads to the same account, whatever its letter case; without one every inquiry gets its own", () => {
  const world = sampleWorld();
  const account = (referenceId?: string) => newInquiry(world, referenceId).relationships.account.data?.id;
  expect(account("User-7")).toBe(account("user-7"));
  expect(account("user-8")).not.toBe(account("user-7"));
  expect(account()).not.toBe(account());
});

const refusals: [string, CreateInquiryInput, string][] = [
  ["no template", { attributes: {} }, "Bad Request: data.attributes.inquiry_template_id is missing"],
  ["two templates", { attributes: { ...attributes, templateId: "tmpl_old0000000000000000000000" } }, "Bad Request"],
  [
    "an unknown template",
    { attributes: { inquiryTemplateId: "itmpl_x" } },
    "Record not found: data.attributes.inquiry_template_id is not found",
  ],
  ["an unknown version", { attributes: { inquiryTemplateVersionId: "itmplv_x" } }, "Record not found"],
  ["an unknown account", { attributes: { ...attributes, accountId: "act_x" } }, "data.attributes.account_id is not found"],
  ["an unknown field", { attributes: { ...attributes, fields: { shoe: 43 } } }, "Unprocessable entity: Field shoe is not defined"],
  ["an unknown first step", { attributes: { ...attributes, initialStepName: "dance" } }, "Unprocessable entity"],
  [
    "an account by reference id without creating any",
    { attributes, meta: { autoCreateAccount: false, autoCreateAccountReferenceId: "u" } },
    "Unprocessable entity",
  ],
  [
    "an account type without creating any",
    { attributes, meta: { autoCreateAccount: false, autoCreateAccountTypeId: "acttp_x" } },
    "Unprocessable",
  ],
  ["a window of no length", { attributes, meta: { expirationAfterCreateIntervalSeconds: 0 } }, "Unprocessable entity: Interval"],
];

it.each(refusals)("%s is refused", (_what, input, message) => {
  const world = sampleWorld();
  expect(() => createInquiry(world, input, apiKey)).toThrow(message);
  expect([world.tables.inquiries.size, world.tables.accounts.size]).toEqual([0, 0]);
});

it("an inquiry can do without an account", () => {
  const world = sampleWorld();
  const { inquiry } = createInquiry(world, { attributes, meta: { autoCreateAccount: false } }, apiKey);
  expect(inquiry.relationships.account).toEqual({ data: null });
});

it("an inquiry stays with the version that was live when it was made", () => {
  const world = sampleWorld();
  const before = newInquiry(world);
  const next = publishInquiryTemplateVersion(world, { inquiryTemplateId: templateId }, reviewer);
  const after = newInquiry(world);
  const template = world.tables.inquiryTemplates.get(templateId);
  expect(template?.relationships.latestPublishedVersion.data?.id).toBe(next.id);
  expect(after.relationships.inquiryTemplateVersion.data?.id).toBe(next.id);
  const pinned = before.relationships.inquiryTemplateVersion.data?.id ?? "";
  expect(pinned).not.toBe(next.id);
  revertInquiryTemplate(world, { inquiryTemplateVersionId: pinned }, reviewer);
  expect(newInquiry(world).relationships.inquiryTemplateVersion.data?.id).toBe(pinned);
  expect(
    createInquiry(world, { attributes: { inquiryTemplateVersionId: next.id } }, apiKey).inquiry.relationships.inquiryTemplate.data?.id,
  ).toBe(templateId);
});

it("drafts and templates that are inactive or never published take no inquiries", () => {
  const world = sampleWorld();
  const draft = publishInquiryTemplateVersion(world, { inquiryTemplateId: templateId, version: { status: "draft" } }, reviewer);
  expect(() => createInquiry(world, { attributes: { inquiryTemplateVersionId: draft.id } }, apiKey)).toThrow("not published");
  const bare = addInquiryTemplate(world, { name: "Bare", version: null }, reviewer);
  expect(() => createInquiry(world, { attributes: { inquiryTemplateId: bare.id } }, apiKey)).toThrow("no published version");
  setInquiryTemplateStatus(world, { inquiryTemplateId: templateId, status: "inactive" }, reviewer);
  expect(() => createInquiry(world, { attributes }, apiKey)).toThrow("Unprocessable entity: Inquiry template is not active");
  expect(openLink(world, { link: staticLink("inquiry", templateId) })).toMatchObject({
    outcome: "refused",
    code: "inactive_template",
    status: 422,
  });
});

it("a legacy template makes inquiries without a version", () => {
  const world = sampleWorld();
  const { inquiry } = createInquiry(world, { attributes: { templateId: "tmpl_old0000000000000000000000" } }, apiKey);
  expect(inquiry.relationships).toMatchObject({
    template: { data: { type: "template", id: "tmpl_old0000000000000000000000" } },
    inquiryTemplate: { data: null },
    inquiryTemplateVersion: { data: null },
  });
});

it("a static link makes a new inquiry on every load, of one account only with a reference id", () => {
  const world = sampleWorld();
  const open = (referenceId?: string) => {
    expect(openLink(world, { link: staticLink("inquiry", templateId, referenceId) }).outcome).toBe("opened");
    return newest(world.tables.inquiries.newestFirst())?.relationships.account.data?.id;
  };
  expect(open("user-1")).toBe(open("user-1"));
  expect(open()).not.toBe(open());
  expect(world.tables.inquiries.size).toBe(4);
});

it("a template can keep static links from making inquiries", () => {
  const world = sampleWorld({ settings: { clientSideCreation: false } });
  expect(openLink(world, { link: staticLink("inquiry", templateId) })).toMatchObject({ outcome: "refused", code: "unauthenticated" });
  expect(world.tables.inquiries.size).toBe(0);
  expect(newInquiry(world).attributes.status).toBe("created");
});
