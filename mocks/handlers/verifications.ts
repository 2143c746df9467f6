import type {
  PrintAVerificationAsPdfData,
  PrintAVerificationAsPdfResponses,
  RetrieveAVerificationData,
  RetrieveAVerificationResponses,
} from "@/api/generated/persona/types.gen";
import { defineRoute } from "../http/define-route";
import { need } from "./lookup";
import { printout } from "./printout";

export const retrieveAVerification = defineRoute<RetrieveAVerificationData, RetrieveAVerificationResponses>({
  operation: "retrieveAVerification",
  method: "GET",
  path: "/verifications/{verificationId}",
  permission: "verification.read",
  query: { include: true, fields: true },
  handle: ({ world, path }) => ({ data: need(world.tables.verifications.get(path.verificationId)) }),
});

export const printAVerificationAsPdf = defineRoute<PrintAVerificationAsPdfData, PrintAVerificationAsPdfResponses>({
  operation: "printAVerificationAsPdf",
  method: "GET",
  path: "/verifications/{verificationId}/print",
  permission: "verification.read",
  handle: ({ world, path }) => ({ pdf: printout("Verification", need(world.tables.verifications.get(path.verificationId))) }),
});
