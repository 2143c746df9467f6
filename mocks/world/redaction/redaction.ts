import type { Account, Inquiry } from "@/api/generated/persona/types.gen";
import { redactedAccountFields } from "../account/account-fields";
import { needAccount } from "../account/account-lookup";
import { changeReferenceId } from "../account/accounts";
import type { Actor } from "../core/actor";
import { recordUserAudit } from "../user/audit";
import { change } from "../core/change";
import { emit } from "../core/events";
import { redactedFields } from "../inquiry/fields";
import { inquiriesOf, templateOf, verificationsOf } from "../inquiry/inquiry-lookup";
import { isRedacted, needInquiry } from "../inquiry/inquiry-status";
import { operation } from "../core/operation";
import { redactChildren } from "./redaction-children";
import { conflict } from "../core/refusal";
import { iso, second } from "../core/time";
import type { World } from "../core/world";

/** How long the asynchronous part takes. */
const childrenTake = 10 * second;

/**
 * Removes the personal data of an inquiry for good: its own at once, that of its children some seconds later, then `inquiry.redacted`
 * (spec: DELETE /inquiries/{inquiry-id}). Status and timestamps stay.
 * @throws Refusal 404, 409 "Inquiry already redacted", 409 while one of its verifications is under investigation lock
 */
export const redactInquiry = operation((world: World, { inquiryId }: { inquiryId: string }, actor: Actor): Inquiry => {
  const inquiry = needInquiry(world, inquiryId);
  if (isRedacted(inquiry)) throw conflict("Inquiry already redacted");
  refuseLocked(world, inquiry);
  startInquiryRedaction(world, inquiry, () => undefined);
  recordUserAudit(world, { method: "DELETE", path: `/dashboard/inquiries/${inquiryId}`, inquiryId }, actor);
  return inquiry;
});

/**
 * Removes the personal data of an account, then of all its inquiries and reports, then fires `account.redacted`. The account goes on to
 * exist and may be filled again (spec: DELETE /accounts/{account-id}; API changelog).
 * @throws Refusal 404, 409 when nothing was added since it was last redacted, 409 while one of its verifications is under investigation lock
 */
export const redactAccount = operation((world: World, { accountId }: { accountId: string }, actor: Actor): Account => {
  const account = needAccount(world, accountId);
  if (account.attributes.redactedAt === account.attributes.updatedAt) throw conflict("Account already redacted");
  const inquiries = inquiriesOf(world, accountId);
  for (const inquiry of inquiries) refuseLocked(world, inquiry);

  changeReferenceId(world, account, null);
  change(world, account, { redactedAt: iso(world.clock.now()), tags: [], fields: redactedAccountFields(account.attributes.fields) });
  world.hidden.accounts.need(accountId).redacting = true;
  finishAccountWhenDone(world, account, inquiries);
  recordUserAudit(world, { method: "DELETE", path: `/dashboard/accounts/${accountId}` }, actor);
  return account;
});

function finishAccountWhenDone(world: World, account: Account, inquiries: Inquiry[]): void {
  let waiting = 1;
  const done = () => {
    waiting -= 1;
    if (waiting > 0) return;
    world.hidden.accounts.need(account.id).redacting = false;
    emit(world, "account.redacted", account);
  };
  for (const inquiry of inquiries) {
    if (world.hidden.inquiries.get(inquiry.id)?.redacting !== true && isRedacted(inquiry)) continue;
    waiting += 1;
    if (isRedacted(inquiry)) world.timers.set(world.clock.now() + childrenTake, done);
    else startInquiryRedaction(world, inquiry, done);
  }
  // Reports of the account itself, and the end for an account without inquiries.
  world.timers.set(world.clock.now() + childrenTake, () => {
    redactChildren(world, { accountId: account.id });
    done();
  });
}

function startInquiryRedaction(world: World, inquiry: Inquiry, onDone: () => void): void {
  const hidden = world.hidden.inquiries.need(inquiry.id);
  hidden.redacting = true;
  change(world, inquiry, {
    redactedAt: iso(world.clock.now()),
    note: null,
    tags: [],
    fields: redactedFields(inquiry.attributes.fields, templateOf(world, inquiry)),
  });
  world.timers.set(world.clock.now() + childrenTake, () => {
    redactChildren(world, { inquiry });
    hidden.redacting = false;
    emit(world, "inquiry.redacted", inquiry);
    onDone();
  });
}

function refuseLocked(world: World, inquiry: Inquiry): void {
  const locked = verificationsOf(world, inquiry).some(({ id }) => world.hidden.verifications.get(id)?.locked === true);
  if (locked) throw conflict("Verification is under investigation lock");
}
