import { queryOptions } from "@tanstack/react-query";
import { request } from "../client";
import { isForbidden } from "../errors";
import { listAllInquiryTemplates } from "../generated/persona/sdk.gen";
import { inquiryTemplateModel, type InquiryTemplateModel } from "../models";
import { keys } from "../query-keys";
import { listOf } from "../list-page";
import { templateQuery } from "./template-query";

export type InquiryTemplates = {
  templates: InquiryTemplateModel[];
  /** False where the key may not read templates: Persona refuses them to sandbox keys. */
  available: boolean;
};

/** The first hundred templates, for their names. They change rarely. */
export const inquiryTemplatesQuery = () =>
  queryOptions({
    queryKey: keys.inquiryTemplates(),
    queryFn: async ({ signal }): Promise<InquiryTemplates> => {
      try {
        const { data } = await request(() => listAllInquiryTemplates({ signal, query: templateQuery }));
        return { templates: listOf(data.data).map(inquiryTemplateModel), available: true };
      } catch (error) {
        if (isForbidden(error)) return { templates: [], available: false };
        throw error;
      }
    },
    staleTime: 10 * 60_000,
  });
