/** What the API sends of an inquiry, its sessions, events and template, for tests of the diagnosis. */
export const now = Date.parse("2026-03-04T12:00:00.000Z");
export const before = (hours: number) => new Date(now - hours * 3_600_000).toISOString();
export const after = (hours: number) => before(-hours);
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
export const withSessions = <I extends { links: object }>(inquiry: I, ...ids: readonly string[]) => ({
  ...inquiry,
  links: { ...inquiry.links, sessions: ids.map((each) => ({ type: "inquiry-session", id: each })) },
});
/** All that the diagnosis asks for, so that only what a case is about can be in doubt. */
export const everythingAnswered = {
  siblings: [],
  events: [event("inquiry.created", 30, { expiresAt: before(6) })],
  template: template(),
  tooOldAfterDays: null,
};
