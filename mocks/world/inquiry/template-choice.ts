import type { InquiryTemplate, InquiryTemplateVersion, LegacyTemplate } from "@/api/generated/persona/types.gen";
import type { TemplateSettings } from "../core/hidden";
import type { CreateInquiryAttributes } from "./inquiry-input";
import { badRequest, notFound, unprocessable } from "../core/refusal";
import type { World } from "../core/world";

/** What a new inquiry is pinned to: template and version, or a legacy template. */
export type TemplateChoice = {
  inquiryTemplate: InquiryTemplate | undefined;
  inquiryTemplateVersion: InquiryTemplateVersion | undefined;
  legacyTemplate: LegacyTemplate | undefined;
  settings: TemplateSettings;
};

/**
 * Resolves the template of a new inquiry. It is pinned to the version that is live now, or to the published one it names
 * (Persona docs: Template versions).
 * @throws Refusal 400 unless exactly one of the three ids is given, 404 for an unknown one, 422 for an inactive template or an unpublished version
 */
export function chooseTemplate(world: World, attributes: CreateInquiryAttributes): TemplateChoice {
  const { inquiryTemplateId, inquiryTemplateVersionId, templateId } = attributes;
  const given = [inquiryTemplateId, inquiryTemplateVersionId, templateId].filter((id) => id != null);
  if (given.length === 0) throw badRequest("data.attributes.inquiry_template_id is missing");
  if (given.length > 1) throw badRequest("data.attributes must have one of inquiry_template_id, inquiry_template_version_id, template_id");
  if (templateId != null) return legacy(world, templateId);
  if (inquiryTemplateVersionId != null) return ofVersion(world, inquiryTemplateVersionId);
  return live(world, inquiryTemplateId ?? "");
}

function live(world: World, id: string): TemplateChoice {
  const inquiryTemplate = world.tables.inquiryTemplates.get(id);
  if (inquiryTemplate === undefined) throw notFound("data.attributes.inquiry_template_id is not found");
  const versionId = inquiryTemplate.relationships.latestPublishedVersion.data?.id;
  const version = versionId === undefined ? undefined : world.tables.inquiryTemplateVersions.get(versionId);
  if (version === undefined) throw unprocessable("Inquiry template has no published version", "/data/attributes/inquiry-template-id");
  return chosen(world, inquiryTemplate, version, "/data/attributes/inquiry-template-id");
}

function ofVersion(world: World, id: string): TemplateChoice {
  const pointer = "/data/attributes/inquiry-template-version-id";
  const version = world.tables.inquiryTemplateVersions.get(id);
  const template = version && world.tables.inquiryTemplates.get(version.relationships.inquiryTemplate.data.id);
  if (version === undefined || template === undefined) throw notFound("data.attributes.inquiry_template_version_id is not found");
  if (version.attributes.status !== "published") throw unprocessable("Inquiry template version is not published", pointer);
  return chosen(world, template, version, pointer);
}

function legacy(world: World, id: string): TemplateChoice {
  const legacyTemplate = world.tables.legacyTemplates.get(id);
  if (legacyTemplate === undefined) throw notFound("data.attributes.template_id is not found");
  return {
    inquiryTemplate: undefined,
    inquiryTemplateVersion: undefined,
    legacyTemplate,
    settings: world.hidden.templates.need(id),
  };
}

function chosen(world: World, template: InquiryTemplate, version: InquiryTemplateVersion, pointer: string): TemplateChoice {
  if (template.attributes.status !== "active") throw unprocessable("Inquiry template is not active", pointer);
  return {
    inquiryTemplate: template,
    inquiryTemplateVersion: version,
    legacyTemplate: undefined,
    settings: world.hidden.templates.need(template.id),
  };
}
