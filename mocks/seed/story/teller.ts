import type { Environment } from "../../world/core/world";
import type { Span } from "../span";
import type { StaffKey } from "../staff";
import type { InquiryOptions, InquiryStory } from "./inquiry-story";

/** What a person's story is told with. Every call records timed steps; nothing happens until all stories are told. */
export type Teller = {
  readonly environment: Environment;
  /** Begins an inquiry. `name` tells it from the person's others; the one to look at first is `main`. */
  inquiry(name: string, options: InquiryOptions): InquiryStory;
  /** Moves everything of one account into another and archives the first. */
  consolidates(ago: Span, accounts: { from: string; into: string; by: StaffKey }): void;
  /** Redacts the person's account with all that hangs on it. */
  redactsAccount(ago: Span, by: StaffKey): void;
};
