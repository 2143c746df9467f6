import type {
  Inquiry,
  ListAllInquiriesData,
  ListAllInquiriesResponses,
  SearchInquiriesData,
  SearchInquiriesResponses,
} from "@/api/generated/persona/types.gen";
import { defineRoute } from "../http/define-route";
import { paginate } from "../http/pagination";
import { csv, type Query } from "../http/query";
import { type SearchSpec, searchBody } from "../http/search";
import { badRequest } from "../world/refusal";
import type { World } from "../world/world";
import { anyOf, moment, sameReference } from "./lookup";
import { searchPage } from "./search-page";

const statuses = ["created", "pending", "completed", "expired", "failed", "needs_review", "approved", "declined"];
const MAX_IDS = 100;

export const listAllInquiries = defineRoute<ListAllInquiriesData, ListAllInquiriesResponses>({
  operation: "listAllInquiries",
  method: "GET",
  path: "/inquiries",
  permission: "inquiry.read",
  query: {
    page: true,
    fields: true,
    filter: [
      "inquiry-id",
      "account-id",
      "reference-id",
      "inquiry-template-id",
      "template-id",
      "status",
      "created-at-start",
      "created-at-end",
      "note",
    ],
  },
  handle: ({ world, query }) => {
    const matches = inquiryFilter(query.filter);
    return { page: paginate(candidates(world, query), query.page, matches) };
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
  handle: ({ world, query, body }) => searchPage(world, world.tables.inquiries.newestFirst(), { body, query, spec: searchSpec, read }),
});

function read({ attributes, relationships }: Inquiry, attribute: string) {
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

/** Named ids are looked up; everything else walks the table, newest first. */
function candidates(world: World, query: Query): Iterable<Inquiry> {
  const table = world.tables.inquiries;
  const ids = query.filter["inquiry-id"];
  if (ids === undefined || query.page.after !== undefined || query.page.before !== undefined) return table.newestFirst();
  return csv(ids)
    .map((id) => table.get(id))
    .filter((row) => row !== undefined)
    .toSorted((a, b) => Date.parse(b.attributes.createdAt) - Date.parse(a.attributes.createdAt));
}

/** All conditions must hold (spec: GET /inquiries). @throws Refusal 400 on a value or a combination that cannot be */
function inquiryFilter(filter: Query["filter"]): (inquiry: Inquiry) => boolean {
  const { note, status } = filter;
  if (note !== undefined && Object.keys(filter).length > 1) throw badRequest("filter.note must be the only filter");
  if (status !== undefined && !csv(status).every((name) => statuses.includes(name))) {
    throw badRequest(`filter.status must be one of ${statuses.join(", ")}`);
  }
  const ids = filter["inquiry-id"];
  if (ids !== undefined && csv(ids).length > MAX_IDS) throw badRequest(`filter.inquiry_id cannot hold more than ${MAX_IDS} IDs`);
  const from = moment("created_at_start", filter["created-at-start"]);
  const to = moment("created_at_end", filter["created-at-end"]);
  const referenceId = filter["reference-id"];
  const hasId = anyOf(ids);
  const hasStatus = anyOf(status);
  const hasAccount = anyOf(filter["account-id"]);
  const hasTemplate = anyOf(filter["inquiry-template-id"]);
  const hasLegacyTemplate = anyOf(filter["template-id"]);
  return ({ id, attributes, relationships }) =>
    hasStatus(attributes.status) &&
    hasId(id) &&
    (referenceId === undefined || sameReference(attributes.referenceId, referenceId)) &&
    (from === undefined || Date.parse(attributes.createdAt) >= from) &&
    (to === undefined || Date.parse(attributes.createdAt) <= to) &&
    (note === undefined || attributes.note === note) &&
    hasAccount(relationships.account.data?.id) &&
    hasTemplate(relationships.inquiryTemplate.data?.id) &&
    hasLegacyTemplate(relationships.template.data?.id);
}
