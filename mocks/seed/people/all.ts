import { access } from "./access";
import { duplicates } from "./duplicates";
import { future } from "./future";
import { kinds } from "./kinds";
import { names } from "./names";
import { rejected } from "./rejected";
import { reports } from "./reports";
import { review } from "./review";
import { sessions } from "./sessions";
import { settled } from "./settled";

/** Everybody written by hand, in the order the README lists them. */
export const people = [...settled, ...review, ...rejected, ...access, ...sessions, ...kinds, ...reports, ...duplicates, ...names, ...future] as const;

/** Keys under which tests and the README know the hand-written people. */
export type PersonKey = (typeof people)[number]["key"];
