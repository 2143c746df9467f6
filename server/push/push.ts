import type { DeskChange } from "@/api/generated/desk/types.gen";
import type { Role } from "@/domain/viewer";
import type { Queryable } from "../db/database";

/** What open screens are told: names and IDs, never personal data. */
export type Push = {
  readonly change: DeskChange;
  /** Who may hear it; everybody when absent. */
  readonly roles?: readonly Role[];
};

/** A push as stored. `seq` grows in the order of commits; not every number occurs. */
export type StoredPush = {
  readonly seq: number;
  readonly change: DeskChange;
  /** Who may hear it; everybody when null. */
  readonly roles: readonly Role[] | null;
};

/** Tells every open browser on every instance. */
export type Pushes = {
  /** Stores it for those who reconnect, and notifies all instances; inside `transaction` where one is given: it leaves with the commit. */
  publish(push: Push, transaction?: Queryable): Promise<void>;
};
