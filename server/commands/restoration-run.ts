import { capability } from "@/domain/capability";
import { type Difference, differencesBetween } from "@/domain/inquiry-seen";
import { safeUrl } from "@/lib/safe-url";
import type { PresentRoles } from "../auth/present-roles";
import { timestamp } from "../db/sql-time";
import { conflict, type DeskError } from "../http/desk-error";
import type { PersonaCaller } from "../persona/caller";
import type { Clock } from "../persona/clock";
import { matchOperation } from "../persona/match-operation";
import { jsonOf } from "../persona/persona-answer";
import { readDocument, readInquiry } from "../persona/resources/read-document";
import type { PersonaDocument } from "../persona/resources/schemas";
import { withLease } from "../persona/with-lease";
import type { PersonaWrites } from "../persona/writes";
import { dropsToken } from "../persona/write-outcome";
import { afterResuming, expected, isRefusal, unreadable } from "./persona-refusal";
import { readPicture } from "./picture";
import type { RestorationRow, RestorationStore } from "./restoration-store";

/** The way in, for the one who asked. A secret: it is kept nowhere. */
export type WayIn = {
  readonly resumed: boolean;
  readonly status: string;
  readonly updatedAt: string | null;
  readonly expiresAt: string | null;
  readonly oneTimeLink: string | null;
  readonly oneTimeLinkShort: string | null;
  readonly linkExpiresAt: string | null;
  readonly sessionToken: string | null;
};

type RestorationRunDeps = {
  readonly store: RestorationStore;
  readonly caller: Pick<PersonaCaller, "call">;
  readonly writes: Pick<PersonaWrites, "perform">;
  readonly presentRoles: Pick<PresentRoles, "of">;
  readonly clock: Clock;
};

/**
 * For two minutes and more: what is given up may have been done, and then the ledger lacks the way in that only Persona's answer tells of. Never
 * later than a few seconds after, so that whoever asks again needn't wait.
 */
const mostTries = 40;
const againMs = 3_000;

/** Another instance holds the restoration by now. */
export class NoLongerMine extends Error {
  override readonly name = "NoLongerMine";
}

/**
 * Carries a restoration out, from the step it is at: compares, resumes where it had expired, makes the way in. The ledger of writes sees to
 * it that each step happens once, however often it is carried on; and gives Persona's answer again to the one who asks again.
 */
export function createRestorationRun({ store, caller, writes, presentRoles, clock }: RestorationRunDeps) {
  async function stepped(row: RestorationRow, holder: string, step: Parameters<RestorationStore["step"]>[2]): Promise<RestorationRow> {
    const next = await store.step(row.id, holder, step);
    if (next === undefined) throw new NoLongerMine();
    return next;
  }

  /**
   * @returns the row at the step that comes now, and the inquiry's status
   * @throws DeskError 409 with the reason, or with what is not as it was seen
   */
  async function check(row: RestorationRow, holder: string): Promise<{ row: RestorationRow; status: string }> {
    const { seen: now, sessions } = await readPicture(caller, row.inquiryId, row.by.id, "");
    const difference = row.seen === null ? [] : differencesBetween({ ...now, ...row.seen }, now);
    if (difference.length > 0) {
      throw await refusal(row, holder, "stopped", now.status, "It is not what you saw any more. Nothing was sent.", difference);
    }
    // it may be carried on long after it was asked for
    const role = row.by.type === "person" ? await presentRoles.of(row.by.id) : "support";
    if (role === null) throw await refusal(row, holder, "refused", now.status, `${row.by.name} may not restore access any more.`);
    const action = row.kind === "sdk-token" ? "resume" : "restoreAccess";
    const allowed = capability(action, { ...now, links: { sessions } }, { role, permissions: ["inquiry.write"] });
    if (!allowed.allowed) throw await refusal(row, holder, "refused", now.status, allowed.reason);
    const resumed = now.status === "expired";
    const state = resumed || row.kind === "sdk-token" ? "resuming" : "linking";
    return { row: await stepped(row, holder, { state, resumed }), status: now.status };
  }

  async function refusal(
    row: RestorationRow,
    holder: string,
    state: "refused" | "stopped",
    statusBefore: string,
    reason: string,
    difference?: readonly Difference[],
  ): Promise<DeskError> {
    const isOver = await store.end(row.id, holder, state, {
      action: row.kind === "sdk-token" ? "resume-an-inquiry" : "generate-a-one-time-link",
      outcome: "refused",
      actor: row.by,
      subject: { type: "inquiry", id: row.inquiryId },
      statusBefore,
      reason,
      requestId: row.requestId,
    });
    if (!isOver) throw new NoLongerMine();
    return conflict(reason, difference && { difference });
  }

  /** A step at Persona. Each is a write of its own there, with a key of its own. */
  async function perform(row: RestorationRow, step: "resume" | "generate-one-time-link", statusBefore?: string): Promise<PersonaDocument> {
    const match = matchOperation("POST", `/api/v1/inquiries/${row.inquiryId}/${step}`);
    // the ID was checked where the request was read, and both steps are in the contract
    if (match === undefined) throw new Error(`No operation for ${step}`);
    const meta = row.expiresInSeconds === null ? {} : { expiresInSeconds: row.expiresInSeconds };
    const answer = await writes.perform({
      match,
      query: "",
      body: step === "resume" ? undefined : JSON.stringify({ meta }),
      actor: row.by,
      key: `restoration/${row.id}/${step}`,
      comment: null,
      details: { restoration: row.id, ...(row.kind === "link" && dropsToken) },
      ...(statusBefore !== undefined && { statusBefore }),
      requestId: row.requestId,
    });
    const { value } = readDocument(jsonOf(expected(answer)));
    // what opens another person's inquiry must reach nobody
    if (value?.data[0]?.id !== row.inquiryId) throw unreadable();
    return value;
  }

  /** The last step, which brings the way in; asked for again, the same. @param statusBefore where it was just read */
  async function lastStep(row: RestorationRow, statusBefore?: string): Promise<WayIn> {
    const document = await perform(row, row.kind === "sdk-token" ? "resume" : "generate-one-time-link", statusBefore);
    const { status, updatedAt, expiresAt } = readInquiry(document.data[0]).value?.attributes ?? {};
    const { sessionToken = null, oneTimeLink = null, oneTimeLinkShort = null } = document.meta ?? {};
    if (status === undefined) throw unreadable();
    const shared = { resumed: row.resumed, status, updatedAt: updatedAt ?? null, expiresAt: expiresAt ?? null };
    if (row.kind === "sdk-token") {
      if (sessionToken === null) throw unreadable();
      return { ...shared, oneTimeLink: null, oneTimeLinkShort: null, linkExpiresAt: null, sessionToken };
    }
    // what goes into a clipboard and then to a user must be an address of the web
    if (oneTimeLink === null || safeUrl(oneTimeLink) === undefined) throw unreadable();
    const short = oneTimeLinkShort !== null && safeUrl(oneTimeLinkShort) !== undefined ? oneTimeLinkShort : null;
    const linkExpiresAt = row.expiresInSeconds === null ? null : timestamp(row.createdAt + row.expiresInSeconds * 1_000);
    return { ...shared, oneTimeLink, oneTimeLinkShort: short, linkExpiresAt, sessionToken: null };
  }

  async function steps(begun: RestorationRow, holder: string): Promise<WayIn> {
    let { row, status }: { row: RestorationRow; status?: string | undefined } =
      begun.state === "checking" ? await check(begun, holder) : { row: begun };
    if (row.state === "resuming" && row.kind === "link") {
      const { data } = await perform(row, "resume", status);
      status = readInquiry(data[0]).value?.attributes.status;
      row = await stepped(row, holder, { state: "linking" });
    }
    const wasResumed = row.resumed && row.kind === "link";
    const wayIn = await lastStep(row, status).catch((error: unknown) => {
      throw wasResumed ? afterResuming(error) : error;
    });
    await store.end(row.id, holder, "done");
    return wayIn;
  }

  /** Leaves the row so that the same key, another instance or another intent can go on. */
  async function leave(row: RestorationRow, holder: string, error: unknown): Promise<void> {
    if (error instanceof NoLongerMine) return;
    // as long as it is only looked at, nothing was sent
    await store.forget(row.id, holder);
    if (isRefusal(error)) await store.end(row.id, holder, "refused");
    else if (row.tries + 1 >= mostTries) await store.end(row.id, holder, "unknown");
    else await store.release(row.id, holder, againMs);
  }

  return {
    lastStep,
    async run(row: RestorationRow, holder: string): Promise<WayIn> {
      const lease = { clock, leaseMs: store.leaseMs, renew: () => store.renew(row.id, holder) };
      try {
        return await withLease(lease, () => steps(row, holder));
      } catch (error) {
        await leave(row, holder, error);
        throw error;
      }
    },
  };
}
