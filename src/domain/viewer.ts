/** Who is looking: the answer of `GET /desk/v1/session`, as far as judgements need it. */
import type { DeskRole } from "@/api/generated/desk/types.gen";
import { readText, readTexts } from "@/lib/read";

export type Role = DeskRole;
export const roles = ["reviewer", "support", "lead", "auditor", "admin"] as const satisfies readonly Role[];

export type Viewer = {
  /** One of `roles`; any other value may only read. */
  readonly role?: string | null;
  /** Permissions of the Persona API key behind the desk, e.g. `inquiry.write`. */
  readonly permissions?: readonly string[] | null;
  /** `production`, `sandbox` or `demo`. */
  readonly environment?: string | null;
};

export function knownRole(viewer: Viewer): Role | undefined {
  return roles.find((role) => role === viewer.role);
}

const roleLabels: Record<Role, string> = { reviewer: "Reviewer", support: "Support", lead: "Lead", auditor: "Auditor", admin: "Admin" };

/** The word for the signed-in person's role; an unknown role is shown as it is. */
export function roleLabel(viewer: Viewer): string {
  const role = knownRole(viewer);
  return role ? roleLabels[role] : (readText(viewer.role) ?? "No role");
}

/** Whether the desk's API key holds a Persona key permission. */
export function hasPermission(viewer: Viewer, permission: string): boolean {
  return readTexts(viewer.permissions).includes(permission);
}
