import type { FieldSchema, InquiryTemplate, InquiryTemplateVersion, LegacyTemplate } from "@/api/generated/persona/types.gen";
import type { Actor } from "../core/actor";
import { change } from "../core/change";
import { emit } from "../core/events";
import type { TemplateSettings } from "../core/hidden";
import { operation } from "../core/operation";
import { conflict, notFound } from "../core/refusal";
import { hour, iso, second } from "../core/time";
import type { World } from "../core/world";

const dayInSeconds = (24 * hour) / second;

/** What a template has when nobody changed it (Persona docs: Inquiry expiration; Inquiry sessions). */
const defaultSettings: TemplateSettings = {
  windows: {
    afterCreateSeconds: dayInSeconds,
    afterStartSeconds: null,
    afterResumeSeconds: dayInSeconds,
    deviceHandoffSeconds: hour / second,
    oneTimeLinkSeconds: dayInSeconds,
  },
  sessionCap: 25,
  clientSideCreation: true,
  subdomain: "inquiry",
  steps: [
    { name: "verification_government_id", kind: "government-id", attempts: 3 },
    { name: "verification_selfie", kind: "selfie", attempts: 3 },
  ],
  reports: [],
  workflow: { onCompleted: "none", onReportMatch: "none", onFailed: "none", delaySeconds: 2 },
};

/** Settings to lay over the default ones. */
export type SettingsInput = Partial<Omit<TemplateSettings, "windows" | "workflow">> & {
  windows?: Partial<TemplateSettings["windows"]>;
  workflow?: Partial<TemplateSettings["workflow"]>;
};

export type AddTemplateInput = {
  id?: string;
  name: string;
  /** Default active. An inactive one keeps its inquiries but takes no new ones. */
  status?: "active" | "inactive";
  settings?: SettingsInput;
  fieldSchemas?: FieldSchema[];
  embeddedFlowDomainAllowlist?: string[];
  hostedFlowSubdomains?: string[];
  hostedFlowRedirectUriSchemes?: string[];
  /** The first version; null leaves the template without a published one. */
  version?: PublishVersionInput["version"] | null;
};

/** Adds an inquiry template and publishes its first version. Templates are made in Persona's dashboard only. */
export const addInquiryTemplate = operation((world: World, input: AddTemplateInput, actor: Actor): InquiryTemplate => {
  const settings = settingsWith(input.settings);
  const template = world.tables.inquiryTemplates.add({
    type: "inquiry-template",
    id: input.id ?? world.id("itmpl_"),
    attributes: {
      name: input.name,
      status: input.status ?? "active",
      embeddedFlowDomainAllowlist: input.embeddedFlowDomainAllowlist ?? [],
      hostedFlowSubdomains: input.hostedFlowSubdomains ?? [settings.subdomain],
      hostedFlowRedirectUriSchemes: input.hostedFlowRedirectUriSchemes ?? ["https"],
      fieldSchemas: input.fieldSchemas ?? [],
    },
    relationships: { latestPublishedVersion: { data: null } },
  });
  world.hidden.templates.set(template.id, settings);
  if (input.version !== null) publishInquiryTemplateVersion(world, { inquiryTemplateId: template.id, version: input.version ?? {} }, actor);
  return template;
});

/** Adds a template of the former generation, `tmpl_…`: it has no versions (Persona docs: Legacy templates). */
export const addLegacyTemplate = operation(
  (world: World, input: { id?: string; name: string; settings?: SettingsInput }, _actor: Actor): LegacyTemplate => {
    const template = world.tables.legacyTemplates.add({
      type: "template",
      id: input.id ?? world.id("tmpl_"),
      attributes: { name: input.name },
    });
    world.hidden.templates.set(template.id, settingsWith(input.settings));
    return template;
  },
);

export type PublishVersionInput = {
  inquiryTemplateId: string;
  version?: {
    id?: string;
    nameDisplay?: string | null;
    description?: string | null;
    enabledLocales?: string[];
    theme?: Record<string, unknown>;
    /** A draft goes nowhere until it is published. */
    status?: "published" | "draft";
  };
};

/**
 * Publishes a new version: it is live from now on, and exactly one is. Inquiries that exist stay with theirs
 * (Persona docs: Template versions).
 * @throws Refusal 404
 */
export const publishInquiryTemplateVersion = operation((world: World, input: PublishVersionInput, actor: Actor): InquiryTemplateVersion => {
  const template = needTemplate(world, input.inquiryTemplateId);
  const { version = {} } = input;
  const now = iso(world.clock.now());
  const published = version.status !== "draft";
  const added = world.tables.inquiryTemplateVersions.add({
    type: "inquiry-template-version",
    id: version.id ?? world.id("itmplv_"),
    attributes: {
      nameDisplay: version.nameDisplay ?? null,
      description: version.description ?? null,
      status: published ? "published" : "draft",
      live: false,
      lastUpdater: actor.emailAddress ?? null,
      enabledLocales: version.enabledLocales ?? ["en"],
      createdAt: now,
      updatedAt: now,
      publishedAt: published ? now : null,
      theme: version.theme ?? {},
    },
    relationships: { inquiryTemplate: { data: { type: "inquiry-template", id: template.id } } },
  });
  if (published) goLive(world, template, added);
  return added;
});

/** Makes a published version the live one again. @throws Refusal 404, 409 for a draft */
export const revertInquiryTemplate = operation(
  (world: World, { inquiryTemplateVersionId }: { inquiryTemplateVersionId: string }, _actor: Actor): InquiryTemplateVersion => {
    const version = world.tables.inquiryTemplateVersions.get(inquiryTemplateVersionId);
    if (version === undefined) throw notFound();
    if (version.attributes.status !== "published") throw conflict("Inquiry template version is a draft");
    goLive(world, needTemplate(world, version.relationships.inquiryTemplate.data.id), version);
    return version;
  },
);

/** Turns a template on or off. @throws Refusal 404 */
export const setInquiryTemplateStatus = operation(
  (
    world: World,
    { inquiryTemplateId, status }: { inquiryTemplateId: string; status: "active" | "inactive" },
    _actor: Actor,
  ): InquiryTemplate => {
    const template = needTemplate(world, inquiryTemplateId);
    change(world, template, { status });
    return template;
  },
);

function goLive(world: World, template: InquiryTemplate, version: InquiryTemplateVersion): void {
  const formerId = template.relationships.latestPublishedVersion.data?.id;
  const former = formerId === undefined ? undefined : world.tables.inquiryTemplateVersions.get(formerId);
  if (former !== undefined) change(world, former, { live: false });
  change(world, version, { live: true });
  change(world, template, {}, { latestPublishedVersion: { data: { type: version.type, id: version.id } } });
  emit(world, "inquiry-template-version.published", version);
}

function needTemplate(world: World, id: string): InquiryTemplate {
  const template = world.tables.inquiryTemplates.get(id);
  if (template === undefined) throw notFound();
  return template;
}

function settingsWith(input: SettingsInput = {}): TemplateSettings {
  return {
    ...defaultSettings,
    ...input,
    windows: { ...defaultSettings.windows, ...input.windows },
    workflow: { ...defaultSettings.workflow, ...input.workflow },
  };
}
