import type { CheckInput } from "../../world/verification/checks";
import type { Printed } from "../printed";

/** Who makes an attempt, and when and where its pictures are served. */
export type AttemptContext = {
  person: string;
  printed: Printed;
  /** ISO date of the world's start: dates on papers count from it. */
  today: string;
  /** Base address of files, with a slash at its end. */
  files: string;
};

/** One attempt at a verification as the person makes it: what the verification shows of it, and the checks that came out unusual. */
export type Attempt = {
  /** The part of the type after `verification/`. */
  kind: string;
  attributes(context: AttemptContext): Record<string, unknown>;
  checks: CheckInput[];
};
