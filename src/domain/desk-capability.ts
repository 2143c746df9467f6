/** What a role may see and change of the desk itself; the server side holds everybody to the same (openapi/desk.yaml). */
import type { Capability } from "@/domain/inquiry-action";
import { knownRole, roleLabel, type Role, type Viewer } from "@/domain/viewer";

const overseers: readonly Role[] = ["lead", "auditor", "admin"];
/** Who answers for what others decide. */
const secondPeople: readonly Role[] = ["lead", "admin"];
const settingKeepers: readonly Role[] = ["lead", "admin"];

const isOneOf = (viewer: Viewer, roles: readonly Role[]): boolean => roles.some((role) => role === knownRole(viewer));

/** Whether `viewer` sees what everybody did, or only what they did themselves. */
export const auditScope = (viewer: Viewer): "everybody" | "own" => (isOneOf(viewer, overseers) ? "everybody" : "own");

/** Whether `viewer` sees and ends everybody's sessions, or only their own. */
export const sessionsScope = (viewer: Viewer): "everybody" | "own" => (isOneOf(viewer, ["admin"]) ? "everybody" : "own");

/** Whether `viewer` may look at Persona's own log of its dashboard. */
export function personaLogCapability(viewer: Viewer): Capability {
  if (isOneOf(viewer, overseers)) return { allowed: true };
  return refuse(viewer, "can't see Persona's own log", "Leads, auditors and admins can.");
}

/** Whether `viewer` may take the list of inquiries out of the desk as a file. Support works on one person at a time. */
export function inquiryExportCapability(viewer: Viewer): Capability {
  if (isOneOf(viewer, ["reviewer", ...overseers])) return { allowed: true };
  return refuse(viewer, "can't export the list of inquiries", "Reviewers, leads, auditors and admins can.");
}

/** Whether `viewer` may change settings. */
export function settingsCapability(viewer: Viewer): Capability {
  if (isOneOf(viewer, settingKeepers)) return { allowed: true };
  return refuse(viewer, "can read the settings, not change them", "Ask a lead or an admin to do it.");
}

/** Whether `viewer` may say what they would decide where somebody asks for a second look, if it is not they who ask. */
export function secondLookCapability(viewer: Viewer): Capability {
  if (isOneOf(viewer, secondPeople)) return { allowed: true };
  return refuse(viewer, "can't answer second looks", "Leads and admins can.");
}

/** Whether `viewer` may list, create and revoke the tokens of the company's own systems. */
export function partnerTokensCapability(viewer: Viewer): Capability {
  if (isOneOf(viewer, ["admin"])) return { allowed: true };
  return refuse(viewer, "can't manage partner tokens", "Ask an admin to do it.");
}

const refuse = (viewer: Viewer, what: string, sentence: string): Capability => ({
  allowed: false,
  reason: `Your role (${roleLabel(viewer)}) ${what}.`,
  wayOut: { sentence },
});
