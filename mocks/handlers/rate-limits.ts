import type { ListAllRateLimitsData, ListAllRateLimitsResponses } from "@/api/generated/persona/types.gen";
import { defineRoute } from "../http/define-route";

export const listAllRateLimits = defineRoute<ListAllRateLimitsData, ListAllRateLimitsResponses>({
  operation: "listAllRateLimits",
  method: "GET",
  path: "/rate-limits",
  handle: ({ rateLimit: { limit, remaining, reset } }) => ({
    data: [{ type: "rate-limit/api", attributes: { limit, remaining, secondsToReset: reset } }],
  }),
});
