import * as z from "zod/mini";
import type { InquiriesPerformSimulateActionsData, InquiriesPerformSimulateActionsResponses } from "@/api/generated/persona/types.gen";
import { defineRoute } from "../http/define-route";
import { performSimulateActions } from "../world/flow/simulation";

const action = z.strictObject({
  type: z.string(),
  data: z.optional(z.strictObject({ verificationTemplateId: z.string() })),
});

export const inquiriesPerformSimulateActions = defineRoute<InquiriesPerformSimulateActionsData, InquiriesPerformSimulateActionsResponses>({
  operation: "inquiriesPerformSimulateActions",
  method: "POST",
  path: "/inquiries/{inquiryId}/perform-simulate-actions",
  permission: "inquiry.write",
  refusedIn: "production",
  query: { include: true, fields: true },
  body: z.strictObject({ meta: z.strictObject({ simulateActions: z.array(action) }) }),
  handle: ({ world, path, body, actor }) => ({
    data: performSimulateActions(world, { inquiryId: path.inquiryId, simulateActions: body.meta.simulateActions }, actor),
  }),
});
