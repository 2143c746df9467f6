import type { Inquiry } from "@/api/generated/persona/types.gen";
import { staff, type StaffKey } from "../seed/staff";
import { createRandom } from "../world/core/random";
import { day, hour, iso, millis, minute } from "../world/core/time";
import { findMember } from "../world/user/users";
import type { World } from "../world/core/world";
import type { AuditInput } from "./audit-log";
import { defaultSettings } from "./default-settings";
import type { Desk } from "./desk";
import { referenceIdOf } from "./noted-call";
import { actorOf, type Person, userOf } from "./person";
import { colleaguesSessions } from "./person-sessions";

/** What happened at the desk before the life began, out of what the world tells; times relative to its start. */
export function seedDesk(desk: Desk, start: number): void {
  const { world } = desk;
  const person = (key: StaffKey): Person => {
    const { name, emailAddress, role } = staff[key];
    // Everybody on the staff is a member of every world.
    return { id: findMember(world, emailAddress)!.id, name, emailAddress, role };
  };
  const ids = createRandom(world.seed).fork("desk-seed");
  const past: { at: number; input: AuditInput }[] = [];
  const note = (
    at: number,
    by: Person,
    input: Omit<AuditInput, "actor" | "outcome" | "requestId"> & Partial<Pick<AuditInput, "outcome">>,
  ) => past.push({ at, input: { outcome: "done", ...input, actor: actorOf(by), requestId: `dr_${ids.text(24)}` } });
  const members = (["maya", "theo", "ines"] as const).map(person);
  const [jonas, victor, ruth] = [person("jonas"), person("victor"), person("ruth")];

  for (const { inquiry, by, at } of decisions(world, members)) {
    const { status, reviewerComment } = inquiry.attributes;
    const subject = { type: "inquiry", id: inquiry.id };
    note(at - 25 * minute, by, { action: "sign-in", subject: null });
    note(at - 4 * minute, by, { action: "reveal-pii", subject, details: { panel: "fields" } });
    note(at, by, {
      action: status === "approved" ? "approve-an-inquiry" : "decline-an-inquiry",
      subject,
      statusBefore: "needs_review",
      statusAfter: status,
      comment: reviewerComment ?? null,
      referenceId: referenceIdOf(world, subject),
      personaRequestId: `req_${ids.text(24)}`,
    });
  }
  for (const { inquiryId, createdAt, expiresAt, code, shortCode, sessionId } of world.hidden.oneTimeLinks.values()) {
    desk.links.add({
      id: desk.id("lnk_"),
      kind: "one-time-link",
      inquiryId,
      issuedBy: actorOf(jonas),
      issuedAt: createdAt,
      expiresAt,
      sessionId,
      secrets: [code, shortCode],
    });
    const subject = { type: "inquiry", id: inquiryId };
    const status = world.tables.inquiries.get(inquiryId)?.attributes.status ?? null;
    const personaRequestId = `req_${ids.text(24)}`;
    note(createdAt, jonas, {
      action: "generate-a-one-time-link",
      subject,
      statusBefore: status,
      statusAfter: status,
      referenceId: referenceIdOf(world, subject),
      personaRequestId,
    });
  }
  const [latest] = decisions(world, members);
  if (latest !== undefined) {
    note(start - 26 * hour, jonas, {
      action: "decline-an-inquiry",
      outcome: "refused",
      subject: { type: "inquiry", id: latest.inquiry.id },
      reason: "Your role (support) may not decline inquiries",
    });
  }
  const changedAt = start - 9 * day;
  note(changedAt, ruth, { action: "change-setting", subject: { type: "setting", id: "sla" }, reason: slaNote, details: { version: 1 } });
  note(start - 20 * hour, victor, { action: "export", subject: null, details: { screen: "audit", format: "csv", rows: past.length } });

  for (const { at, input } of past.toSorted((a, b) => a.at - b.at)) desk.note(input, at);
  for (const session of colleaguesSessions(world, start)) desk.sessions.set(session.id, session);
  desk.settings.set("sla", [{ version: 1, value: defaultSettings.sla, changedBy: userOf(ruth), changedAt: iso(changedAt), note: slaNote }]);
  for (const [name, search] of views) {
    const id = desk.id("view_");
    desk.views.set(id, {
      id,
      name,
      screen: "inquiries",
      search,
      shared: true,
      owner: userOf(person("ines")),
      updatedAt: iso(start - 12 * day),
    });
  }
}

const slaNote = "Agreed with operations";

/** Names and addresses of the list, as the application writes them. */
const views = [
  ["Waiting for review", "status=needs_review"],
  ["Expired this week", "status=expired"],
] as const;

/** What these people decided in the fortnight before, newest first. */
function decisions(world: World, people: readonly Person[]): { inquiry: Inquiry; by: Person; at: number }[] {
  const since = world.clock.now() - 14 * day;
  return [...world.tables.inquiries.added()]
    .flatMap((inquiry) => {
      const by = people.find(({ id }) => id === inquiry.relationships.reviewer.data?.id);
      const at = millis(inquiry.attributes.decisionedAt);
      return by !== undefined && at !== undefined && at > since ? [{ inquiry, by, at }] : [];
    })
    .toSorted((a, b) => b.at - a.at);
}
