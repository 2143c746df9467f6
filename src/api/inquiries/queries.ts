import { queryOptions } from "@tanstack/react-query";
import type { ApiCall } from "../api-call";
import { asAsked } from "../as-asked";
import { request } from "../client";
import { retrieveAnInquiry } from "../generated/persona/sdk.gen";
import type { InquiryResponse } from "../generated/persona/types.gen";
import { includedAt, includedOf } from "../json-api";
import { listOf } from "../list-page";
import {
  accountModel,
  type AccountModel,
  documentModel,
  type DocumentModel,
  inquiryModel,
  type InquiryModel,
  inquirySessionModel,
  type InquirySessionModel,
  inquiryTemplateModel,
  type InquiryTemplateModel,
  reportModel,
  type ReportModel,
  selfieModel,
  type SelfieModel,
  userModel,
  type UserModel,
  verificationModel,
  type VerificationModel,
} from "../models";
import { keys } from "../query-keys";
import { inquiryInclude } from "./read-attributes";

export type InquiryDetail = {
  inquiry: InquiryModel;
  account: AccountModel | undefined;
  template: InquiryTemplateModel | undefined;
  /** The person who decided; undefined when nobody did, or a workflow. */
  reviewer: UserModel | undefined;
  verifications: VerificationModel[];
  sessions: InquirySessionModel[];
  documents: DocumentModel[];
  selfies: SelfieModel[];
  reports: ReportModel[];
  /** The answer as it came, for who wants to see the facts themselves. */
  raw: InquiryResponse;
  call: ApiCall;
};

/** One inquiry with all that belongs to it. */
export const inquiryQuery = (inquiryId: string) =>
  queryOptions({
    queryKey: keys.inquiry(inquiryId),
    queryFn: async ({ signal }) => {
      const { data, requestId } = await request(() =>
        retrieveAnInquiry({ signal, path: { inquiryId }, query: { include: inquiryInclude } }),
      );
      asAsked(data.data, inquiryId);
      return inquiryDetail(data, {
        method: "GET",
        path: `/inquiries/${encodeURIComponent(inquiryId)}?include=${inquiryInclude}`,
        requestId,
      });
    },
  });

/** Takes the answer apart. What did not come along is missing, never an error. */
export function inquiryDetail(answer: InquiryResponse, call: ApiCall): InquiryDetail {
  const inquiry = inquiryModel(answer.data);
  const { account, inquiryTemplate, reviewer } = inquiry.links;
  const [accountResource, templateResource, user] = [
    includedAt(answer, "account", account),
    includedAt(answer, "inquiry-template", inquiryTemplate),
    includedAt(answer, "user", reviewer),
  ];
  return {
    inquiry,
    account: accountResource && accountModel(accountResource),
    template: templateResource && inquiryTemplateModel(templateResource),
    reviewer: user && userModel(user),
    verifications: listOf(includedOf(answer, "verification")).map(verificationModel),
    sessions: listOf(includedOf(answer, "inquiry-session")).map(inquirySessionModel),
    documents: listOf(includedOf(answer, "document")).map(documentModel),
    selfies: listOf(includedOf(answer, "selfie")).map(selfieModel),
    reports: listOf(includedOf(answer, "report")).map(reportModel),
    raw: answer,
    call,
  };
}
