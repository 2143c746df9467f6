import { openLink } from "@mocks/world/session/end-user";
import { updateInquiry } from "@mocks/world/inquiry/inquiries";
import { expireInquiry, resumeInquiry } from "@mocks/world/inquiry/inquiry-access";
import { createInquiry } from "@mocks/world/inquiry/inquiry-creation";
import { approveInquiry, declineInquiry, markInquiryForReview } from "@mocks/world/inquiry/inquiry-decisions";
import { dedicatedLink } from "@mocks/world/session/link-parts";
import { generateOneTimeLink } from "@mocks/world/session/links";
import { redactInquiry } from "@mocks/world/redaction/redaction";
import { createInquirySession } from "@mocks/world/session/sessions";
import { addTag } from "@mocks/world/tag/tags";
import type { World } from "@mocks/world/core/world";
import { expect, it } from "vitest";
import { inquiryIn, type Standing } from "./inquiry-in";
import { apiKey, sampleWorld, templateId } from "./sample-world";

/** What each call answers in each state: the status afterwards, or 409 (Persona docs: Inquiry lifecycle, Errors; spec: the calls of inquiries). */
type Row = Record<Standing, Exclude<Standing, "redacted"> | 409>;
type Call = (world: World, inquiryId: string) => unknown;

const unchanged: Row = {
  created: "created",
  pending: "pending",
  completed: "completed",
  failed: "failed",
  expired: "expired",
  needs_review: "needs_review",
  approved: "approved",
  declined: "declined",
  redacted: "completed",
};
const never: Row = {
  created: 409,
  pending: 409,
  completed: 409,
  failed: 409,
  expired: 409,
  needs_review: 409,
  approved: 409,
  declined: 409,
  redacted: 409,
};
const decided = (to: "approved" | "declined"): Row => ({
  created: to,
  pending: to,
  completed: to,
  failed: to,
  expired: to,
  needs_review: to,
  approved: to === "approved" ? 409 : to,
  declined: to === "declined" ? 409 : to,
  redacted: 409,
});

const calls: [name: string, call: Call, answers: Row][] = [
  ["resume", (world, inquiryId) => resumeInquiry(world, { inquiryId }, apiKey), { ...never, pending: "pending", expired: "pending" }],
  [
    "generate a one-time link",
    (world, inquiryId) => generateOneTimeLink(world, { inquiryId }, apiKey),
    { ...never, created: "created", pending: "pending" },
  ],
  [
    "create a session",
    (world, inquiryId) => createInquirySession(world, { inquiryId }, apiKey),
    { ...never, created: "created", pending: "pending" },
  ],
  ["expire", (world, inquiryId) => expireInquiry(world, { inquiryId }, apiKey), { ...never, created: "expired", pending: "expired" }],
  ["approve", (world, inquiryId) => approveInquiry(world, { inquiryId }, apiKey), decided("approved")],
  ["decline", (world, inquiryId) => declineInquiry(world, { inquiryId }, apiKey), decided("declined")],
  [
    "mark for review",
    (world, inquiryId) => markInquiryForReview(world, { inquiryId }, apiKey),
    {
      ...never,
      created: "needs_review",
      pending: "needs_review",
      completed: "needs_review",
      failed: "needs_review",
      expired: "needs_review",
    },
  ],
  [
    "update",
    (world, inquiryId) => updateInquiry(world, { inquiryId, attributes: { note: "seen" } }, apiKey),
    { ...unchanged, redacted: 409 },
  ],
  ["tag", (world, inquiryId) => addTag(world, { type: "inquiry", id: inquiryId, tagName: "vip" }, apiKey), unchanged],
  ["redact", (world, inquiryId) => redactInquiry(world, { inquiryId }, apiKey), { ...unchanged, redacted: 409 }],
];

const cases = calls.flatMap(([name, call, answers]) =>
  // The rows are complete by type.
  (Object.keys(answers) as Standing[]).map((standing) => ({ name, standing, call, answer: answers[standing] })),
);

it.each(cases.filter(({ answer }) => answer !== 409))("$name while $standing → $answer", ({ standing, call, answer }) => {
  const world = sampleWorld();
  const inquiryId = inquiryIn(world, standing);
  call(world, inquiryId);
  expect(world.tables.inquiries.get(inquiryId)?.attributes.status).toBe(answer);
});

it.each(cases.filter(({ answer }) => answer === 409))("$name while $standing is refused and changes nothing", ({ standing, call }) => {
  const world = sampleWorld();
  const inquiryId = inquiryIn(world, standing);
  const before = world.tables.inquiries.get(inquiryId)?.attributes;
  const events = world.tables.events.size;
  expect(() => call(world, inquiryId)).toThrow(/^Conflict: Inquiry/);
  expect(world.tables.inquiries.get(inquiryId)?.attributes).toBe(before);
  expect(world.tables.events.size).toBe(events);
});

const openings: { standing: Standing; plain: boolean; token: boolean }[] = [
  { standing: "created", plain: true, token: true },
  { standing: "pending", plain: false, token: true },
  { standing: "completed", plain: false, token: false },
  { standing: "failed", plain: false, token: false },
  { standing: "expired", plain: false, token: false },
  { standing: "needs_review", plain: false, token: false },
  { standing: "approved", plain: false, token: false },
  { standing: "declined", plain: false, token: false },
  { standing: "redacted", plain: false, token: false },
];

it.each(openings)("opening while $standing: plain link $plain, with a token $token", ({ standing, plain, token }) => {
  const world = sampleWorld();
  const meta = { autoCreateInquirySession: true };
  const { inquiry, sessionToken } = createInquiry(world, { attributes: { inquiryTemplateId: templateId }, meta }, apiKey);
  const inquiryId = inquiryIn(world, standing, inquiry.id);
  const before = inquiry.attributes.status;
  const opened = { outcome: "opened", inquiryId };
  const refused = { outcome: "refused", code: "unauthenticated", status: 409 };
  expect(openLink(world, { link: dedicatedLink("inquiry", inquiryId) })).toMatchObject(plain ? opened : refused);
  expect(openLink(world, { link: dedicatedLink("inquiry", inquiryId, sessionToken ?? "") })).toMatchObject(token ? opened : refused);
  expect(inquiry.attributes.status).toBe(before);
});

it("the refusals name the call and the status", () => {
  const world = sampleWorld();
  const resumed = () => resumeInquiry(world, { inquiryId: inquiryIn(world, "approved") }, apiKey);
  expect(resumed).toThrow("Conflict: Inquiry cannot be resumed while approved");
  const again = inquiryIn(world, "redacted");
  expect(() => redactInquiry(world, { inquiryId: again }, apiKey)).toThrow("Conflict: Inquiry already redacted");
});
