import type {
  Account,
  ListAllAccountsData,
  ListAllAccountsResponses,
  SearchAccountsData,
  SearchAccountsResponses,
} from "@/api/generated/persona/types.gen";
import { defineRoute } from "../http/define-route";
import { paginate } from "../http/pagination";
import { csv } from "../http/query";
import { type SearchSpec, searchBody } from "../http/search";
import { fieldLeaf } from "./field-leaf";
import { everything, sameReference } from "./lookup";
import { searchPage } from "./search-page";

export const listAllAccounts = defineRoute<ListAllAccountsData, ListAllAccountsResponses>({
  operation: "listAllAccounts",
  method: "GET",
  path: "/accounts",
  permission: "account.read",
  query: { page: true, fields: true, filter: ["reference-id"] },
  handle: ({ world, query }) => {
    const asked = query.filter["reference-id"];
    if (asked === undefined) return { page: paginate(world.tables.accounts.candidates(everything, query.page), query.page) };
    const referenceIds = csv(asked);
    const rows = world.tables.accounts.candidates({ referenceIds }, query.page);
    const matches = ({ attributes }: Account) => referenceIds.some((id) => sameReference(attributes.referenceId, id));
    return { page: paginate(rows, query.page, matches) };
  },
});

/** There is no reference ID among them: the list filter is for that (spec: POST /accounts/search). */
const searchSpec: SearchSpec = {
  attributes: ["type", "status", "created_at", "updated_at", "identifiers.*", "fields.*"],
  sortable: ["created_at", "updated_at", "type", "fields.*"],
};

export const searchAccounts = defineRoute<SearchAccountsData, SearchAccountsResponses>({
  operation: "searchAccounts",
  method: "POST",
  path: "/accounts/search",
  permission: "account.read",
  safe: true,
  query: { page: true, fields: true },
  body: searchBody,
  handle: ({ world, query, body }) => searchPage(world, world.tables.accounts, { body, query, spec: searchSpec, read }),
});

function read({ attributes, relationships }: Account, attribute: string) {
  switch (attribute) {
    case "type":
      return relationships.accountType.data?.id;
    case "status":
      return attributes.accountStatus;
    case "created_at":
      return attributes.createdAt;
    case "updated_at":
      return attributes.updatedAt;
    default:
      return attribute.startsWith("fields.") ? fieldLeaf(attributes.fields, attribute.slice("fields.".length)) : undefined;
  }
}
