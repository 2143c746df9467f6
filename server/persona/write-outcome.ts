import type { DeskChange } from "@/api/generated/desk/types.gen";
import { readList, readNumber, readProperty, readText } from "@/lib/read";
import type { AuditInput } from "../audit/audit-entry";
import { relatedId } from "./inquiry-observation";
import type { PersonaAnswer } from "./persona-answer";

/** What an answer says of the write: 4xx are Persona's refusals; what a gateway answers leaves open whether Persona acted. */
export function outcomeOf(status: number): AuditInput["outcome"] {
  if (status < 400) return "done";
  if (status === 408 || (status >= 502 && status <= 504)) return "unknown";
  return status < 500 ? "refused" : "failed";
}

/** The resources an answer is about: one, or a list of them. */
const primary = (body: unknown): unknown[] => [readProperty(body, "data")].flat().slice(0, 50);

/** What open screens are told: every resource of the answer, with the inquiry and the account it belongs to. */
export function changesIn(body: unknown): DeskChange[] {
  return primary(body).flatMap((resource) => {
    const [type, id] = [readText(readProperty(resource, "type")), readText(readProperty(resource, "id"))];
    if (type === undefined || id === undefined) return [];
    const related = ["inquiry", "account"].flatMap((name) => {
      const other = relatedId(resource, name);
      return other === undefined ? [] : [{ type: name, id: other }];
    });
    return [{ type, id, related }];
  });
}

/** The status an inquiry has after the write; null when the answer is about something else. */
export function inquiryStatusIn(body: unknown): string | null {
  const data = readProperty(body, "data");
  if (readProperty(data, "type") !== "inquiry") return null;
  return readText(readProperty(readProperty(data, "attributes"), "status")) ?? null;
}

/** A way into an inquiry that an answer holds. Never the link or token itself. */
export interface IssuedAccess {
  readonly inquiryId: string;
  readonly kind: "one-time-link" | "session-token";
  readonly expiresAt: number | null;
}

/**
 * The links and session tokens in the answer to a write.
 * @param sentBody what was asked, as JSON: it may have named the link's life
 * @param at when it was answered, ms
 */
export function issuedIn(body: unknown, sentBody: string | null, at: number): IssuedAccess[] {
  const data = readProperty(body, "data");
  const inquiryId = readProperty(data, "type") === "inquiry" ? readText(readProperty(data, "id")) : relatedId(data, "inquiry");
  if (inquiryId === undefined) return [];
  const meta = readProperty(body, "meta");
  const life = readNumber(readProperty(readProperty(sentBody === null ? undefined : JSON.parse(sentBody), "meta"), "expiresInSeconds"));
  const link = readText(readProperty(meta, "oneTimeLink"));
  const token = readText(readProperty(meta, "sessionToken"));
  return [
    ...(link === undefined ? [] : [{ inquiryId, kind: "one-time-link" as const, expiresAt: life === undefined ? null : at + life * 1000 }]),
    ...(token === undefined ? [] : [{ inquiryId, kind: "session-token" as const, expiresAt: null }]),
  ];
}

/** The object a write is on: by the path, or, for what is created, by the answer. */
export function subjectOf(params: Readonly<Record<string, string>>): { type: string; id: string } | null {
  const [name, id] = Object.entries(params)[0] ?? [];
  if (name === undefined || id === undefined) return null;
  // `inquirySessionId` → `inquiry-session`
  return { type: name.replace(/Id$/, "").replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), id };
}

/** Why Persona refused, by its title: the details may quote what was entered. */
export function refusalIn(body: unknown): string | undefined {
  return readText(readProperty(readList(readProperty(body, "errors"))[0], "title"));
}

/** The resource a write created. */
export function createdIn({ status }: PersonaAnswer, body: unknown): { type: string; id: string } | null {
  const [change] = status < 300 ? changesIn(body) : [];
  return change === undefined ? null : { type: change.type, id: change.id };
}
