import type { World } from "../world/core/world";
import { attachBulk } from "./bulk/attach";
import { type Bulk, bulkOf, contextOfAccount } from "./bulk/bulk";
import { bulkPlan, bulkSizes, courseOf } from "./bulk/plan";
import { personaFiles } from "./drawings/file-url";
import { tellEvidence } from "./evidence";
import { people, type PersonKey } from "./people/all";
import { playStories } from "./stories";
import type { TemplateIds, TemplateKey } from "./templates";

/** `default`: the hand-written people and a few hundred more. `large`: the same and 100,000 inquiries. `empty`: templates and staff only. */
export type Scenario = "default" | "large" | "empty";

export type SeedOptions = {
  scenario?: Scenario;
  /** The moment at which the stories end, in milliseconds; the world's present by default. Same seed and same start make the same world. */
  start?: number;
  /** Where files are served, with a slash at the end; Persona's own host by default. */
  files?: string;
};

/** What was seeded, by the keys of the catalogue. */
export type Seeded = {
  /** Milliseconds. */
  start: number;
  /** The id of a person's inquiry; `main` is the one the catalogue speaks of. @throws Error for one that this world does not have */
  inquiryId(person: PersonKey, inquiry?: string): string;
  /** The id of a template: `itmpl_…`, for the legacy one `tmpl_…`. */
  templateId(template: TemplateKey): string;
};

/**
 * Fills an empty world. It depends on the world's seed, its environment and the start alone.
 * @throws Error when a story does not work out, which is a fault of the seed
 */
export function seedWorld(world: World, options: SeedOptions = {}): Seeded {
  const { scenario = "default", start = world.clock.now(), files = personaFiles } = options;
  const scene = playStories(world, scenario === "empty" ? [] : people, start, files);
  world.clock.at(start, () => world.settle());
  const templates = complete(scene.templates);
  if (scenario === "empty") {
    tellEvidence(scene);
  } else {
    const bulk = bulkOf(world, bulkPlan(world.seed, start, files, bulkSizes[scenario]), templates);
    attachBulk(bulk);
    tellEvidence(scene, (inquiryId) => personOfBulk(bulk, inquiryId));
  }
  return {
    start,
    inquiryId(person, inquiry = "main") {
      const id = scene.inquiries.get(`${person}/${inquiry}`);
      if (id === undefined) throw new Error(`This world has no inquiry ${inquiry} of ${person}`);
      return id;
    },
    templateId: (template) => templates[template],
  };
}

function personOfBulk(bulk: Bulk, inquiryId: string) {
  const number = bulk.plan.ids.numberOf("inq_", inquiryId);
  return number === undefined ? undefined : contextOfAccount(bulk, courseOf(bulk.plan, number).account);
}

function complete(ids: Partial<TemplateIds>): TemplateIds {
  const { kyc, age, address, contact, business, diligence, retired, legacy } = ids;
  const all = { kyc, age, address, contact, "us-onboarding": ids["us-onboarding"], business, diligence, retired, legacy };
  for (const [key, id] of Object.entries(all)) if (id === undefined) throw new Error(`Template ${key} was not set up`);
  // Every key was just looked at.
  return all as TemplateIds;
}
