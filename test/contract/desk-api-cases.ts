/** What everybody may read who is signed in. */
export const reads = [
  "/desk/v1/session",
  "/desk/v1/audit-entries",
  "/desk/v1/claims",
  "/desk/v1/links",
  "/desk/v1/settings",
  "/desk/v1/settings/scripts/versions",
  "/desk/v1/saved-views",
  "/desk/v1/sessions",
];

/** Writes of every kind: method, path, body. */
export const writes: [string, string, unknown][] = [
  ["POST", "/desk/v1/session/extend", undefined],
  ["POST", "/desk/v1/session/end", { everywhere: false }],
  ["POST", "/desk/v1/audit-entries", { action: "export", subject: null }],
  ["POST", "/desk/v1/audit-entries/export", undefined],
  ["PUT", "/desk/v1/claims/inq_1", {}],
  ["DELETE", "/desk/v1/claims/inq_1", undefined],
  ["PUT", "/desk/v1/settings/sla", { value: { reviewHours: 1, warnHours: 0 }, version: 0 }],
  ["POST", "/desk/v1/saved-views", { name: "Elsewhere", screen: "inquiries", search: "", shared: false }],
  ["PATCH", "/desk/v1/saved-views/view_1", { name: "Elsewhere" }],
  ["DELETE", "/desk/v1/saved-views/view_1", undefined],
  ["POST", "/desk/v1/partner-tokens", { name: "Elsewhere", scopes: ["standing.read"], expiresInDays: 1 }],
  ["DELETE", "/desk/v1/partner-tokens/ptok_1", undefined],
  ["DELETE", "/desk/v1/sessions/session_1", undefined],
  ["DELETE", "/desk/v1/people/user_1/sessions", undefined],
];

/** What is not found. */
export const unknownPaths: [string, string, unknown][] = [
  ["PUT", "/desk/v1/settings/unknown", { value: {}, version: 0 }],
  ["GET", "/desk/v1/settings/unknown/versions", undefined],
  ["PATCH", "/desk/v1/saved-views/view_unknown", { name: "x" }],
  ["DELETE", "/desk/v1/saved-views/view_unknown", undefined],
  ["DELETE", "/desk/v1/partner-tokens/ptok_unknown", undefined],
  ["DELETE", "/desk/v1/sessions/session_unknown", undefined],
  ["DELETE", "/desk/v1/people/user_unknown/sessions", undefined],
];

/** What is refused as malformed. */
export const malformed: [string, string, unknown][] = [
  ["GET", "/desk/v1/audit-entries?filter[unknown]=x", undefined],
  ["GET", "/desk/v1/audit-entries?filter[created-at-start]=yesterday", undefined],
  ["GET", "/desk/v1/audit-entries?filter[outcome]=good", undefined],
  ["GET", "/desk/v1/audit-entries?filter[openings]=some", undefined],
  ["GET", "/desk/v1/audit-entries?page[size]=0", undefined],
  ["GET", "/desk/v1/audit-entries?page[size]=101", undefined],
  ["GET", "/desk/v1/audit-entries?page[after]=x", undefined],
  ["GET", "/desk/v1/audit-entries?page[size]=1&page[size]=2", undefined],
  ["POST", "/desk/v1/audit-entries/export?page[size]=1", undefined],
  ["POST", "/desk/v1/audit-entries", { action: "approve-an-inquiry", subject: null }],
  ["POST", "/desk/v1/audit-entries", { action: "export" }],
  ["POST", "/desk/v1/audit-entries", { action: "export", subject: null, details: { rows: { deep: true } } }],
  ["GET", "/desk/v1/claims?filter[user]=x", undefined],
  ["PUT", "/desk/v1/claims/act_1", {}],
  ["PUT", "/desk/v1/claims/inq_1", { takeOver: "yes" }],
  ["PUT", "/desk/v1/claims/inq_1", { unknown: true }],
  ["GET", "/desk/v1/links?filter[state]=broken", undefined],
  ["PUT", "/desk/v1/settings/sla", { value: { reviewHours: 0, warnHours: 0 }, version: 0 }],
  ["PUT", "/desk/v1/settings/sla", { value: { reviewHours: 4, warnHours: 5 }, version: 0 }],
  ["PUT", "/desk/v1/settings/sla", { version: 0 }],
  ["PUT", "/desk/v1/settings/scripts", { value: [{ id: "a" }], version: 0 }],
  ["PUT", "/desk/v1/settings/duplicatePolicy", { value: { tooOldAfterDays: 30, rules: [] }, version: 0 }],
  ["POST", "/desk/v1/saved-views", { name: " ", screen: "inquiries", search: "", shared: false }],
  ["POST", "/desk/v1/saved-views", { name: "Hers", screen: "inquiries", search: "status=created&reference=usr_1", shared: true }],
  ["POST", "/desk/v1/saved-views", { name: "Hers", screen: "accounts", search: "Reference-ID=usr_1", shared: true }],
  ["POST", "/desk/v1/saved-views", { name: "x", screen: "reports", search: "", shared: false }],
  ["POST", "/desk/v1/saved-views", { name: "x", screen: "inquiries", search: "?a=b", shared: false }],
  ["POST", "/desk/v1/partner-tokens", { name: "x", scopes: [], expiresInDays: 1 }],
  ["POST", "/desk/v1/partner-tokens", { name: "x", scopes: ["everything"], expiresInDays: 1 }],
  ["POST", "/desk/v1/partner-tokens", { name: "x", scopes: ["standing.read"], expiresInDays: 0 }],
  ["POST", "/desk/v1/session/end", {}],
];
