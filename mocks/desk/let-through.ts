import type { DeskRole } from "@/api/generated/desk/types.gen";
import { readEntries, readProperty } from "@/lib/read";
import type { Route } from "../http/define-route";
import type { Incoming } from "../http/incoming";
import { refusalOf } from "./roles";

/** The operations that the server side lets through, since the application calls them. test/repo/least-authority.test.ts holds it to the server's list. */
export const letThrough: readonly string[] = [
  "accountsAddTag",
  "accountsRemoveTag",
  "dismissMatches",
  "inquiriesAddTag",
  "inquiriesRemoveTag",
  "listAllAccounts",
  "listAllEvents",
  "listAllInquiries",
  "listAllInquiryTemplateVersions",
  "listAllInquiryTemplates",
  "listAllReports",
  "listAllUserAuditLogs",
  "listReportHistory",
  "printAnInquiryPdf",
  "reportActionPauseContinuousMonitoring",
  "reportActionReRunReport",
  "reportActionResumeContinuousMonitoring",
  "retrieveADocument",
  "retrieveAReport",
  "retrieveAVerification",
  "retrieveAnAccount",
  "retrieveAnEvent",
  "retrieveAnInquiry",
  "retrieveAnInquirySession",
  "retrieveAnInquiryTemplate",
  "retrieveCase",
  "reviewMatches",
  "updateAnInquiry",
];

/** Operations that change a resource by attributes, with those that the application writes. */
const byAttributes: Readonly<Record<string, readonly string[]>> = { updateAnInquiry: ["note"], updateAnAccount: [] };

/** Why the server side of the desk does not pass something on. */
export type DeskRefusal = {
  readonly reason: string;
  readonly details?: { readonly attributes: string };
};

/** Refuses what the role does not allow, and, where `unused` is refused, what the application never asks for. */
export function deskRefusal(role: DeskRole, route: Route, { body }: Incoming, unused: "answered" | "refused"): DeskRefusal | undefined {
  const reason = refusalOf(role, route);
  if (reason !== undefined) return { reason };
  const isUsed = letThrough.includes(route.operation);
  const written = byAttributes[route.operation];
  const attributes =
    written === undefined
      ? ""
      : attributesIn(body)
          .filter((name) => !written.includes(name))
          .join(", ");
  if (unused === "answered" || (isUsed && attributes === "")) return undefined;
  return attributes === ""
    ? { reason: "The desk does not do this." }
    : { reason: `The desk does not change ${attributes}.`, details: { attributes } };
}

/** Whether a write says which intent it is, so that a repetition can be told from another. */
export const hasKey = ({ headers }: Incoming): boolean => /^[\x21-\x7E]{1,255}$/.test(headers.get("idempotency-key") ?? "");

/** The names alone, as far as they look like some. */
function attributesIn(body: string): string[] {
  try {
    const names = readEntries(readProperty(readProperty(JSON.parse(body), "data"), "attributes")).map(([name]) => name);
    return [...new Set(names.map((name) => (/^[A-Za-z][\w-]{0,59}$/.test(name) ? name : "?")))].slice(0, 20);
  } catch {
    return [];
  }
}
