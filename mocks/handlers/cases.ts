import * as z from "zod/mini";
import type {
  AddCommentToACaseData,
  AddCommentToACaseResponses,
  AssignACaseData,
  AssignACaseResponses,
  RetrieveCaseData,
  RetrieveCaseResponses,
  SetStatusForACaseData,
  SetStatusForACaseResponses,
} from "@/api/generated/persona/types.gen";
import { defineRoute } from "../http/define-route";
import { addCaseComment, assignCase, setCaseStatus } from "../world/case/cases";
import { given, need } from "./lookup";

const withObjects = { include: true, fields: true };

export const retrieveCase = defineRoute<RetrieveCaseData, RetrieveCaseResponses>({
  operation: "retrieveCase",
  method: "GET",
  path: "/cases/{caseId}",
  permission: "case.read",
  query: withObjects,
  handle: ({ world, path }) => ({ data: need(world.tables.cases.get(path.caseId)) }),
});

export const assignACase = defineRoute<AssignACaseData, AssignACaseResponses>({
  operation: "assignACase",
  method: "POST",
  path: "/cases/{caseId}/assign",
  permission: "case.write",
  query: withObjects,
  body: z.strictObject({ meta: z.strictObject({ userEmailAddress: z.string() }) }),
  handle: ({ world, path, body, actor }) => ({
    data: assignCase(world, { caseId: path.caseId, userEmailAddress: body.meta.userEmailAddress }, actor),
  }),
});

export const addCommentToACase = defineRoute<AddCommentToACaseData, AddCommentToACaseResponses>({
  operation: "addCommentToACase",
  method: "POST",
  path: "/cases/{caseId}/add-comment",
  permission: "case.write",
  query: withObjects,
  body: z.strictObject({ meta: z.strictObject({ message: z.string().check(z.minLength(1)) }) }),
  handle: ({ world, path, body, actor }) => ({
    data: addCaseComment(world, { caseId: path.caseId, message: body.meta.message }, actor),
  }),
});

export const setStatusForACase = defineRoute<SetStatusForACaseData, SetStatusForACaseResponses>({
  operation: "setStatusForACase",
  method: "POST",
  path: "/cases/{caseId}/set-status",
  permission: "case.write",
  query: withObjects,
  body: z.strictObject({ meta: z.optional(z.strictObject({ status: z.string() })) }),
  handle: ({ world, path, body, actor }) => ({
    data: setCaseStatus(world, { caseId: path.caseId, status: given(body.meta, "meta.status").status }, actor),
  }),
});
