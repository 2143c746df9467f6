/** Who does something in the world: it becomes creator, reviewer, and the author of audit log entries. */
export type Actor = {
  type: "user" | "api" | "workflow" | "system" | "end-user";
  /** The id of the user or the workflow run, when it has one. */
  id?: string;
  emailAddress?: string;
  /** First and last name, for people who are not in the users table yet. */
  name?: string;
};

/** The world itself: timers and asynchronous work. */
export const system: Actor = { type: "system" };

/** The person who is being verified. */
export const endUser: Actor = { type: "end-user" };

/**
 * What `creator` says on an inquiry. Every published example shows an e-mail address; for hosted flows and keys without a person
 * nothing is documented, and the simulator names the way in.
 */
export function creatorOf(actor: Actor): string {
  if (actor.emailAddress !== undefined) return actor.emailAddress;
  const names = { user: "User", api: "API", workflow: "Workflow", system: "System", "end-user": "Hosted flow" } as const;
  return names[actor.type];
}
