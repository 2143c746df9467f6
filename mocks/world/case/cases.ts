import type { Case, CaseRelationships } from "@/api/generated/persona/types.gen";
import type { Actor } from "../core/actor";
import { recordUserAudit } from "../user/audit";
import { change } from "../core/change";
import { emit } from "../core/events";
import type { CaseTemplateSettings } from "../core/hidden";
import { operation } from "../core/operation";
import { badRequest, notFound, unprocessable } from "../core/refusal";
import { linkedTo } from "../core/resources";
import { iso, second } from "../core/time";
import { findMember, memberOf } from "../user/users";
import type { World } from "../core/world";

export type CreateCaseInput = {
  caseTemplateId: string;
  /** Ids of accounts, inquiries, reports and verifications to put into it. */
  objectIds?: readonly string[] | undefined;
  /** Default: the template's name and a number. */
  name?: string | undefined;
  slaExpiresInSeconds?: number | undefined;
};

/**
 * Opens a case (spec: POST /cases).
 * @throws Refusal 404 for an unknown template or object
 */
export const createCase = operation((world: World, input: CreateCaseInput, actor: Actor): Case => {
  const template = world.hidden.caseTemplates.get(input.caseTemplateId);
  if (template === undefined) throw notFound("data.attributes.case_template_id is not found");
  const contents = contentsOf(world, input.objectIds ?? []);
  const now = world.clock.now();
  const row = world.tables.cases.add({
    type: "case",
    id: world.id("case_"),
    attributes: {
      status: template.statuses[0] ?? "Open",
      name: input.name ?? `${template.name}-${numberOf(world, input.caseTemplateId)}`,
      resolution: null,
      createdAt: iso(now),
      updatedAt: iso(now),
      assignedAt: null,
      resolvedAt: null,
      redactedAt: null,
      slaExpiresAt: input.slaExpiresInSeconds === undefined ? null : iso(now + input.slaExpiresInSeconds * second),
      creatorId: personId(world, actor),
      creatorType: personType(actor),
      assigneeId: null,
      assignerId: null,
      assignerType: null,
      resolverId: null,
      resolverType: null,
      updaterId: null,
      updaterType: null,
      tags: [],
      fields: {},
      attachments: [],
    },
    relationships: {
      ...contents,
      caseComments: { data: [] },
      caseTemplate: { data: { type: "case-template", id: input.caseTemplateId } },
      caseQueue: { data: null },
      txns: { data: [] },
    },
  });
  emit(world, "case.created", row);
  recordUserAudit(world, { method: "POST", path: "/dashboard/cases" }, actor);
  return row;
});

/**
 * Gives a case to a member (spec: POST /cases/{case-id}/assign).
 * @throws Refusal 404 for an unknown case, 400 without an address, 422 for somebody who is no member
 */
export const assignCase = operation((world: World, input: { caseId: string; userEmailAddress: string }, actor: Actor): Case => {
  const row = needCase(world, input.caseId);
  if (input.userEmailAddress === "") throw badRequest("meta.user_email_address must be filled");
  const member = findMember(world, input.userEmailAddress);
  if (member === undefined) throw unprocessable("User is not a member of the organization", "/meta/user-email-address");
  change(world, row, {
    assigneeId: member.attributes.emailAddress,
    assignedAt: iso(world.clock.now()),
    assignerId: personId(world, actor),
    assignerType: personType(actor),
    ...updatedBy(world, actor),
  });
  emit(world, "case.assigned", row);
  recordUserAudit(world, { method: "POST", path: `/dashboard/cases/${row.id}/assign` }, actor);
  return row;
});

/**
 * Writes a comment on a case (spec: POST /cases/{case-id}/add-comment). Event: `case-comment.created`.
 * @param input.message as it was written
 * @throws Refusal 404 for an unknown case, 422 for a message of blanks
 */
export const addCaseComment = operation((world: World, { caseId, message }: { caseId: string; message: string }, actor: Actor): Case => {
  const row = needCase(world, caseId);
  if (message.trim() === "") throw unprocessable("Message can't be blank", "/meta/message");
  const now = iso(world.clock.now());
  const comment = world.tables.caseComments.add({
    type: "case-comment",
    id: world.id("cscm_"),
    attributes: {
      message,
      createdAt: now,
      updatedAt: now,
      commenterId: personId(world, actor) ?? "",
      commenterType: personType(actor) ?? "",
    },
  });
  change(world, row, updatedBy(world, actor), { caseComments: linkedTo(row.relationships.caseComments, comment) });
  emit(world, "case-comment.created", comment);
  recordUserAudit(world, { method: "POST", path: `/dashboard/cases/${caseId}/comments` }, actor);
  return row;
});

/**
 * Moves a case to another status of its template; its inquiries stay as they are (Persona help: Cases). Events: `case.status-updated`, and
 * `case.resolved` or `case.reopened` when that closes or opens it.
 * @throws Refusal 404, 422 for a status the template does not have
 */
export const setCaseStatus = operation((world: World, { caseId, status }: { caseId: string; status: string }, actor: Actor): Case => {
  const row = needCase(world, caseId);
  const template = templateOf(world, row);
  if (!template.statuses.includes(status)) throw unprocessable(`Case status ${status} is not defined`, "/meta/status");
  if (row.attributes.status === status) return row;
  const resolves = template.resolved.includes(status);
  const wasResolved = row.attributes.resolvedAt !== null;
  change(world, row, {
    status,
    resolution: resolves ? status : null,
    resolvedAt: resolves ? iso(world.clock.now()) : null,
    resolverId: resolves ? personId(world, actor) : null,
    resolverType: resolves ? personType(actor) : null,
    ...updatedBy(world, actor),
  });
  emit(world, "case.status-updated", row);
  if (resolves && !wasResolved) emit(world, "case.resolved", row);
  if (!resolves && wasResolved) emit(world, "case.reopened", row);
  recordUserAudit(world, { method: "POST", path: `/dashboard/cases/${caseId}/status`, postParams: { status } }, actor);
  return row;
});

function needCase(world: World, caseId: string): Case {
  const row = world.tables.cases.get(caseId);
  if (row === undefined) throw notFound();
  return row;
}

function templateOf(world: World, row: Case): CaseTemplateSettings {
  const template = world.hidden.caseTemplates.get(row.relationships.caseTemplate.data.id);
  if (template === undefined) throw new Error(`No template record for ${row.id}`);
  return template;
}

function numberOf(world: World, caseTemplateId: string): number {
  let number = 1;
  for (const row of world.tables.cases.newestFirst()) if (row.relationships.caseTemplate.data.id === caseTemplateId) number += 1;
  return number;
}

function contentsOf(
  world: World,
  objectIds: readonly string[],
): Pick<CaseRelationships, "accounts" | "inquiries" | "reports" | "verifications"> {
  const { accounts, inquiries, reports, verifications } = world.tables;
  const contents: ReturnType<typeof contentsOf> = {
    accounts: { data: [] },
    inquiries: { data: [] },
    reports: { data: [] },
    verifications: { data: [] },
  };
  for (const id of objectIds) {
    const found = accounts.get(id) ?? inquiries.get(id) ?? reports.get(id) ?? verifications.get(id);
    if (found === undefined) throw notFound("meta.object_ids is not found");
    const list =
      found.type === "account"
        ? "accounts"
        : found.type === "inquiry"
          ? "inquiries"
          : found.type.startsWith("report/")
            ? "reports"
            : "verifications";
    contents[list].data.push({ type: found.type, id });
  }
  return contents;
}

function updatedBy(world: World, actor: Actor) {
  return { updaterId: personId(world, actor), updaterType: personType(actor) };
}

function personId(world: World, actor: Actor): string | null {
  return actor.type === "workflow" ? (actor.id ?? null) : (memberOf(world, actor)?.id ?? null);
}

function personType(actor: Actor): string | null {
  if (actor.type === "workflow") return "workflow-run";
  return actor.type === "system" || actor.type === "end-user" ? null : "user";
}
