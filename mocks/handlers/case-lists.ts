import type { Case, ListAllCasesData, ListAllCasesResponses, ToMany } from "@/api/generated/persona/types.gen";
import { defineRoute } from "../http/define-route";
import { paginate } from "../http/pagination";
import type { World } from "../world/core/world";
import { sameReference } from "./lookup";

export const listAllCases = defineRoute<ListAllCasesData, ListAllCasesResponses>({
  operation: "listAllCases",
  method: "GET",
  path: "/cases",
  permission: "case.read",
  query: {
    page: true,
    fields: true,
    filter: ["status", "case-template-id", "account-id", "reference-id", "inquiry-id", "report-id"],
  },
  handle: ({ world, query }) => ({ page: paginate(world.tables.cases.newestFirst(), query.page, caseFilter(world, query.filter)) }),
});

/** Every filter takes one value (spec: GET /cases); all must hold. */
function caseFilter(world: World, filter: Readonly<Record<string, string>>): (row: Case) => boolean {
  const isIn = (links: ToMany, id: string | undefined) => id === undefined || links.data.some((link) => link.id === id);
  const referenceId = filter["reference-id"];
  const hasReference = ({ relationships }: Case) =>
    referenceId === undefined ||
    relationships.accounts.data.some(({ id }) => sameReference(world.tables.accounts.get(id)?.attributes.referenceId ?? null, referenceId));
  return (row) =>
    (filter["status"] === undefined || row.attributes.status === filter["status"]) &&
    (filter["case-template-id"] === undefined || row.relationships.caseTemplate.data.id === filter["case-template-id"]) &&
    isIn(row.relationships.accounts, filter["account-id"]) &&
    isIn(row.relationships.inquiries, filter["inquiry-id"]) &&
    isIn(row.relationships.reports, filter["report-id"]) &&
    hasReference(row);
}
