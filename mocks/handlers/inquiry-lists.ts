import type {
  Inquiry,
  ListAllInquiriesData,
  ListAllInquiriesResponses,
  SearchInquiriesData,
  SearchInquiriesResponses,
} from "@/api/generated/persona/types.gen";
import { defineRoute } from "../http/define-route";
import { paginate } from "../http/pagination";
import { csv, cursorOf, type Query } from "../http/query";
import { type SearchSpec, searchBody } from "../http/search";
import { badRequest } from "../world/core/refusal";
import type { InquiryHead } from "../world/core/resources";
import { millis } from "../world/core/time";
import type { World } from "../world/core/world";
import { anyOf, moment, sameReference } from "./lookup";
import { searchPage } from "./search-page";

type InquiryFilter = (inquiry: InquiryHead) => boolean;

const statuses = ["created", "pending", "completed", "expired", "failed", "needs_review", "approved", "declined"];
const maxIds = 100;

/** One condition each (spec: GET /inquiries). @throws Refusal 400 on a value that cannot be */
const filters: Readonly<Record<string, (asked: string) => InquiryFilter>> = {
  "inquiry-id": (asked) => {
    if (csv(asked).length > maxIds) throw badRequest(`filter.inquiry_id cannot hold more than ${maxIds} IDs`);
    return oneOf(asked, (inquiry) => inquiry.id);
  },
  "account-id": (asked) => oneOf(asked, ({ relationships }) => relationships.account.data?.id),
  "reference-id":
    (asked) =>
    ({ attributes }) =>
      sameReference(attributes.referenceId, asked),
  "inquiry-template-id": (asked) => oneOf(asked, ({ relationships }) => relationships.inquiryTemplate.data?.id),
  "template-id": (asked) => oneOf(asked, ({ relationships }) => relationships.template.data?.id),
  status: (asked) => {
    if (!csv(asked).every((name) => statuses.includes(name))) throw badRequest(`filter.status must be one of ${statuses.join(", ")}`);
    return oneOf(asked, ({ attributes }) => attributes.status);
  },
  "created-at-start": (asked) => {
    const from = moment("created_at_start", asked);
    return ({ attributes }) => Date.parse(attributes.createdAt) >= from;
  },
  "created-at-end": (asked) => {
    const to = moment("created_at_end", asked);
    return ({ attributes }) => Date.parse(attributes.createdAt) <= to;
  },
  note:
    (asked) =>
    ({ attributes }) =>
      attributes.note === asked,
};

function oneOf(asked: string, read: (inquiry: InquiryHead) => string | null | undefined): InquiryFilter {
  const isAsked = anyOf(asked);
  return (inquiry) => isAsked(read(inquiry));
}

export const listAllInquiries = defineRoute<ListAllInquiriesData, ListAllInquiriesResponses>({
  operation: "listAllInquiries",
  method: "GET",
  path: "/inquiries",
  permission: "inquiry.read",
  query: { page: true, fields: true, filter: Object.keys(filters) },
  handle: ({ world, query }) => {
    const fits = inquiryFilter(query.filter);
    return { page: paginate(candidates(world, query, fits), query.page, fits) };
  },
});

const searchSpec: SearchSpec = {
  attributes: ["status", "created_at", "updated_at", "reference_id", "inquiry_template_id"],
  sortable: ["created_at", "updated_at", "status"],
};

export const searchInquiries = defineRoute<SearchInquiriesData, SearchInquiriesResponses>({
  operation: "searchInquiries",
  method: "POST",
  path: "/inquiries/search",
  permission: "inquiry.read",
  safe: true,
  query: { page: true, fields: true },
  body: searchBody,
  handle: ({ world, query, body }) => searchPage(world, world.tables.inquiries, { body, query, spec: searchSpec, read }),
});

function read({ attributes, relationships }: InquiryHead, attribute: string) {
  switch (attribute) {
    case "status":
      return attributes.status;
    case "created_at":
      return attributes.createdAt;
    case "updated_at":
      return attributes.updatedAt;
    case "reference_id":
      return attributes.referenceId;
    default:
      return relationships.inquiryTemplate.data?.id;
  }
}

/** What is named is looked up; everything else walks the table, newest first. */
function candidates({ tables }: World, { filter, page }: Query, fits: InquiryFilter): Iterable<Inquiry> {
  const { inquiries } = tables;
  const ids = filter["inquiry-id"];
  const accountIds = filter["account-id"];
  const referenceId = filter["reference-id"];
  if (ids !== undefined && cursorOf(page) === undefined) {
    return csv(ids)
      .map((id) => inquiries.get(id))
      .filter((row) => row !== undefined)
      .toSorted((a, b) => Date.parse(b.attributes.createdAt) - Date.parse(a.attributes.createdAt));
  }
  if (accountIds !== undefined) return inquiries.candidates({ accountIds: csv(accountIds) }, page);
  if (referenceId !== undefined) return inquiries.candidates({ referenceIds: [referenceId] }, page);
  const time = { createdFrom: millis(filter["created-at-start"]), createdTo: millis(filter["created-at-end"]) };
  return inquiries.candidates({ fits, ...time }, page);
}

/** All conditions must hold (spec: GET /inquiries). @throws Refusal 400 on a value or a combination that cannot be */
function inquiryFilter(filter: Query["filter"]): InquiryFilter {
  const asked = Object.entries(filter);
  if (filter["note"] !== undefined && asked.length > 1) throw badRequest("filter.note must be the only filter");
  const conditions = asked.flatMap(([name, value]) => filters[name]?.(value) ?? []);
  return (inquiry) => conditions.every((holds) => holds(inquiry));
}
