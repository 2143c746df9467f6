import type { Populate } from "@mocks/life";
import { system } from "@mocks/world/core/actor";
import { createCase } from "@mocks/world/case/cases";
import { addAccountType, addCaseTemplate } from "@mocks/world/template/catalog";
import { createInquiry } from "@mocks/world/inquiry/inquiry-creation";
import { createReport } from "@mocks/world/report/reports";
import { addInquiryTemplate } from "@mocks/world/template/templates";

const staff = { type: "user", name: "Maya Lindqvist", emailAddress: "maya.lindqvist@hollisgrey.example" } as const;

/** One of everything that cannot be made over the API. */
export const populateForContract: Populate = (world) => {
  addAccountType(world, { name: "User" });
  const template = addInquiryTemplate(
    world,
    {
      name: "KYC",
      settings: {
        reports: ["adverse-media", "watchlist"],
        steps: ["government-id", "selfie", "database", "document"].map((kind) => ({ name: `verification_${kind}`, kind, attempts: 3 })),
      },
    },
    system,
  );
  const { inquiry } = createInquiry(world, { attributes: { inquiryTemplateId: template.id } }, staff);
  createReport(world, { kind: "watchlist", inquiryId: inquiry.id, plan: { status: "ready", hasMatch: true, afterSeconds: 1 } }, system);
  createReport(world, { kind: "adverse-media", inquiryId: inquiry.id, recurring: true }, system);
  const matchedRecords = [{ token: "scrre_one", names: ["Jane Doe"], reviewStatus: "pending" }];
  const screened = { status: "ready", hasMatch: true, attributes: { matchedRecords }, afterSeconds: 1 } as const;
  createReport(world, { kind: "screening", inquiryId: inquiry.id, plan: screened }, system);
  const cases = addCaseTemplate(world, { name: "KYC" });
  createCase(world, { caseTemplateId: cases.id, objectIds: [inquiry.id] }, staff);
};
