import type { Actor } from "@mocks/world/core/actor";
import { addAccountType, addCaseTemplate, addVerificationTemplate } from "@mocks/world/template/catalog";
import { createManualClock } from "@mocks/world/core/clock";
import { openLink } from "@mocks/world/session/end-user";
import { passVerification } from "@mocks/world/flow/flow-results";
import { createInquiry } from "@mocks/world/inquiry/inquiry-creation";
import { dedicatedLink } from "@mocks/world/session/link-parts";
import { addInquiryTemplate, addLegacyTemplate, type SettingsInput } from "@mocks/world/template/templates";
import { addMember } from "@mocks/world/user/users";
import { createWorld, type Environment, type World } from "@mocks/world/core/world";

/** Monday morning. */
export const start = Date.parse("2026-03-02T09:00:00.000Z");
export const reviewer: Actor = { type: "user", emailAddress: "ada.park@example.com" };
export const apiKey: Actor = { type: "api", emailAddress: "ada.park@example.com" };

export const templateId = "itmpl_plain0000000000000000000";
export const selfieTemplateId = "vtmpl_selfie000000000000000000";
export const caseTemplateId = "ctmpl_kyc0000000000000000000000";

export type SampleOptions = {
  seed?: string;
  environment?: Environment;
  settings?: SettingsInput;
};

/** A world with one template (government ID, then selfie, two attempts each), one account type and one member; nothing has happened yet. */
export function sampleWorld({ seed = "sample", environment = "production", settings }: SampleOptions = {}): World {
  const world = createWorld({ seed, environment, clock: createManualClock(start) });
  addAccountType(world, { name: "User", statuses: ["Default", "Blocked"] });
  addMember(world, { emailAddress: "ada.park@example.com", name: "Ada Park" });
  addCaseTemplate(world, { id: caseTemplateId, name: "KYC" });
  addVerificationTemplate(world, { id: selfieTemplateId, kind: "selfie" });
  addInquiryTemplate(
    world,
    {
      id: templateId,
      name: "Plain",
      settings: {
        steps: [
          { name: "verification_government_id", kind: "government-id", attempts: 2 },
          { name: "verification_selfie", kind: "selfie", attempts: 2 },
        ],
        ...settings,
      },
    },
    reviewer,
  );
  addLegacyTemplate(world, { id: "tmpl_old0000000000000000000000", name: "Old" }, reviewer);
  return world;
}

/** A created inquiry. */
export function newInquiry(world: World, referenceId?: string) {
  const meta = referenceId === undefined ? {} : { autoCreateAccountReferenceId: referenceId };
  return createInquiry(world, { attributes: { inquiryTemplateId: templateId }, meta }, apiKey).inquiry;
}

/** Opens the plain link to a created inquiry and gives the session id. */
export function openPlainly(world: World, inquiryId: string): string {
  const outcome = openLink(world, { link: dedicatedLink("inquiry", inquiryId) });
  if (outcome.outcome === "refused") throw new Error(outcome.details);
  return outcome.sessionId;
}

/** A pending inquiry, with the session it is open in. */
export function pendingInquiry(world: World, referenceId?: string) {
  const inquiry = newInquiry(world, referenceId);
  const sessionId = openPlainly(world, inquiry.id);
  passVerification(world, { sessionId });
  return { inquiry, sessionId };
}

/** The names of the events about an object, oldest first. */
export function eventNames(world: World, objectId: string): string[] {
  const names: string[] = [];
  for (const { attributes } of world.tables.events.newestFirst()) if (attributes.payload.data.id === objectId) names.push(attributes.name);
  return names.toReversed();
}

/** Everything that ever happened, oldest first, as `name` of events. */
export function allEventNames(world: World): string[] {
  return [...world.tables.events.newestFirst()].map((event) => event.attributes.name).toReversed();
}
