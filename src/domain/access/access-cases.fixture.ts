/** Inquiries in every way of being out of reach, with the cause each shows. Used by tests only. */
import type { AccessCause } from "@/domain/access/access-cause";
import type { AccessInput } from "@/domain/access/access-evidence";
import { parsePersonaLink } from "@/domain/persona-link";

export const now = Date.parse("2026-03-04T12:00:00.000Z");
export const before = (hours: number) => new Date(now - hours * 3_600_000).toISOString();
const after = (hours: number) => before(-hours);
export const id = "inq_4KxVdP8qLmZ2nYtR7wBcJf6H";
export const other = "inq_9KxVdP8qLmZ2nYtR7wBcJf6H";
export const links = {
  inquiryTemplate: { type: "inquiry-template", id: "itmpl_1" },
  inquiryTemplateVersion: { type: "v", id: "itmplv_1" },
};
export const template = (latest: string | null = "itmplv_1", status = "active") => ({
  status,
  links: { latestPublishedVersion: latest && { type: "v", id: latest } },
});

export const created = { id, status: "created", createdAt: before(5), expiresAt: after(19), links };
export const pending = { ...created, status: "pending", startedAt: before(4) };
export const expired = { id, status: "expired", createdAt: before(30), startedAt: null, expiredAt: before(6), expiresAt: null, links };
export const session = (status: string, made = 4) => ({
  id: "iqse_1",
  status,
  createdAt: before(made),
  startedAt: status === "new" ? null : before(made),
  expiredAt: status === "expired" ? before(1) : null,
});
export const event = (name: string, hours: number, attributes: object = {}) => ({
  id: `evt_${hours}`,
  name,
  createdAt: before(hours),
  payload: { data: { type: "inquiry", id, attributes } },
});
const withSessions = <I extends { links: object }>(inquiry: I, ...ids: readonly string[]) => ({
  ...inquiry,
  links: { ...inquiry.links, sessions: ids.map((each) => ({ type: "inquiry-session", id: each })) },
});
const link = (text: string) => parsePersonaLink(text) ?? null;

/** All that the diagnosis asks for, so that only what a case is about can be in doubt. */
export const everythingAnswered = {
  siblings: [],
  events: [event("inquiry.created", 30, { expiresAt: before(6) })],
  template: template(),
  tooOldAfterDays: null,
};

/** Why, the cause and its certainty, the remedy, and what it is told from. */
export type Case = readonly [
  why: string,
  cause: AccessCause,
  certainty: "certain" | "likely",
  action: string,
  input: Omit<AccessInput, "now">,
];

export const accessCases: readonly Case[] = [
  ["the window elapsed before starting", "expired-before-start", "certain", "restoreAccess", { inquiry: expired, template: template() }],
  [
    "the window elapsed before starting, and the template has moved on",
    "expired-before-start",
    "certain",
    "createInquiry",
    { inquiry: expired, template: template("itmplv_2") },
  ],
  [
    "the window elapsed midway: progress is kept",
    "expired-midway",
    "certain",
    "restoreAccess",
    { inquiry: { ...expired, startedAt: before(29) }, template: template() },
  ],
  [
    "it was resumed and expired again",
    "expired-again",
    "certain",
    "restoreAccess",
    { inquiry: { ...expired, startedAt: before(90) }, events: [event("inquiry.expired", 6), event("inquiry.expired", 60)] },
  ],
  [
    "it was ended before its window ran out, by the snapshots of its events",
    "ended-early",
    "certain",
    "restoreAccess",
    { inquiry: expired, events: [event("inquiry.expired", 6, { expiresAt: null }), event("inquiry.created", 30, { expiresAt: after(2) })] },
  ],
  [
    "snapshots with kebab keys prove the same",
    "ended-early",
    "certain",
    "restoreAccess",
    { inquiry: expired, events: [event("inquiry.created", 30, { "expires-at": after(2) })] },
  ],
  [
    "it expired when its window ran out: nobody ended it",
    "expired-before-start",
    "certain",
    "restoreAccess",
    { inquiry: expired, events: [event("inquiry.created", 30, { expiresAt: before(6) })] },
  ],
  [
    "it expired with every session used: a resume needs another",
    "expired-midway",
    "certain",
    "createInquiry",
    { inquiry: { ...expired, startedAt: before(29) }, sessions: Array.from({ length: 25 }, () => session("expired")) },
  ],
  [
    "it expired with two sessions left: one for the resume, one for the link",
    "expired-midway",
    "certain",
    "restoreAccess",
    { inquiry: { ...expired, startedAt: before(29) }, sessions: Array.from({ length: 23 }, () => session("expired")) },
  ],
  [
    "it expired with one session left: the resume takes it, and the link needs another",
    "expired-midway",
    "certain",
    "createInquiry",
    { inquiry: { ...expired, startedAt: before(29) }, sessions: Array.from({ length: 24 }, () => session("expired")) },
  ],
  [
    "it expired, and the link they use is of another inquiry",
    "other-inquiry",
    "likely",
    "openOtherInquiry",
    {
      inquiry: expired,
      tooOldAfterDays: undefined,
      siblings: null,
      link: link(`https://inquiry.withpersona.com/verify?inquiry-id=${other}`),
    },
  ],
  [
    "it expired, and they use a static link, which begins another inquiry every time",
    "static-link",
    "certain",
    "restoreAccess",
    { inquiry: expired, link: link("https://withpersona.com/verify?inquiry-template-id=itmpl_4KxVdP8qLmZ2nYtR7wBcJf6H") },
  ],
  [
    "they use a static link of a template that is switched off: a link of their own would be refused too",
    "template-inactive",
    "likely",
    "askTemplateOwner",
    {
      inquiry: expired,
      template: template("itmplv_1", "inactive"),
      link: link("https://withpersona.com/verify?inquiry-template-id=itmpl_4KxVdP8qLmZ2nYtR7wBcJf6H"),
    },
  ],
  [
    "its window is over and Persona has not noticed",
    "window-over",
    "certain",
    "restoreAccess",
    { inquiry: { ...pending, expiresAt: before(1) }, sessions: [] },
  ],
  [
    "a session is alive: the tab was closed, or the device changed",
    "session-lost",
    "likely",
    "generateOneTimeLink",
    { inquiry: pending, sessions: [session("active")] },
  ],
  [
    "a session was opened minutes ago: the user may be in it",
    "in-use",
    "likely",
    "generateOneTimeLink",
    { inquiry: pending, sessions: [session("active", 0.2)] },
  ],
  [
    "a link was opened out of a data center as soon as it was issued, and nothing followed",
    "opened-by-scanner",
    "likely",
    "generateOneTimeLink",
    { inquiry: pending, sessions: [{ ...session("active", 2), isDatacenter: true }], lastVerificationAt: null },
  ],
  [
    "the same before the user had started: nobody may have seen it yet",
    "opened-by-scanner",
    "likely",
    "generateOneTimeLink",
    { inquiry: created, sessions: [{ ...session("active", 2), isDatacenter: true }], verifications: 0, lastVerificationAt: null },
  ],
  [
    "a session whose status is new to the desk may be the one that runs",
    "cannot-tell",
    "likely",
    "generateOneTimeLink",
    { inquiry: pending, sessions: [session("expired"), { ...session("expired"), status: "paused" }] },
  ],
  [
    "a session that did not come along may be the one that runs",
    "cannot-tell",
    "likely",
    "generateOneTimeLink",
    { inquiry: withSessions(pending, "iqse_1", "iqse_2"), sessions: [session("expired")] },
  ],
  [
    "none of its sessions came along: that it was never opened can't be said",
    "cannot-tell",
    "likely",
    "generateOneTimeLink",
    { inquiry: withSessions(created, "iqse_1"), sessions: [] },
  ],
  [
    "25 sessions are used, though not all came along",
    "session-limit",
    "likely",
    "createInquiry",
    { inquiry: withSessions(pending, ...Array.from({ length: 25 }, (_, nth) => `iqse_${nth}`)), sessions: [session("expired")] },
  ],
  [
    "every session expired and the inquiry is alive",
    "sessions-over",
    "certain",
    "generateOneTimeLink",
    { inquiry: pending, sessions: [session("expired"), session("expired", 9)] },
  ],
  [
    "the plain link was reopened while pending",
    "link-without-session",
    "certain",
    "generateOneTimeLink",
    { inquiry: pending, sessions: [session("active")], link: link(`https://inquiry.withpersona.com/verify?inquiry-id=${id}`) },
  ],
  [
    "the link they use is of another inquiry",
    "other-inquiry",
    "certain",
    "openOtherInquiry",
    { inquiry: pending, sessions: [session("active")], link: link(`https://inquiry.withpersona.com/verify?inquiry-id=${other}`) },
  ],
  [
    "a one-time link was used or is too old: not observable",
    "one-time-link-used",
    "likely",
    "generateOneTimeLink",
    { inquiry: pending, sessions: [session("active")], link: link("https://withpersona.com/verify?code=us1-x") },
  ],
  [
    "a static link begins another inquiry on every load",
    "static-link",
    "certain",
    "generateOneTimeLink",
    {
      inquiry: pending,
      sessions: [session("active")],
      link: link("https://withpersona.com/verify?inquiry-template-id=itmpl_4KxVdP8qLmZ2nYtR7wBcJf6H"),
    },
  ],
  [
    "a link was issued and not opened",
    "link-not-opened",
    "likely",
    "generateOneTimeLink",
    { inquiry: pending, sessions: [session("new"), session("expired")] },
  ],
  [
    "25 sessions are used",
    "session-limit",
    "likely",
    "createInquiry",
    { inquiry: pending, sessions: Array.from({ length: 25 }, () => session("expired")) },
  ],
  ["it is completed", "finished", "certain", "none", { inquiry: { id, status: "completed", completedAt: before(1) } }],
  ["it is approved", "finished", "certain", "none", { inquiry: { id, status: "approved", decisionedAt: before(1) } }],
  ["it failed", "failed", "certain", "decide", { inquiry: { id, status: "failed", failedAt: before(1) } }],
  ["it is under review", "under-review", "certain", "decide", { inquiry: { id, status: "needs_review" } }],
  [
    "it was marked for review in the middle of the flow",
    "stopped-for-review",
    "certain",
    "decide",
    { inquiry: { id, status: "needs_review", completedAt: null, failedAt: null, markedForReviewAt: before(1) } },
  ],
  [
    "it was marked for review after the user had finished",
    "under-review",
    "certain",
    "decide",
    { inquiry: { id, status: "needs_review", completedAt: before(2), failedAt: null } },
  ],
  ["it was declined", "declined", "certain", "decide", { inquiry: { id, status: "declined" } }],
  [
    "it was redacted, whatever its status",
    "redacted",
    "certain",
    "createInquiry",
    { inquiry: { ...pending, redactedAt: before(1) }, sessions: [session("active")] },
  ],
  [
    "the user went on in a newer inquiry of the same template",
    "other-inquiry",
    "likely",
    "openOtherInquiry",
    { inquiry: created, siblings: [{ id: other, status: "pending", createdAt: before(4), links }] },
  ],
  [
    "the user finished a newer inquiry after this one lapsed",
    "other-inquiry",
    "likely",
    "openOtherInquiry",
    { inquiry: expired, siblings: [{ id: other, status: "approved", createdAt: before(2), links }] },
  ],
  [
    "the user has begun an older inquiry, and this one waits unopened",
    "other-inquiry",
    "likely",
    "openOtherInquiry",
    { inquiry: created, sessions: [], siblings: [{ id: other, status: "pending", createdAt: before(40), startedAt: before(39), links }] },
  ],
  [
    "an older inquiry was decided after this one was made",
    "other-inquiry",
    "likely",
    "openOtherInquiry",
    {
      inquiry: created,
      sessions: [],
      siblings: [{ id: other, status: "approved", createdAt: before(40), decisionedAt: before(1), links }],
    },
  ],
  [
    "an older inquiry was decided before this one was made, for a verification anew",
    "not-opened",
    "likely",
    "sendExistingLink",
    {
      inquiry: created,
      sessions: [],
      siblings: [{ id: other, status: "approved", createdAt: before(40), decisionedAt: before(30), links }],
    },
  ],
  [
    "of two that the user has begun, this one was begun last",
    "cannot-tell",
    "likely",
    "generateOneTimeLink",
    { inquiry: pending, sessions: [], siblings: [{ id: other, status: "pending", createdAt: before(4.8), startedAt: before(4.5), links }] },
  ],
  [
    "an inquiry of another template is another check",
    "not-opened",
    "likely",
    "sendExistingLink",
    {
      inquiry: created,
      sessions: [],
      siblings: [{ id: other, status: "pending", createdAt: before(1), links: { inquiryTemplate: { type: "t", id: "itmpl_2" } } }],
    },
  ],
  [
    "the template is inactive",
    "template-inactive",
    "likely",
    "askTemplateOwner",
    { inquiry: pending, sessions: [session("active")], template: template("itmplv_1", "inactive") },
  ],
  [
    "it expired, and its template is inactive: a resume would be refused too",
    "template-inactive",
    "likely",
    "askTemplateOwner",
    { inquiry: expired, template: template("itmplv_1", "inactive") },
  ],
  [
    "the template has no published version",
    "template-inactive",
    "likely",
    "askTemplateOwner",
    { inquiry: created, sessions: [], template: template(null) },
  ],
  [
    "never opened, and the template has moved on",
    "template-moved-on",
    "likely",
    "createInquiry",
    { inquiry: created, sessions: [], template: template("itmplv_2") },
  ],
  ["never opened: nothing is wrong", "not-opened", "likely", "sendExistingLink", { inquiry: created, sessions: [], template: template() }],
  [
    "opened, nothing submitted: camera, browser or network",
    "stuck-in-flow",
    "likely",
    "askUser",
    { inquiry: created, sessions: [session("active")], verifications: 0 },
  ],
  ["the sessions were not fetched", "cannot-tell", "likely", "generateOneTimeLink", { inquiry: pending }],
  ["the status is unknown", "cannot-tell", "likely", "none", { inquiry: { id, status: "on_hold" } }],
];
