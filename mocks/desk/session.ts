import type { DeskEnvironment, DeskRole, DeskSession, DeskSessionLife } from "@/api/generated/desk/types.gen";
import { newestVersion } from "../http/versions";
import { iso, second } from "../world/core/time";
import type { World } from "../world/core/world";
import { personOf } from "./people";

/** How long somebody stays signed in, in seconds. */
export type SessionLimits = {
  readonly idleSeconds: number;
  readonly absoluteSeconds: number;
  readonly warnSeconds: number;
};

/** The session of who is signed in; times in milliseconds. Without limits it never ends by itself. */
export type Session = {
  readonly startedAt: number;
  activeAt: number;
  readonly limits: SessionLimits | undefined;
};

export const newSession = (now: number, limits?: SessionLimits): Session => ({ startedAt: now, activeAt: now, limits });

/** When a session ends. Null by default: the role that is played does not end by itself. */
export function sessionLife({ startedAt, activeAt, limits }: Session): DeskSessionLife {
  if (limits === undefined) return { idleExpiresAt: null, absoluteExpiresAt: null, warnSeconds: 0 };
  const absolute = startedAt + limits.absoluteSeconds * second;
  const idle = Math.min(absolute, activeAt + limits.idleSeconds * second);
  return { idleExpiresAt: iso(idle), absoluteExpiresAt: iso(absolute), warnSeconds: limits.warnSeconds };
}

/** Whether a session has come to one of its ends. */
export const hasEnded = (session: Session, now: number): boolean => {
  const { idleExpiresAt } = sessionLife(session);
  return idleExpiresAt !== null && now >= Date.parse(idleExpiresAt);
};

type Signed = {
  readonly role: DeskRole;
  readonly session: Session;
  readonly permissions: readonly string[];
  readonly environment: DeskEnvironment;
  readonly world: World;
};

/** Who is signed in (desk API: GET /desk/v1/session). */
export function deskSession({ role, session, permissions, environment, world }: Signed): DeskSession {
  return {
    user: personOf(world, role),
    role,
    permissions: [...permissions],
    environment,
    personaVersion: newestVersion,
    organization: { name: world.organization.name },
    life: sessionLife(session),
  };
}
