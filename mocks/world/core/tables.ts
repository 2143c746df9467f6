import type {
  Account,
  AccountType,
  Case,
  CaseComment,
  CaseTemplate,
  Device,
  DocumentFile,
  Event,
  Inquiry,
  InquirySession,
  InquiryTemplate,
  InquiryTemplateVersion,
  LegacyTemplate,
  Network,
  Resource,
  ResourceIdentifier,
  Selfie,
  User,
  UserAuditLog,
  WorkflowRun,
} from "@/api/generated/persona/types.gen";
import type { AnyDocument, AnyReport, AnyVerification, InquiryHead, Snapshot } from "./resources";
import { createTable, type Table } from "./table";
import { millis } from "./time";

/** All resources of a world, by type. Stored in the form the API answers (camelCase). */
export type Tables = {
  accounts: Table<Account>;
  accountTypes: Table<AccountType>;
  inquiries: Table<Inquiry, InquiryHead>;
  inquirySessions: Table<InquirySession>;
  inquiryTemplates: Table<InquiryTemplate>;
  inquiryTemplateVersions: Table<InquiryTemplateVersion>;
  legacyTemplates: Table<LegacyTemplate>;
  verifications: Table<AnyVerification>;
  documents: Table<AnyDocument>;
  documentFiles: Table<DocumentFile>;
  selfies: Table<Selfie>;
  reports: Table<AnyReport>;
  /** Type `report-template/<kind>`. */
  reportTemplates: Table<Resource>;
  cases: Table<Case>;
  caseTemplates: Table<CaseTemplate>;
  caseComments: Table<CaseComment>;
  events: Table<Event>;
  users: Table<User>;
  devices: Table<Device>;
  networks: Table<Network>;
  userAuditLogs: Table<UserAuditLog>;
  workflowRuns: Table<WorkflowRun>;
};

/** A table of every type, all empty. */
export function createTables(): Tables {
  return {
    accounts: table(),
    accountTypes: table(),
    inquiries: table(),
    inquirySessions: table(),
    inquiryTemplates: table(),
    inquiryTemplateVersions: table(),
    legacyTemplates: table(),
    verifications: table(),
    documents: table(),
    documentFiles: table(),
    selfies: table(),
    reports: table(),
    reportTemplates: table(),
    cases: table(),
    caseTemplates: table(),
    caseComments: table(),
    events: table(),
    users: table(),
    devices: table(),
    networks: table(),
    userAuditLogs: table(),
    workflowRuns: table(),
  };
}

function table<Row extends Head & { id: string; attributes?: object }, Head = Row>(): Table<Row, Head> {
  return createTable<Row, Head>(createdAt);
}

/** Resources without a creation time keep the order they came in. */
function createdAt(resource: { id: string; attributes?: object }): number {
  const { attributes } = resource;
  return attributes !== undefined && "createdAt" in attributes && typeof attributes.createdAt === "string"
    ? (millis(attributes.createdAt) ?? 0)
    : 0;
}

const tableOfFamily: Record<string, keyof Tables> = {
  account: "accounts",
  "account-type": "accountTypes",
  inquiry: "inquiries",
  "inquiry-session": "inquirySessions",
  "inquiry-template": "inquiryTemplates",
  "inquiry-template-version": "inquiryTemplateVersions",
  template: "legacyTemplates",
  verification: "verifications",
  document: "documents",
  "document-file": "documentFiles",
  selfie: "selfies",
  report: "reports",
  "report-template": "reportTemplates",
  case: "cases",
  "case-template": "caseTemplates",
  "case-comment": "caseComments",
  event: "events",
  user: "users",
  device: "devices",
  network: "networks",
  "user-audit-log": "userAuditLogs",
  "workflow-run": "workflowRuns",
};

/** The resource a reference points at. The part of a type before the slash names the table: `verification/selfie`. */
export function findIn(tables: Tables, reference: ResourceIdentifier): Snapshot | undefined {
  const name = tableOfFamily[reference.type.split("/", 1)[0] ?? ""];
  if (name === undefined) return undefined;
  const found = tables[name].get(reference.id);
  // Only opaque `Resource` rows may lack attributes, and the world never makes one without.
  return found as Snapshot | undefined;
}
