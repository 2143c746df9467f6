import type { DeskEnvironment, DeskRole, DeskSession } from "@/api/generated/desk/types.gen";
import type { World } from "../world/world";
import { personOf } from "./people";

interface Desk {
  readonly role: DeskRole;
  readonly permissions: readonly string[];
  readonly environment: DeskEnvironment;
  readonly world: World;
}

/** Who is signed in (desk API: GET /desk/v1/session). */
export function deskSession({ role, permissions, environment, world }: Desk): DeskSession {
  return { user: personOf(world, role), role, permissions: [...permissions], environment, organization: { name: world.organization.name } };
}
