import type { AuditActor, DeskRole, DeskUser } from "@/api/generated/desk/types.gen";

/** Somebody at the desk, in the role they play. */
export type Person = DeskUser & {
  readonly role: DeskRole;
};

/** As the audit log and the link ledger name them. */
export const actorOf = ({ id, name, emailAddress, role }: Person): AuditActor => ({ type: "person", id, name, emailAddress, role });

/** Without the role. */
export const userOf = ({ id, name, emailAddress }: Person): DeskUser => ({ id, name, emailAddress });

export const isOneOf = (role: DeskRole, ...roles: readonly DeskRole[]): boolean => roles.includes(role);
