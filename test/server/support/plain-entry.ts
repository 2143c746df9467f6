import type { AuditEntry } from "@/api/generated/desk/types.gen";

/** An entry of the audit log about nothing in particular. */
export const plainEntry: AuditEntry = {
  id: "aud_1",
  position: 1,
  action: "call",
  outcome: "done",
  actor: { type: "system", id: "system", name: "System" },
  subject: null,
  createdAt: "2026-03-02T09:00:00.000Z",
  statusBefore: null,
  statusAfter: null,
  reason: null,
  comment: null,
  referenceId: null,
  erased: [],
  erasedAt: null,
  requestId: null,
  personaRequestId: null,
  details: {},
  hash: "h",
};
