import type { DeskRole } from "@/api/generated/desk/types.gen";
import type { JournalOrigin } from "../world/core/journal";
import type { Desk } from "./desk";
import type { Session } from "./session";

/** What the desk sees of a life: where it began, who is signed in, and what the server side remembers. */
export type DeskLife = {
  readonly origin: JournalOrigin;
  /** Who is signed in at the desk. */
  role: DeskRole | undefined;
  session: Session;
  /** What the server side of the desk remembers, for the environment of its key. */
  desk(): Desk;
};
