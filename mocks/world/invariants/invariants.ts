import type { Event, Inquiry, ResourceIdentifier } from "@/api/generated/persona/types.gen";
import { inquiryInvariants } from "./invariants-inquiry";
import { settingsOf } from "../inquiry/inquiry-lookup";
import type { Snapshot } from "../core/resources";
import { sessionsOf } from "../session/sessions";
import { millis, minute } from "../core/time";
import type { World } from "../core/world";

/**
 * Everything that must hold in every world at every time; the answer names what doesn't. Written against Persona's lifecycle, from the
 * events and the stored resources alone: it does not trust the code that made them. Rows of lazy sources are not walked through.
 */
export function checkInvariants(world: World): string[] {
  return world.perform(() => {
    const events = eventsByObject(world);
    const wrong: string[] = [];
    for (const inquiry of world.tables.inquiries.added()) {
      wrong.push(...inquiryInvariants(world, inquiry, events.get(inquiry.id) ?? []));
      wrong.push(...sessionInvariants(world, inquiry, events));
      wrong.push(...verificationInvariants(world, inquiry, events));
    }
    return [...wrong, ...linkInvariants(world), ...accountInvariants(world), ...templateInvariants(world), ...danglingLinks(world)];
  });
}

/** Oldest first. */
function eventsByObject(world: World): Map<string, Event[]> {
  const byObject = new Map<string, Event[]>();
  for (const event of world.tables.events.added()) {
    const { id } = event.attributes.payload.data;
    const list = byObject.get(id);
    if (list === undefined) byObject.set(id, [event]);
    else list.push(event);
  }
  for (const list of byObject.values()) list.reverse();
  return byObject;
}

function sessionInvariants(world: World, inquiry: Inquiry, events: Map<string, Event[]>): string[] {
  const wrong: string[] = [];
  const sessions = sessionsOf(world, inquiry);
  if (sessions.length > settingsOf(world, inquiry).sessionCap) wrong.push(`${inquiry.id}: ${sessions.length} sessions`);
  for (const session of sessions) {
    const { status, createdAt, startedAt, expiredAt } = session.attributes;
    const hidden = world.hidden.sessions.need(session.id);
    const count = (name: string) =>
      (events.get(session.id) ?? []).filter((event) => event.attributes.name === `inquiry-session.${name}`).length;
    if (count("started") !== Number(startedAt !== null)) wrong.push(`${session.id}: started without exactly one event`);
    if (count("expired") !== Number(expiredAt !== null)) wrong.push(`${session.id}: expired without exactly one event`);
    if ((status === "expired") !== (expiredAt !== null)) wrong.push(`${session.id}: ${status}, expired at ${expiredAt}`);
    if (status === "new" && startedAt !== null) wrong.push(`${session.id}: new, yet started`);
    if (status === "active" && (startedAt === null || session.relationships.device.data === null)) {
      wrong.push(`${session.id}: active without a device`);
    }
    if (!rising([createdAt, startedAt, expiredAt])) wrong.push(`${session.id}: timestamps run back`);
    if (status !== "expired" && hidden.expiresAt <= world.clock.now()) wrong.push(`${session.id}: outlived its expiry`);
  }
  if (inquiry.attributes.status === "expired" && sessions.some((session) => session.attributes.status !== "expired")) {
    wrong.push(`${inquiry.id}: expired with a live session`);
  }
  return wrong;
}

const verificationPaths =
  /^initiated( confirmed)?( submitted( tentatively_(passed|failed))?( (passed|failed|requires_retry|skipped|canceled))?| skipped| canceled)?$/;

function verificationInvariants(world: World, inquiry: Inquiry, events: Map<string, Event[]>): string[] {
  const wrong: string[] = [];
  let open = 0;
  for (const { id } of inquiry.relationships.verifications.data) {
    const verification = world.tables.verifications.get(id);
    if (verification === undefined) continue;
    const { status, createdAt, submittedAt, completedAt, checks } = verification.attributes;
    // `confirmed` has no event, so it can only be seen as the present status.
    const path = (events.get(id) ?? []).map(statusIn);
    if (path.at(-1) !== status) path.push(status);
    if (!verificationPaths.test(path.join(" "))) wrong.push(`${id}: went ${path.join(" → ")}`);
    if (!rising([createdAt, submittedAt, completedAt])) wrong.push(`${id}: timestamps run back`);
    const failed = checks.some((check) => check.requirement === "required" && check.status === "failed");
    if ((status === "failed" && !failed) || (status === "passed" && failed)) wrong.push(`${id}: ${status} against its required checks`);
    if (["initiated", "confirmed", "submitted"].includes(status)) open += 1;
  }
  if (open > 1) wrong.push(`${inquiry.id}: ${open} verifications open at once`);
  if (open > 0 && inquiry.attributes.status === "expired") wrong.push(`${inquiry.id}: expired with an open verification`);
  return wrong;
}

/** A one-time link opens once, and again within five minutes (Persona docs: One-time links). */
const grace = 5 * minute;

function linkInvariants(world: World): string[] {
  const wrong: string[] = [];
  for (const link of world.hidden.oneTimeLinks.values()) {
    const [first] = link.openings;
    if (first !== undefined && first.at >= link.expiresAt) wrong.push(`${link.code}: opened after its expiry`);
    if (first !== undefined && link.openings.some(({ at }) => at > first.at + grace)) wrong.push(`${link.code}: used twice`);
    const session = world.tables.inquirySessions.get(link.sessionId);
    if (session?.relationships.inquiry.data.id !== link.inquiryId) wrong.push(`${link.code}: leads to another inquiry`);
  }
  return wrong;
}

function accountInvariants(world: World): string[] {
  const wrong: string[] = [];
  const seen = new Set<string>();
  for (const account of world.tables.accounts.added()) {
    const { referenceId } = account.attributes;
    if (referenceId === null) continue;
    const key = `${account.relationships.accountType.data.id}/${referenceId.toLowerCase()}`;
    if (seen.has(key)) wrong.push(`${account.id}: reference id taken twice`);
    seen.add(key);
  }
  return wrong;
}

function templateInvariants(world: World): string[] {
  const live = new Map<string, string[]>();
  for (const version of world.tables.inquiryTemplateVersions.added()) {
    const { id } = version.relationships.inquiryTemplate.data;
    if (version.attributes.live) live.set(id, [...(live.get(id) ?? []), version.id]);
  }
  const wrong: string[] = [];
  for (const template of world.tables.inquiryTemplates.added()) {
    const latest = template.relationships.latestPublishedVersion.data?.id;
    const versions = live.get(template.id) ?? [];
    if (versions.length > 1 || versions[0] !== latest) wrong.push(`${template.id}: live versions ${versions.join(", ")}, latest ${latest}`);
  }
  return wrong;
}

/** Types the world links to without holding them. */
const opaque = new Set(["user-session", "workflow", "workflow-version", "verification-template"]);

function danglingLinks(world: World): string[] {
  const wrong: string[] = [];
  for (const table of Object.values(world.tables)) {
    // Opaque rows may lack attributes by type; links are all that is read here.
    for (const row of table.added() as Iterable<Snapshot>) {
      for (const target of linksOf(row)) {
        if (!opaque.has(target.type.split("/", 1)[0] ?? "") && world.find(target)?.type !== target.type) {
          wrong.push(`${row.id}: links to ${target.type} ${target.id}, which is not there`);
        }
      }
    }
  }
  return wrong;
}

function linksOf(row: Snapshot): ResourceIdentifier[] {
  // Relationships are `{ data }` throughout (spec).
  const relationships = Object.values(row.relationships ?? {}) as { data: ResourceIdentifier | ResourceIdentifier[] | null }[];
  return relationships.flatMap(({ data }) => data ?? []);
}

/** The status inside the payload of an event. */
function statusIn(event: Event): unknown {
  return event.attributes.payload.data.attributes?.["status"];
}

/** Null and missing times are passed over. */
function rising(times: readonly (string | null | undefined)[]): boolean {
  const known = times.flatMap((time) => millis(time) ?? []);
  return known.every((time, index) => index === 0 || (known[index - 1] ?? 0) <= time);
}
