import type { Account, Inquiry } from "@/api/generated/persona/types.gen";
import { isArchived, needAccount } from "./account-lookup";
import type { Actor } from "../core/actor";
import { recordUserAudit } from "../user/audit";
import { change } from "../core/change";
import { emit } from "../core/events";
import { inquiriesOf, verificationsOf } from "../inquiry/inquiry-lookup";
import { operation } from "../core/operation";
import { badRequest, conflict, unprocessable } from "../core/refusal";
import { link } from "../core/resources";
import { second } from "../core/time";
import type { World } from "../core/world";

/** How long the asynchronous move takes. */
const moveTakes = 5 * second;

export type ConsolidateInput = {
  /** The destination. */
  accountId: string;
  sourceAccountIds: readonly string[];
};

/**
 * Moves everything of the source accounts, but not their attributes, into another one; the sources are archived and take no new inquiries
 * from now on. The move itself follows some seconds later (spec: POST /accounts/{account-id}/consolidate, 202).
 * @returns the destination as it is before the move
 * @throws Refusal 404, 400 without sources, 409 when one of them or the destination was consolidated before, 422 when a source is the destination
 */
export const consolidateAccounts = operation((world: World, { accountId, sourceAccountIds }: ConsolidateInput, actor: Actor): Account => {
  const destination = needAccount(world, accountId);
  if (sourceAccountIds.length === 0) throw badRequest("meta.source_account_ids must be filled");
  const sources = [...new Set(sourceAccountIds)].map((id) => needAccount(world, id, "meta.source_account_ids is not found"));
  if (sources.includes(destination)) throw unprocessable("An account cannot be consolidated into itself", "/meta/source-account-ids");
  if (isArchived(world, destination)) throw conflict("Account was consolidated into another account");
  if (sources.some((source) => isArchived(world, source))) throw conflict("Source account was already consolidated");

  for (const source of sources) world.hidden.accounts.need(source.id).consolidatedInto = destination.id;
  world.timers.set(world.clock.now() + moveTakes, () => {
    for (const source of sources) move(world, source, destination);
  });
  recordUserAudit(world, { method: "POST", path: `/dashboard/accounts/${accountId}/consolidate`, postParams: { sourceAccountIds } }, actor);
  return destination;
});

function move(world: World, source: Account, destination: Account): void {
  const { reports, cases } = world.tables;
  for (const inquiry of inquiriesOf(world, source.id)) moveInquiryTo(world, inquiry, destination);
  for (const report of reports.candidates({ accountIds: [source.id] })) {
    if (report.relationships.account.data?.id === source.id) change(world, report, {}, { account: link(destination) });
  }
  for (const row of cases.newestFirst()) {
    const { data } = row.relationships.accounts;
    if (!data.some(({ id }) => id === source.id)) continue;
    const others = data.filter(({ id }) => id !== source.id && id !== destination.id);
    change(world, row, {}, { accounts: { data: [...others, link(destination).data] } });
  }
  change(world, source, {});
  emit(world, "account.consolidated", source);
  emit(world, "account.archived", source);
  change(world, destination, {});
  emit(world, "account.consolidated-with", destination);
}

/** The reference id of an inquiry is its account's, so it becomes that of the destination. */
function moveInquiryTo(world: World, inquiry: Inquiry, destination: Account): void {
  change(world, inquiry, { referenceId: destination.attributes.referenceId }, { account: link(destination) });
  for (const verification of verificationsOf(world, inquiry)) {
    change(world, verification, {}, { accounts: { data: [link(destination).data] } });
  }
}
