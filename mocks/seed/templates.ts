import type { FieldSchema } from "@/api/generated/persona/types.gen";
import { addCaseTemplate, addAccountType, addReportTemplate, addVerificationTemplate } from "../world/template/catalog";
import type { FlowStep } from "../world/core/hidden";
import {
  addInquiryTemplate,
  addLegacyTemplate,
  publishInquiryTemplateVersion,
  setInquiryTemplateStatus,
  type SettingsInput,
} from "../world/template/templates";
import type { World } from "../world/core/world";
import { spanMs, type Span } from "./span";
import { actorOf } from "./staff";

export type TemplateKey = "kyc" | "age" | "address" | "contact" | "us-onboarding" | "business" | "diligence" | "retired" | "legacy";

/** Ids of what was set up, by the keys the stories use. */
export type TemplateIds = Record<TemplateKey, string>;

type TemplateScript = {
  key: Exclude<TemplateKey, "legacy">;
  name: string;
  /** When each version was published, oldest first. The last one is live. */
  versions: [Span, ...Span[]];
  settings: SettingsInput;
  /** When it was turned off. */
  inactiveSince?: Span;
};

const day = 86_400;
const step = (kind: string, attempts: number, optional = false): FlowStep => ({
  name: `verification_${kind.replaceAll("-", "_")}`,
  kind,
  attempts,
  optional,
});
const idThenSelfie = [step("government-id", 3), step("selfie", 3)];

// What a member of the organization would set up in Persona's dashboard.
const scripts: TemplateScript[] = [
  {
    key: "kyc",
    name: "KYC: government ID and selfie",
    versions: ["1200d", "120d", "21d"],
    settings: {
      steps: idThenSelfie,
      reports: ["watchlist", "politically-exposed-person", "adverse-media"],
      workflow: { onCompleted: "approve", onReportMatch: "review", onFailed: "none", delaySeconds: 4 },
    },
  },
  {
    key: "age",
    name: "Age check",
    versions: ["1100d"],
    settings: { steps: [step("government-id", 1)], windows: { afterCreateSeconds: 3_600, afterResumeSeconds: 3_600 } },
  },
  {
    key: "address",
    name: "Proof of address",
    versions: ["1000d", "60d"],
    settings: {
      steps: [step("document", 3)],
      windows: { afterCreateSeconds: 3 * day },
      workflow: { onCompleted: "review", onFailed: "none", delaySeconds: 4 },
    },
  },
  {
    key: "contact",
    name: "Phone and e-mail",
    versions: ["150d"],
    settings: { steps: [step("phone-number", 4), step("email-address", 3)], workflow: { onCompleted: "approve", delaySeconds: 2 } },
  },
  {
    key: "us-onboarding",
    name: "US onboarding: database and ID",
    versions: ["240d", "90d"],
    settings: {
      steps: [step("database", 3), step("government-id", 3), step("aamva", 1, true), step("selfie", 3)],
      windows: { afterCreateSeconds: 7 * day },
      reports: ["watchlist"],
      workflow: { onCompleted: "approve", onReportMatch: "review", onFailed: "decline", delaySeconds: 4 },
    },
  },
  {
    key: "business",
    name: "Business representative",
    versions: ["160d"],
    settings: {
      steps: [
        step("government-id", 2),
        step("document", 4),
        step("database-business", 2, true),
        step("business-website", 2, true),
        step("database-vat-number", 2, true),
      ],
      windows: { afterCreateSeconds: 7 * day },
      workflow: { onCompleted: "review", onFailed: "decline", delaySeconds: 4 },
    },
  },
  {
    key: "diligence",
    name: "Enhanced due diligence",
    versions: ["130d", "45d"],
    settings: {
      steps: [
        ...[
          "aamva",
          "bank-pennydrop",
          "certificate-korea",
          "credit-card",
          "database-phone-carrier",
          "database-standard",
          "database-tin",
          "digital-id-spid",
          "gait-recording",
          "government-id-nfc",
          "jp-my-number-nfc-scan",
          "mdoc",
          "phone-number-silent-network-authentication",
        ].map((kind) => step(kind, 2, true)),
        step("selfie", 3),
      ],
      windows: { afterCreateSeconds: 7 * day },
      workflow: { onCompleted: "review", onFailed: "review", delaySeconds: 4 },
    },
  },
  {
    key: "retired",
    name: "KYC 2024 (retired)",
    versions: ["400d"],
    inactiveSince: "3h",
    settings: { steps: idThenSelfie, windows: { afterCreateSeconds: 7 * day } },
  },
];

const text = (key: string, label: string, required = false): FieldSchema => ({
  type: "string",
  key,
  label,
  config: { required, redactionPolicy: "none", writePolicy: "none", archivedAt: null, deactivatedAt: null },
});
const fieldSchemas: FieldSchema[] = [
  text("name-first", "First name", true),
  text("name-last", "Last name", true),
  { ...text("birthdate", "Date of birth"), type: "date" },
  text("address-street-1", "Street"),
  text("address-city", "City"),
  text("address-postal-code", "Postal code"),
  text("email-address", "E-mail address"),
  {
    ...text("customer-tier", "Customer tier"),
    config: { required: false, redactionPolicy: "never", writePolicy: "none", archivedAt: null, deactivatedAt: null },
  },
];

/** A step of setting up, at a time before the start. */
type SetUpStep = {
  /** Milliseconds before the start. */
  before: number;
  run: (world: World) => void;
};

/**
 * The steps that make account types, cases, reports and templates, and turn one off.
 * @param ids filled while the steps run
 */
export function templateSteps(ids: Partial<TemplateIds>): SetUpStep[] {
  const author = actorOf("ruth");
  let caseTemplateId = "";
  const steps: SetUpStep[] = [
    {
      before: spanMs("1300d"),
      run: (world) => {
        addAccountType(world, { name: "User", statuses: ["Default", "Verified", "Watched", "Closed"] });
        addAccountType(world, { name: "Business", statuses: ["Default", "Verified", "Closed"] });
        caseTemplateId = addCaseTemplate(world, { name: "KYC" }).id;
        for (const kind of ["watchlist", "politically-exposed-person", "adverse-media"]) addReportTemplate(world, { kind });
        ids.legacy = addLegacyTemplate(world, { name: "Legacy ID check", settings: { steps: idThenSelfie } }, author).id;
      },
    },
  ];
  for (const { key, name, versions, settings, inactiveSince } of scripts) {
    const [first, ...later] = versions;
    steps.push({
      before: spanMs(first),
      run: (world) => {
        const templated = (settings.steps ?? []).map((each) => ({
          ...each,
          verificationTemplateId: addVerificationTemplate(world, { kind: each.kind }),
        }));
        const workflow = { ...settings.workflow, caseTemplateId };
        ids[key] = addInquiryTemplate(
          world,
          {
            name,
            settings: { ...settings, steps: templated, workflow, subdomain: "hollisgrey" },
            fieldSchemas,
            embeddedFlowDomainAllowlist: ["app.hollisgrey.example"],
            version: { nameDisplay: "Version 1", enabledLocales: ["en", "fr", "de", "es"] },
          },
          author,
        ).id;
      },
    });
    later.forEach((when, index) =>
      steps.push({
        before: spanMs(when),
        run: (world) =>
          void publishInquiryTemplateVersion(
            world,
            {
              inquiryTemplateId: need(ids[key]),
              version: { nameDisplay: `Version ${index + 2}`, enabledLocales: ["en", "fr", "de", "es", "ja"] },
            },
            author,
          ),
      }),
    );
    if (inactiveSince !== undefined) {
      steps.push({
        before: spanMs(inactiveSince),
        run: (world) => void setInquiryTemplateStatus(world, { inquiryTemplateId: need(ids[key]), status: "inactive" }, author),
      });
    }
  }
  // A draft that nobody has published yet.
  steps.push({
    before: spanMs("2d"),
    run: (world) =>
      void publishInquiryTemplateVersion(
        world,
        {
          inquiryTemplateId: need(ids.address),
          version: { nameDisplay: "Version 3", description: "Accept bank statements", status: "draft" },
        },
        actorOf("ines"),
      ),
  });
  return steps;
}

function need(id: string | undefined): string {
  if (id === undefined) throw new Error("The template was not set up yet");
  return id;
}
