import { queryOptions } from "@tanstack/react-query";
import { asAsked, rowsAsAsked } from "../as-asked";
import { request } from "../client";
import { isForbidden } from "../errors";
import { listAllInquiryTemplates, listAllInquiryTemplateVersions, retrieveAnInquiryTemplate } from "../generated/persona/sdk.gen";
import { listOf, neighboursOf, type PageNeighbours, pageQuery } from "../list-page";
import { inquiryTemplateModel, type InquiryTemplateModel, inquiryTemplateVersionModel, type InquiryTemplateVersionModel } from "../models";
import { keys } from "../query-keys";
import type { InquiryTemplates } from "../inquiry-templates/queries";

/** A company has tens of templates. Past this many pages the list says that it is not whole. */
const mostPages = 10;

/** `next` says where those begin that were not read. */
export type AllInquiryTemplates = InquiryTemplates & PageNeighbours;

/** Every template, newest first, a hundred at a time up to a thousand. @throws ApiError, not for a key that may not read them */
export const allInquiryTemplatesQuery = () =>
  queryOptions({
    queryKey: keys.inquiryTemplates({ all: true }),
    queryFn: async ({ signal }): Promise<AllInquiryTemplates> => {
      const templates = new Map<string, InquiryTemplateModel>();
      let next: PageNeighbours["next"] = null;
      try {
        for (let page = 0; page < mostPages; page++) {
          // oxlint-disable-next-line no-await-in-loop -- only the page before says where the next one begins
          const { data } = await request(() => listAllInquiryTemplates({ signal, query: { page: pageQuery({ ...next, size: 100 }) } }));
          for (const resource of listOf(data.data)) templates.set(resource.id, inquiryTemplateModel(resource));
          next = neighboursOf(data).next;
          if (next === null) break;
        }
      } catch (error) {
        if (isForbidden(error)) return { templates: [], available: false, next: null, previous: null };
        throw error;
      }
      return { templates: [...templates.values()], available: true, next, previous: null };
    },
    staleTime: 60_000,
  });

/** One template. @throws ApiError, with 403 for a sandbox key */
export const inquiryTemplateQuery = (id: string) =>
  queryOptions({
    queryKey: keys.inquiryTemplate(id),
    queryFn: async ({ signal }): Promise<InquiryTemplateModel> => {
      const { data } = await request(() => retrieveAnInquiryTemplate({ signal, path: { inquiryTemplateId: id } }));
      return inquiryTemplateModel(asAsked(data.data, id));
    },
    staleTime: 60_000,
  });

export type InquiryTemplateVersions = PageNeighbours & { versions: InquiryTemplateVersionModel[] };

/** The published versions of a template and its draft, newest first, as many as one call gives: a hundred. @throws ApiError */
export const inquiryTemplateVersionsQuery = (templateId: string) =>
  queryOptions({
    queryKey: keys.inquiryTemplateVersions(templateId),
    queryFn: async ({ signal }): Promise<InquiryTemplateVersions> => {
      const { data } = await request(() =>
        listAllInquiryTemplateVersions({ signal, query: { page: { size: 100 }, filter: { "inquiry-template-id": templateId } } }),
      );
      const { asked } = rowsAsAsked(listOf(data.data).map(inquiryTemplateVersionModel), ({ links }) => {
        const of = links.inquiryTemplate?.id;
        return of === undefined || of === templateId;
      });
      return { versions: asked, ...neighboursOf(data) };
    },
    staleTime: 60_000,
  });
