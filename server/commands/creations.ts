import type { AuditActor, AuditWriter } from "../audit/audit-entry";
import type { AuditLog } from "../audit/audit-log";
import { requireAudit } from "../audit/require-audit";
import type { DuplicateInquiry } from "@/api/generated/desk/types.gen";
import { type Duplicate, duplicateRefusal, duplicatesOf } from "@/domain/duplicate-guard";
import { safeUrl } from "@/lib/safe-url";
import type { Database } from "../db/database";
import type { KeyedHash } from "../db/keyed-hash";
import { conflict, DeskError } from "../http/desk-error";
import { CallFailure } from "../persona/call-failure";
import type { PersonaCaller } from "../persona/caller";
import { type Clock, systemClock } from "../persona/clock";
import { matchOperation } from "../persona/match-operation";
import { jsonOf } from "../persona/persona-answer";
import { readDocument, readInquiry } from "../persona/resources/read-document";
import { Withdrawn } from "../persona/write-sending";
import { intentOf, type PersonaWrites } from "../persona/writes";
import { valuesOf } from "../settings/setting-values-of";
import type { Settings } from "../settings/settings";
import { creationFaults } from "@/domain/creation-details";
import { creationBody, creationDetails, type CreationExtras, expectedCreation, isPersonal } from "./creation-body";
import { type CreationPlace, hasAccount, isVersionOf, type KnownInquiry, readInquiriesAt, readTemplate } from "./creation-reads";
import { createCreationTurns } from "./creation-turns";
import { unreadable } from "./persona-refusal";

export type CreationsDeps = {
  readonly db: Database;
  readonly caller: Pick<PersonaCaller, "call">;
  readonly writes: Pick<PersonaWrites, "perform" | "mayBeSent">;
  readonly settings: Pick<Settings, "all">;
  readonly audit: Pick<AuditLog, "canAppend"> & Pick<AuditWriter, "append">;
  /** By what somebody without an account is known again in the ledger. */
  readonly hash: KeyedHash;
  /** By what a request that holds personal values is known again: they are written down nowhere. */
  readonly bodyHash: KeyedHash;
  readonly clock?: Clock;
};

/** Somebody wants a new inquiry for a person. */
export type CreationIntent = CreationPlace &
  CreationExtras & {
    /** The inquiries on the template that they were shown. */
    readonly seen: readonly { readonly inquiryId: string; readonly status: string }[];
    /** Why one is created all the same; null where nobody said. */
    readonly reason: string | null;
    readonly by: AuditActor;
    readonly key: string;
    readonly requestId: string;
  };

/** The inquiry, and the way in for the one who asked. A secret: it is kept nowhere. */
export type CreatedInquiry = {
  readonly inquiryId: string;
  readonly status: string;
  readonly expiresAt: string | null;
  readonly oneTimeLink: string | null;
  readonly oneTimeLinkShort: string | null;
  readonly sessionToken: string | null;
};

export type Creations = ReturnType<typeof createCreations>;

/** New inquiries for persons who may have one already: looked at by the duplicate policy, and of those who ask at once one is created. */
export function createCreations({ db, caller, writes, settings, audit, hash, bodyHash, clock = systemClock }: CreationsDeps) {
  const turns = createCreationTurns({ db, now: () => clock.now() });
  /** The account, or in its place what gives a reference ID away to nobody: it may be somebody's e-mail address. */
  const accountOf = ({ owner }: CreationPlace) =>
    "accountId" in owner ? owner.accountId : `none:${hash(owner.referenceId.toLowerCase())}`;

  /** @throws DeskError 409 with the inquiries that are in the way, where another one may not be created */
  async function look(intent: CreationIntent): Promise<void> {
    const { owner, inquiryTemplateId, inquiryTemplateVersionId } = intent;
    const [inquiries, template, { duplicatePolicy }, isTaken, isVersion] = await Promise.all([
      readInquiriesAt(caller, intent, intent.by.id),
      readTemplate(caller, inquiryTemplateId, intent.by.id),
      settings.all().then(valuesOf),
      "referenceId" in owner && hasAccount(caller, owner.referenceId, intent.by.id),
      inquiryTemplateVersionId === undefined || isVersionOf(caller, { inquiryTemplateId, inquiryTemplateVersionId }, intent.by.id),
    ]);
    const duplicates = duplicatesOf(inquiries, { policy: duplicatePolicy, template, now: clock.now() });
    const why = isTaken
      ? "An account has this reference ID by now: look at that person."
      : seenOtherwise(intent.seen, inquiries)
        ? "This person's inquiries on this template are not what you saw any more."
        : (duplicateRefusal(duplicates, intent.reason ?? "") ?? (isInactive(template) ? "This template is not active." : undefined));
    if (why === undefined && !isVersion) throw unusable("/inquiryTemplateVersionId", "This is no published version of the template.");
    if (why === undefined) return;
    await audit.append({
      action: "create-an-inquiry",
      outcome: "refused",
      actor: intent.by,
      subject: { type: "account", id: "accountId" in owner ? owner.accountId : "none" },
      reason: why,
      comment: intent.reason,
      details: { template: intent.inquiryTemplateId },
      requestId: intent.requestId,
    });
    throw conflict(`${why} Nothing was sent.`, { duplicates: duplicates.map(told) });
  }

  /** @returns undefined while somebody else has just created one, so that it has to be looked again */
  async function send(intent: CreationIntent, mayLeave: Parameters<PersonaWrites["perform"]>[0]["mayLeave"]): Promise<CreatedInquiry> {
    const match = matchOperation("POST", "/api/v1/inquiries");
    // the operation is in the contract
    if (match === undefined) throw new Error("No operation creates inquiries");
    const { inquiryTemplateId, by, reason, requestId } = intent;
    const answer = await writes.perform({
      match,
      query: "",
      body: creationBody(intent),
      ...(isPersonal(intent) && { bodyHash }),
      actor: by,
      key: keyOf(intent),
      comment: reason,
      details: { account: accountOf(intent), template: inquiryTemplateId, ...creationDetails(intent) },
      ...(mayLeave !== undefined && { mayLeave }),
      requestId,
    });
    const document = readDocument(jsonOf(expectedCreation(answer))).value;
    const inquiry = readInquiry(document?.data[0]).value;
    const status = inquiry?.attributes.status;
    if (inquiry === undefined || status === undefined) throw unreadable();
    // what goes into a clipboard and then to a user must be an address of the web
    const address = (link: string | null | undefined) => (link != null && safeUrl(link) !== undefined ? link : null);
    return {
      inquiryId: inquiry.id,
      status,
      expiresAt: inquiry.attributes.expiresAt ?? null,
      oneTimeLink: address(document?.meta?.oneTimeLink),
      oneTimeLinkShort: address(document?.meta?.oneTimeLinkShort),
      sessionToken: document?.meta?.sessionToken ?? null,
    };
  }

  async function create(intent: CreationIntent): Promise<CreatedInquiry> {
    const [fault] = creationFaults(intent);
    if (fault !== undefined) throw unusable(fault.pointer, fault.sentence);
    await requireAudit(audit, "Nothing was sent.");
    const { by } = intent;
    const wasSent = () => writes.mayBeSent(by, keyOf(intent));
    // what may have left is not looked at again: it would find itself
    if (await wasSent()) {
      if (await turns.isTooLate(intentOf(by, keyOf(intent)))) throw conflict(tooLate);
      return send(intent, undefined);
    }
    const turn = await turns.ask(accountOf(intent), intent.inquiryTemplateId);
    try {
      await look(intent);
    } catch (error) {
      if (await wasSent()) return send(intent, undefined);
      throw error;
    }
    try {
      return await send(intent, turn.isFree);
    } catch (error) {
      if (!(error instanceof Withdrawn)) throw error;
      const other = turn.taken();
      if (other === undefined) throw new CallFailure("timeout", undefined, { isRead: true });
      throw conflict(
        `${other.id === by.id ? "You have" : `${other.name} has`} just begun to create one for this person on this template. Nothing was sent.`,
      );
    }
  }

  return {
    /**
     * Creates one inquiry, with a one-time link or a session token. The same key of the same caller has the same outcome.
     * @throws DeskError 404 for a template that there is not; 409 with the inquiries in the way, or while another one is created; 422 for a value
     * that can't be taken; 502, 503 and 504 when it does not answer, or can't be audited
     */
    create,
  };
}

const tooLate =
  "It was sent more than ten minutes ago, and nobody heard what became of it. Look at what this person has by now. Nothing was sent again.";

const unusable = (pointer: string, sentence: string) =>
  new DeskError(422, "Unprocessable Entity", `${sentence} Nothing was sent.`, { pointer, headers: { "Desk-Sent": "no" } });

const keyOf = ({ key }: CreationIntent) => `create/${key}`;

const isInactive = (template: { readonly status: unknown } | undefined) => template !== undefined && template.status !== "active";

function seenOtherwise(seen: CreationIntent["seen"], inquiries: readonly KnownInquiry[]): boolean {
  const shown = new Map(seen.map(({ inquiryId, status }) => [inquiryId, status]));
  return shown.size !== inquiries.length || inquiries.some(({ id, status }) => shown.get(id) !== status);
}

const told = ({ inquiry, situation, advice, override }: Duplicate<KnownInquiry>): DuplicateInquiry => ({
  inquiryId: inquiry.id,
  status: inquiry.status,
  situation,
  advice,
  override,
});
