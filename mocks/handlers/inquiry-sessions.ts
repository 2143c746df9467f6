import * as z from "zod/mini";
import type {
  CreateAnInquirySessionData,
  CreateAnInquirySessionResponses,
  ExpireAnInquirySessionData,
  ExpireAnInquirySessionResponses,
  ExpireInquirySessionsData,
  ExpireInquirySessionsResponses,
  GenerateAOneTimeLinkForAnInquirySessionData,
  GenerateAOneTimeLinkForAnInquirySessionResponses,
} from "@/api/generated/persona/types.gen";
import { defineRoute } from "../http/define-route";
import { generateOneTimeLinkForSession } from "../world/session/links";
import { createInquirySession, expireInquirySession, expireInquirySessions } from "../world/session/sessions";
import { given } from "./lookup";

const shared = { method: "POST", permission: "inquiry.write", query: { include: true, fields: true } } as const;

/** The answer holds no token: only resume and create-an-inquiry give one out (spec: POST /inquiry-sessions). */
export const createAnInquirySession = defineRoute<CreateAnInquirySessionData, CreateAnInquirySessionResponses>({
  ...shared,
  operation: "createAnInquirySession",
  path: "/inquiry-sessions",
  status: 201,
  body: z.strictObject({
    data: z.optional(z.strictObject({ attributes: z.optional(z.strictObject({ inquiryId: z.string() })) })),
  }),
  handle: ({ world, body, actor }) => {
    const inquiryId = given(body.data?.attributes?.inquiryId, "data.attributes.inquiry_id");
    return { data: createInquirySession(world, { inquiryId }, actor) };
  },
});

export const expireAnInquirySession = defineRoute<ExpireAnInquirySessionData, ExpireAnInquirySessionResponses>({
  ...shared,
  operation: "expireAnInquirySession",
  path: "/inquiry-sessions/{inquirySessionId}/expire",
  handle: ({ world, path, actor }) => ({ data: expireInquirySession(world, path, actor) }),
});

export const expireInquirySessionsOfMany = defineRoute<ExpireInquirySessionsData, ExpireInquirySessionsResponses>({
  ...shared,
  operation: "expireInquirySessions",
  path: "/inquiry-sessions/expire-all",
  body: z.strictObject({ meta: z.optional(z.strictObject({ inquiryIds: z.array(z.string()) })) }),
  handle: ({ world, body, actor }) => ({
    data: expireInquirySessions(world, { inquiryIds: given(body.meta, "meta").inquiryIds }, actor),
  }),
});

export const generateAOneTimeLinkForAnInquirySession = defineRoute<
  GenerateAOneTimeLinkForAnInquirySessionData,
  GenerateAOneTimeLinkForAnInquirySessionResponses
>({
  ...shared,
  operation: "generateAOneTimeLinkForAnInquirySession",
  path: "/inquiry-sessions/{inquirySessionId}/generate-one-time-link",
  handle: ({ world, path, actor }) => {
    const { session, oneTimeLink, oneTimeLinkShort } = generateOneTimeLinkForSession(world, path, actor);
    return { data: session, meta: { oneTimeLink, oneTimeLinkShort } };
  },
});
