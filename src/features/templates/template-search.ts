/** What the address of the templates page says. */
import type { InquiryTemplateModel } from "@/api/models";
import { lookOf } from "@/domain/reference-id";
import { searchPart } from "@/lib/search-part";

export type TemplateSearch = {
  /** What a name or an ID contains. */
  q?: string | undefined;
  /** `active` or `inactive`. */
  status?: string | undefined;
};

/** What of a name or an ID is looked for. An e-mail address or a number of somebody stays out of the address. */
export const namePart = (value: unknown): string | undefined =>
  // templates have names of several words, as people have
  searchPart(value, (text) => text !== "" && text.length <= 80 && [undefined, "name"].includes(lookOf(text)));

/** Reads the parts of an address; what cannot be read counts as not there, and what is not known is dropped. */
export function readTemplateSearch(search: Readonly<Record<string, unknown>>): TemplateSearch {
  return {
    q: namePart(search.q),
    status: searchPart(search.status, /^(active|inactive)$/),
  };
}

export const isTemplateFiltered = ({ q, status }: TemplateSearch): boolean => q !== undefined || status !== undefined;

/** Those that the address asks for, in the order given. Every word must stand in the name or the ID. */
export function templatesFound(templates: readonly InquiryTemplateModel[], { q = "", status }: TemplateSearch): InquiryTemplateModel[] {
  const words = q.toLowerCase().split(/\s+/);
  return templates.filter((template) => {
    const text = `${template.name} ${template.id}`.toLowerCase();
    return (status === undefined || template.status === status) && words.every((word) => text.includes(word));
  });
}
