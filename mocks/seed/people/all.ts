import { accessExpired } from "./access-expired";
import { accessPending } from "./access-pending";
import { duplicates } from "./duplicates";
import { exoticKinds } from "./exotic-kinds";
import { future } from "./future";
import { hostileNames } from "./hostile-names";
import { kinds } from "./kinds";
import { names } from "./names";
import { rejected } from "./rejected";
import { reports } from "./reports";
import { review } from "./review";
import { secondChances } from "./second-chances";
import { sessions } from "./sessions";
import { settled } from "./settled";

/** Everybody written by hand, in the order the README lists them. */
export const people = [
  ...secondChances,
  ...settled,
  ...review,
  ...rejected,
  ...accessPending,
  ...accessExpired,
  ...sessions,
  ...kinds,
  ...exoticKinds,
  ...reports,
  ...duplicates,
  ...names,
  ...hostileNames,
  ...future,
] as const;

/** Keys under which tests and the README know the hand-written people. */
export type PersonKey = (typeof people)[number]["key"];
