import type { AccountType, CaseTemplate, FieldSchema, Resource } from "@/api/generated/persona/types.gen";
import type { CaseTemplateSettings } from "../core/hidden";
import { iso } from "../core/time";
import type { World } from "../core/world";

/**
 * Adds a kind of account. The first one is the default of new accounts.
 * @param input.statuses names; the first is what new accounts get (Persona help: Account statuses)
 */
export function addAccountType(
  world: World,
  input: { id?: string; name: string; statuses?: string[]; fieldSchemas?: FieldSchema[] },
): AccountType {
  const { id = world.id("acttp_"), name, statuses = ["Default"], fieldSchemas = [] } = input;
  const now = iso(world.clock.now());
  world.hidden.accountTypes.set(id, { name, statuses });
  return world.tables.accountTypes.add({ type: "account-type", id, attributes: { name, createdAt: now, updatedAt: now, fieldSchemas } });
}

/** Makes a verification template known, for `verification-template-id` of steps and simulate actions. Returns its id. */
export function addVerificationTemplate(world: World, input: { id?: string; kind: string }): string {
  const { id = world.id("vtmpl_"), kind } = input;
  world.hidden.verificationTemplates.set(id, kind);
  return id;
}

/** Adds a report template of a kind: `watchlist`, `adverse-media`, … */
export function addReportTemplate(world: World, input: { id?: string; kind: string; name?: string }): Resource {
  const { id = world.id("rptp_"), kind, name = titled(kind) } = input;
  return world.tables.reportTemplates.add({
    type: `report-template/${kind}`,
    id,
    attributes: { name, createdAt: iso(world.clock.now()), isActive: true },
  });
}

/** The template reports of a kind are made from; added when there is none. */
export function reportTemplateOf(world: World, kind: string): Resource {
  for (const template of world.tables.reportTemplates.newestFirst()) if (template.type === `report-template/${kind}`) return template;
  return addReportTemplate(world, { kind });
}

/**
 * Adds a kind of case.
 * @param input.statuses the first is what new cases get; Open, Pending, Approved, Declined unless said otherwise (Persona help: Case statuses)
 * @param input.resolved statuses that close a case
 */
export function addCaseTemplate(
  world: World,
  input: { id?: string; name: string } & Partial<Omit<CaseTemplateSettings, "name">>,
): CaseTemplate {
  const {
    id = world.id("ctmpl_"),
    name,
    statuses = ["Open", "Pending", "Approved", "Declined"],
    resolved = ["Approved", "Declined"],
  } = input;
  const now = iso(world.clock.now());
  world.hidden.caseTemplates.set(id, { name, statuses, resolved });
  return world.tables.caseTemplates.add({
    type: "case-template",
    id,
    attributes: { status: "active", name, resolutions: resolved, createdAt: now, updatedAt: now, archivedAt: null, fieldSchemas: [] },
  });
}

/** `adverse-media` → "Adverse Media". */
export function titled(kind: string): string {
  return kind
    .split(/[-/]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
}
