import type { World } from "../../world/core/world";
import type { AttemptContext } from "../attempts/attempt";
import type { Printed } from "../printed";
import type { TemplateIds } from "../templates";

/** Whom a story is about. */
export type StoryPerson<Key extends string = string> = {
  key: Key;
  /** The company's own id of this person; null for somebody who came without one. */
  referenceId: string | null;
  printed: Printed;
};

/** One thing that happens at one time, in milliseconds. */
export type TimedStep = {
  at: number;
  run(): void;
};

/** What all stories of a world share. */
export type Scene = {
  world: World;
  /** The start: the present moment, milliseconds. Stories count back from it. */
  start: number;
  /** Base address of files, with a slash at its end. */
  files: string;
  templates: Partial<TemplateIds>;
  /** Steps told so far, in no order. */
  steps: TimedStep[];
  /** Inquiry ids by `person/inquiry`, filled as the steps run. */
  inquiries: Map<string, string>;
  /** Whose inquiry it is, filled as the steps run. */
  people: Map<string, AttemptContext>;
};
