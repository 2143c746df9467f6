import type {
  DeskChange,
  DeskRole,
  DeskUser,
  PartnerToken,
  PersonSession,
  SavedView,
  SettingVersion,
} from "@/api/generated/desk/types.gen";
import { createRandom } from "../world/core/random";
import { millis } from "../world/core/time";
import type { World } from "../world/core/world";
import { type AuditInput, createAuditLog, type AuditLog } from "./audit-log";
import { type BatchBook, createBatchBook, eraseBatchTexts } from "./batches/batch-book";
import { createDecisionBook, type DecisionBook, eraseTexts } from "./decisions/decision-book";
import { changeOf, createFeed, type Feed } from "./feed";
import { createIssuedLinks, type IssuedLinks } from "./issued-links";
import type { PersonaAnswer, PersonaCall } from "./persona-line";
import { createPostponements, type Postponements } from "./postponements";
import { eraseLooks, type LookBook } from "./second-looks";
import { createRefusals } from "./refusals";
import type { SettingKey } from "./setting-values";

/** Who works on an inquiry; times in milliseconds. */
export type HeldClaim = {
  readonly user: DeskUser;
  readonly claimedAt: number;
  readonly expiresAt: number;
};

/** A restoration as the desk keeps it: the way in itself is kept nowhere. */
export type KeptRestoration = {
  readonly id: string;
  /** What it was asked for with. */
  readonly request: string;
  readonly resumed: boolean;
  /** Milliseconds. */
  readonly startedAt: number;
};

/** Everything the server side of the desk remembers, for one environment. It grows and comes back with the life it belongs to. */
export type Desk = {
  readonly world: World;
  readonly audit: Pick<AuditLog, "entries">;
  readonly claims: Map<string, HeldClaim>;
  readonly postponements: Postponements;
  readonly looks: LookBook;
  readonly decisions: DecisionBook;
  readonly batches: BatchBook;
  /** Ways back in, by person and Idempotency-Key. */
  readonly restorations: Map<string, KeptRestoration>;
  /** New inquiries, by person and Idempotency-Key: for which account and template, and the key at Persona. */
  readonly creations: Map<string, { readonly id: string; readonly what: string }>;
  readonly links: IssuedLinks;
  /** Per setting what it was, newest first; nothing for what nobody has changed. */
  readonly settings: Map<SettingKey, SettingVersion[]>;
  readonly views: Map<string, Omit<SavedView, "editable">>;
  /** Sessions in other browsers than the one that looks, by their IDs. */
  readonly sessions: Map<string, PersonSession>;
  /** Newest first. */
  readonly tokens: PartnerToken[];
  readonly feed: Feed;
  /** Idempotency-Keys of the calls that were noted already. */
  readonly intents: Set<string>;
  /** Grows with everything that has to be there after a reload. */
  readonly revision: number;
  /** Makes a call at Persona as the desk's server does, not a browser. */
  askPersona(call: PersonaCall): PersonaAnswer;
  id(prefix: string, length?: number): string;
  /** Says that something lasting has changed. */
  changed(change: DeskChange, roles?: readonly DeskRole[]): void;
  /** Writes an audit entry. @param at milliseconds; default now */
  note(input: AuditInput, at?: number): ReturnType<AuditLog["append"]>;
  /** The same of what the desk refused: the eleventh attempt in a minute, and those that follow, are counted instead. */
  noteRefused(input: Omit<AuditInput, "outcome">): void;
  /** Writes what was counted in the minutes that are over. */
  sumUpRefusals(): void;
};

const systemActor = { type: "system", id: "system", name: "Inquiry Desk" } as const;
const auditReaders: readonly DeskRole[] = ["lead", "auditor", "admin"];

/**
 * A desk that remembers nothing yet and listens to its world.
 * @param askPersona its own way to Persona
 */
export function createDesk(world: World, askPersona: (desk: Desk, call: PersonaCall) => PersonaAnswer): Desk {
  // A stream of its own: what the desk draws never changes what the world draws.
  const random = createRandom(world.seed).fork("desk");
  const id: Desk["id"] = (prefix, length = 24) => prefix + random.text(length);
  const audit = createAuditLog(() => id("aud_"));
  const feed = createFeed();
  const decisions = createDecisionBook();
  const batches = createBatchBook();
  const links = createIssuedLinks(world);
  const postponements = createPostponements();
  const looks: LookBook = [];
  let revision = 0;

  const changed: Desk["changed"] = (change, roles) => {
    revision += 1;
    feed.publish(change, roles);
  };

  const refusals = createRefusals();
  const sumUpRefusals = () => {
    for (const { input, at } of refusals.sums(world.clock.now())) append(input, at);
  };
  const append = (input: AuditInput, at: number) => {
    const entry = audit.append(input, at);
    changed({ type: "audit-entry", id: entry.id, related: [] }, auditReaders);
    return entry;
  };
  const note: Desk["note"] = (input, at = world.clock.now()) => {
    sumUpRefusals();
    return append(input, at);
  };

  world.listeners.add((event) => {
    const change = changeOf(event);
    if (change !== undefined) feed.publish(change);
    const inquiry = change?.type === "inquiry" ? world.tables.inquiries.get(change.id) : undefined;
    if (inquiry !== undefined && isOver(inquiry.attributes.status)) {
      links.end(inquiry.id, millis(event.attributes.createdAt) ?? world.clock.now());
    }
    if (change?.name === "inquiry-session.started") {
      for (const linkId of links.ofSession(change.id)) feed.publish({ type: "link", id: linkId, related: change.related });
    }
    if (change?.name?.endsWith(".redacted")) {
      eraseTexts(decisions, change.id);
      eraseBatchTexts(batches, change.id);
      postponements.forget(change.id);
      eraseLooks(looks, change.id);
      const texts = audit.eraseTexts(change.id, world.clock.now());
      const subject = { type: change.type, id: change.id };
      if (texts > 0) note({ action: "erase-texts", outcome: "done", actor: systemActor, subject, details: { texts } });
    }
  });

  const desk: Desk = {
    world,
    audit,
    claims: new Map(),
    postponements,
    looks,
    decisions,
    batches,
    restorations: new Map(),
    creations: new Map(),
    links,
    settings: new Map(),
    views: new Map(),
    sessions: new Map(),
    tokens: [],
    feed,
    intents: new Set(),
    get revision() {
      return revision;
    },
    id,
    changed,
    note,
    noteRefused(input) {
      sumUpRefusals();
      const at = world.clock.now();
      if (refusals.isTold(input.actor, input.action, at)) append({ ...input, outcome: "refused" }, at);
    },
    sumUpRefusals,
    askPersona: (call) => askPersona(desk, call),
  };
  return desk;
}

/** Whether a link to an inquiry of this status opens nothing any more. */
export const isOver = (status: string): boolean => status !== "created" && status !== "pending";
