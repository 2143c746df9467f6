import type { DeskEnvironment, DeskRole } from "@/api/generated/desk/types.gen";
import type { Event } from "@/api/generated/persona/types.gen";
import type { WebhookControls } from "./control/control-api";
import type { DrawFile } from "./files";
import type { Permission } from "./http/auth";
import type { Populate } from "./life";
import type { Journal } from "./world/core/journal";
import type { Environment } from "./world/core/world";

export type SimulatorOptions = {
  /** `persona` demands an API key; `gateway` stands for the desk's server side, which holds the key and knows who is signed in. */
  readonly standsFor: "persona" | "gateway";
  /** What fills a new world. */
  readonly populate: Populate;
  /** What draws the files that objects point to. */
  readonly drawFile?: DrawFile;
  /** Absolute address of the files, ending with a slash. */
  readonly filesBase?: string;
  /** Where the simulator is served, beginning and ending with a slash; default `/`. */
  readonly base?: string;
  readonly seed?: string;
  readonly scenario?: string;
  /** `manual` stands still until told to move; default `real`. */
  readonly clock?: "real" | "manual";
  /** World time at the beginning, milliseconds. Default: now, or 2026-03-02T09:00:00Z for a manual clock. */
  readonly startedAt?: number;
  /** Where the writes are kept; default: in memory. */
  readonly journal?: Journal;
  /** Whether the gateway passes on what the application never asks for, and writes without a key; default `refused`, as the desk's server does. */
  readonly unused?: "answered" | "refused";
  /** Who is signed in at the beginning (where it stands for the gateway); null for nobody; default lead. */
  readonly role?: DeskRole | null;
  /** The environment of the gateway's key; default production. */
  readonly environment?: Environment;
  /** What the desk is told about it, where that differs. */
  readonly deskEnvironment?: DeskEnvironment;
  /** What the API keys may do; default everything. */
  readonly permissions?: readonly Permission[];
  /** Whether a Sandbox key is kept from what Persona has in Production only, such as lists of templates; default true. */
  readonly sandboxLimits?: boolean;
  /** Calls a minute; default 300. */
  readonly rateLimit?: number;
  /**
   * How often an open event stream looks for what other tabs did and what fell due, milliseconds. Without it the stream tells what
   * requests to this simulator bring about, and is silent otherwise.
   */
  readonly streamEveryMs?: number;
  /** Hears every event of every world that grows here, from the beginning of its life on. */
  readonly onEvent?: (event: Event) => void;
  /** The control API's way to those who deliver webhooks. */
  readonly webhooks?: WebhookControls;
};
