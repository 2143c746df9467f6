/** What a diagnosis may tell, or has to leave out, beside what `access-cases.fixture.ts` is about. Used by tests only. */
import type { AccessInput } from "@/domain/access/access-evidence";
import {
  after,
  before,
  created,
  event,
  expired,
  id,
  links,
  now,
  other,
  pending,
  session,
  template,
} from "@/domain/access/access-facts.fixture";
import { parsePersonaLink } from "@/domain/persona-link";

const mailed = parsePersonaLink("https://withpersona.com/verify?code=us1-x") ?? null;
const issued = {
  kind: "one-time-link",
  inquiryId: id,
  issuedBy: { name: "Jonas Abara" },
  issuedAt: before(3),
  expiresAt: before(1),
  inquiryExpiresAt: after(19),
  supersededAt: null,
  openedAt: null,
  openedLike: null,
} as const;
/** They say that the link they were mailed does not open. */
const complaint = (more: object): Omit<AccessInput, "now"> => ({
  inquiry: pending,
  sessions: [session("active")],
  link: mailed,
  issued: { ...issued, ...more },
});
const stray = (name: string) => ({ id: name, status: "pending", createdAt: created.createdAt, startedAt: created.createdAt });
const sibling = (name: string, status: string, more: object) => ({ id: name, status, links, ...more });
const inApp = { ...session("active"), mobileSdkName: "persona-ios" };
const twentyFive = (last: object) => [...Array.from({ length: 24 }, () => session("expired")), last];
const abroad = { ...session("active", 2), countryCode: "US", deviceName: "Server" };

/** Why, and what it is told from. */
export const furtherCases: readonly (readonly [why: string, input: Omit<AccessInput, "now">])[] = [
  ["expired, and nobody knows when", { inquiry: { id, status: "expired", startedAt: null, links }, sessions: [] }],
  ["expired midway, and nobody knows when it was made", { inquiry: { ...expired, startedAt: before(29), createdAt: null }, sessions: [] }],
  ["expired midway, and nobody knows when that was", { inquiry: { ...expired, startedAt: before(29), expiredAt: null }, sessions: [] }],
  ["expired, and it was not sent whether they had started", { inquiry: { ...expired, startedAt: undefined }, sessions: [] }],
  ["expired longer ago than the company resumes", { inquiry: expired, sessions: [], tooOldAfterDays: 0 }],
  ["expired, and the company's settings are not known", { inquiry: expired, sessions: [], tooOldAfterDays: undefined }],
  ["expired, and its events are not known", { inquiry: expired, sessions: [], events: null }],
  ["expired, and only some events are known", { inquiry: expired, sessions: [], eventsCut: true }],
  ["expired, and no event tells its window", { inquiry: expired, sessions: [], events: [] }],
  [
    "expired, resumed with a longer window, and expired at its end",
    {
      inquiry: expired,
      sessions: [],
      events: [event("inquiry.created", 90, { expiresAt: after(50) }), event("inquiry.expired", 60), event("inquiry.expired", 6)],
    },
  ],
  [
    "expired before the later of two windows that its events show, in whatever order they come",
    {
      inquiry: expired,
      sessions: [],
      events: [event("inquiry.started", 20, { expiresAt: after(1) }), event("inquiry.created", 30, { expiresAt: before(6) })],
    },
  ],
  [
    "expired within the minute of its window's end",
    { inquiry: expired, sessions: [], events: [event("inquiry.created", 30, { expiresAt: before(5.99) })] },
  ],
  [
    "expired, in an app, with every session used",
    { inquiry: expired, sessions: twentyFive({ ...session("expired", 1), mobileSdkName: "persona-ios" }) },
  ],
  ["expired in an app", { inquiry: expired, sessions: [{ ...session("expired"), mobileSdkName: "persona-ios" }] }],
  [
    "its window is over, and every session is used",
    { inquiry: { ...pending, expiresAt: before(1) }, sessions: twentyFive(session("expired")) },
  ],
  ["pending, without the end of its window", { inquiry: { ...pending, expiresAt: null }, sessions: [] }],
  ["the only session has expired", { inquiry: pending, sessions: [session("expired")] }],
  [
    "all sessions have expired, the last one first in the list",
    {
      inquiry: pending,
      sessions: [
        { ...session("expired"), expiredAt: before(2) },
        { ...session("expired"), expiredAt: before(3) },
      ],
    },
  ],
  ["a session has expired, and nobody knows when", { inquiry: pending, sessions: [{ ...session("expired"), expiredAt: null }] }],
  ["a session waits, and nobody knows since when", { inquiry: pending, sessions: [{ ...session("new"), createdAt: null }] }],
  [
    "a session runs, and nobody knows since when",
    { inquiry: pending, sessions: [{ ...session("active"), createdAt: null, startedAt: null }] },
  ],
  ["a session runs in an app", { inquiry: pending, sessions: [inApp] }],
  ["two sessions run, one in an app before", { inquiry: pending, sessions: [session("active", 3), { ...inApp, startedAt: before(9) }] }],
  [
    "opened in a country and on a device like none before",
    {
      inquiry: pending,
      sessions: [{ ...session("expired", 9), countryCode: "GB", deviceName: "iPhone" }, abroad],
      lastVerificationAt: null,
    },
  ],
  [
    "opened out of a data center, the later of two that run",
    {
      inquiry: pending,
      sessions: [session("active", 5), { ...session("active", 2), isDatacenter: true }],
      lastVerificationAt: now - 4 * 3_600_000,
    },
  ],
  [
    "opened twice, and with verifications that were not submitted",
    { inquiry: created, sessions: [session("active"), session("expired")], verifications: 2 },
  ],
  ["never opened, and one inquiry was begun with a general link", { inquiry: created, sessions: [], strays: [stray("inq_a")] }],
  [
    "never opened, and two inquiries were begun with a general link",
    { inquiry: created, sessions: [], strays: [stray("inq_a"), stray("inq_b")] },
  ],
  ["never opened, and nobody began with a general link", { inquiry: created, sessions: [], strays: [] }],
  [
    "expired, while inquiries were begun with a general link, which nobody asked about",
    { inquiry: expired, sessions: [], strays: [stray("inq_a")] },
  ],
  ["its other inquiries are cut", { inquiry: pending, sessions: [session("active")], siblingsCut: true }],
  [
    "its other inquiries are not known, nor its template, nor the ledger",
    { inquiry: pending, sessions: [session("active")], siblings: null, template: null, ledgerFailed: true },
  ],
  [
    "of a legacy template, which tells nothing of versions",
    { inquiry: { ...pending, links: { template: { type: "template", id: "tmpl_1" } } }, sessions: [session("active")], template: null },
  ],
  [
    "another inquiry of theirs names no template, and is as it is since nobody knows when",
    {
      inquiry: pending,
      sessions: [session("active")],
      siblings: [sibling("inq_a", "declined", { links: {} }), sibling("inq_b", "declined", { createdAt: before(400) })],
    },
  ],
  [
    "another inquiry of theirs was redacted, and tells nothing",
    {
      inquiry: pending,
      sessions: [session("active")],
      siblings: [
        sibling("inq_a", "declined", { links: {}, redactedAt: before(1) }),
        sibling("inq_b", "pending", { redactedAt: before(1) }),
      ],
    },
  ],
  ["it is among its own siblings", { inquiry: expired, sessions: [], siblings: [{ ...expired, status: "pending" }] }],
  [
    "the newest of two other inquiries is where they went on",
    {
      inquiry: expired,
      siblings: [
        sibling("inq_a", "pending", { createdAt: before(20) }),
        sibling(other, "completed", { createdAt: before(2), completedAt: before(1) }),
      ],
    },
  ],
  [
    "they went on in another inquiry that does not say when it was made",
    { inquiry: created, siblings: [sibling(other, "pending", { createdAt: null })] },
  ],
  [
    "another one expired after this one did, which helps nobody",
    { inquiry: expired, sessions: [], siblings: [sibling(other, "expired", { createdAt: before(10), expiredAt: before(1) })] },
  ],
  [
    "another one was begun before this one, which is pending since",
    {
      inquiry: pending,
      sessions: [session("active")],
      siblings: [sibling(other, "pending", { createdAt: before(50), startedAt: before(49) })],
    },
  ],
  [
    "another one was begun after this one, which is pending",
    {
      inquiry: pending,
      sessions: [session("active")],
      siblings: [sibling(other, "pending", { createdAt: before(3), startedAt: before(2) })],
    },
  ],
  [
    "approved, while another one of theirs is pending",
    { inquiry: { id, status: "approved", decisionedAt: before(5) }, siblings: [sibling(other, "pending", { createdAt: before(1) })] },
  ],
  [
    "approved, and its template is switched off since",
    { inquiry: { id, status: "approved", decisionedAt: before(5), links }, template: template("itmplv_1", "inactive") },
  ],
  ["completed, with nobody knowing when", { inquiry: { id, status: "completed", completedAt: null } }],
  ["the link was issued for another inquiry", complaint({ inquiryId: other })],
  ["the one-time link ran out", { inquiry: pending, sessions: [session("active")], link: mailed, issued }],
  [
    "the one-time link was opened, and a newer one issued",
    complaint({ expiresAt: after(21), openedAt: before(2), supersededAt: before(1) }),
  ],
  ["the one-time link was opened by what reads mail", complaint({ expiresAt: after(21), openedAt: before(2), openedLike: "scanner" })],
  ["the one-time link is not the latest", complaint({ expiresAt: after(21), supersededAt: before(1) })],
  ["the one-time link is days old, and its end is not known", complaint({ issuedAt: before(50), expiresAt: null, inquiryExpiresAt: null })],
  ["the one-time link was issued lately, and its end is not known", complaint({ expiresAt: null, inquiryExpiresAt: null })],
  ["the desk did not issue the one-time link", { inquiry: pending, sessions: [session("active")], link: mailed, issued: null }],
  ["without an ID", { inquiry: { status: "completed" } }],
  [
    "completed, with a match in a report",
    {
      inquiry: { id, status: "completed", completedAt: before(1) },
      reports: [{ id: "rep_1", type: "report/watchlist", status: "ready", hasMatch: true }],
    },
  ],
  [
    "approved, with a match in a report",
    {
      inquiry: { id, status: "approved", decisionedAt: before(1) },
      reports: [{ id: "rep_1", type: "report/watchlist", status: "ready", hasMatch: true }],
    },
  ],
];
