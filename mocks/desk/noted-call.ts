import type { DeskObject } from "@/api/generated/desk/types.gen";
import { readNumber, readProperty, readText } from "@/lib/read";
import type { Answer } from "../http/answer";
import type { Route } from "../http/define-route";
import type { Incoming } from "../http/incoming";
import { inflect } from "../http/inflection";
import { readLink } from "../world/session/link-parts";
import { findLink } from "../world/session/links";
import { second } from "../world/core/time";
import type { World } from "../world/core/world";
import { type Desk, isOver } from "./desk";
import type { DeskRefusal } from "./let-through";
import { actorOf, type Person } from "./person";

/** A write on its way to Persona. */
export type NotedCall = {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
  readonly incoming: Incoming;
  readonly person: Person;
  /** Why it goes no further than the desk. */
  readonly refusal: DeskRefusal | undefined;
  readonly requestId: string;
  readonly personaRequestId: string;
  /** False where what it answers is handed to nobody. */
  readonly handsOut?: boolean;
};

/** Makes a write, writes into the audit log what came of it, notes the links it gave out, and tells open screens. */
export function notedCall(desk: Desk, call: NotedCall, act: () => Answer): Answer {
  return desk.world.perform(() => {
    const target = targetOf(call.params);
    const statusBefore = statusOf(desk, target);
    const inquiry = target?.type === "inquiry" ? desk.world.tables.inquiries.get(target.id) : undefined;
    const updatedBefore = inquiry?.attributes.updatedAt;
    const answer = act();
    const changed = desk.world.tables.inquiries.get(inquiry?.id ?? "");
    if (changed !== undefined && updatedBefore !== undefined) desk.postponements.followOwnWrite(changed, updatedBefore);
    const key = call.incoming.headers.get("idempotency-key");
    if (key !== null && desk.intents.has(key)) return answer;
    if (key !== null) desk.intents.add(key);
    note(desk, call, { answer, target, statusBefore });
    return answer;
  });
}

type Outcome = {
  readonly answer: Answer;
  readonly target: DeskObject | undefined;
  readonly statusBefore: string | null;
};

function note(desk: Desk, call: NotedCall, { answer, target, statusBefore }: Outcome): void {
  const { route, person, refusal, requestId, personaRequestId } = call;
  const isDone = answer.status < 400;
  const body = read(answer.body);
  const subject = target ?? (isDone ? objectIn(body) : undefined) ?? null;
  const entry = {
    action: operationId(route.operation),
    actor: actorOf(person),
    subject,
    statusBefore,
    statusAfter: statusOf(desk, subject ?? undefined),
    reason: isDone ? null : (whyIn(body) ?? null),
    requestId,
    personaRequestId: refusal === undefined ? personaRequestId : null,
    ...(refusal?.details && { details: refusal.details }),
  };
  if (refusal !== undefined) {
    desk.noteRefused(entry);
  } else {
    const outcome = isDone ? "done" : answer.status < 500 ? "refused" : "failed";
    desk.note({ ...entry, referenceId: referenceIdOf(desk.world, subject), outcome });
  }
  if (!isDone || subject === null) return;
  desk.changed({ ...subject, related: [] });
  if (call.handsOut !== false) noteLinks(desk, call, body);
  if (subject.type === "inquiry" && isOver(statusOf(desk, subject) ?? "created")) desk.links.end(subject.id, desk.world.clock.now());
}

/** One-time links and session tokens, by what stands in the answer. */
function noteLinks(desk: Desk, { person, incoming }: NotedCall, body: unknown): void {
  const texts = (...names: string[]) => names.flatMap((name) => readText(metaOf(body, name)) ?? []);
  const [links, tokens] = [texts("oneTimeLink", "oneTimeLinkShort"), texts("sessionToken")];
  const kind = links.length > 0 ? "one-time-link" : tokens.length > 0 ? "session-token" : undefined;
  const object = objectIn(body);
  const session = object?.type === "inquiry-session" ? desk.world.tables.inquirySessions.get(object.id) : undefined;
  const inquiryId = session === undefined ? object?.id : session.relationships.inquiry.data?.id;
  if (kind === undefined || inquiryId === undefined) return;
  const now = desk.world.clock.now();
  const seconds = readNumber(metaOf(read(incoming.body), "expiresInSeconds"));
  const id = desk.id("lnk_");
  desk.links.add({
    id,
    kind,
    inquiryId,
    issuedBy: actorOf(person),
    issuedAt: now,
    expiresAt: kind === "one-time-link" && seconds !== undefined ? now + seconds * second : undefined,
    sessionId: [
      ...links.flatMap(codeOf).map((code) => findLink(desk.world, code)?.sessionId),
      ...tokens.map((token) => desk.world.hidden.tokens.get(token)),
    ][0],
    secrets: kind === "one-time-link" ? links.flatMap(codeOf) : tokens,
  });
  desk.changed({ type: "link", id, related: [{ type: "inquiry", id: inquiryId }] });
}

function codeOf(link: string): string[] {
  const parts = readLink(link);
  return parts?.kind === "one-time" ? [parts.code] : [];
}

const types: Readonly<Record<string, string>> = {
  inquiryId: "inquiry",
  accountId: "account",
  inquirySessionId: "inquiry-session",
  reportId: "report",
  caseId: "case",
};

export function targetOf(params: Readonly<Record<string, string>>): DeskObject | undefined {
  for (const [name, id] of Object.entries(params)) if (types[name] !== undefined) return { type: types[name], id };
  return undefined;
}

/** The reference ID of an inquiry or an account; null where it has none, and where it is redacted. */
export function referenceIdOf({ tables }: World, object: DeskObject | null): string | null {
  const of = { inquiry: tables.inquiries, account: tables.accounts }[object?.type ?? ""];
  const attributes = of?.get(object?.id ?? "")?.attributes;
  return attributes === undefined || attributes.redactedAt !== null ? null : attributes.referenceId;
}

const statusOf = (desk: Desk, object: DeskObject | undefined): string | null =>
  object?.type === "inquiry" ? (desk.world.tables.inquiries.get(object.id)?.attributes.status ?? null) : null;

/** `approveAnInquiry` → `approve-an-inquiry`, as the contract writes it. */
export const operationId = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** A JSON value with camelCase keys, whatever casing was asked for; undefined when it is none. */
function read(text: Answer["body"]): unknown {
  if (typeof text !== "string") return undefined;
  try {
    return inflect(JSON.parse(text), "camel");
  } catch {
    return undefined;
  }
}

const metaOf = (body: unknown, name: string): unknown => readProperty(readProperty(body, "meta"), name);

function objectIn(body: unknown): DeskObject | undefined {
  const data = readProperty(body, "data");
  const [type, id] = [readText(readProperty(data, "type")), readText(readProperty(data, "id"))];
  return type === undefined || id === undefined ? undefined : { type, id };
}

/** Why Persona refused, in its own words. */
export function whyIn(body: unknown): string | undefined {
  const [first] = [readProperty(body, "errors")].flat();
  return readText(readProperty(first, "details")) ?? readText(readProperty(first, "title"));
}
