import { randomUUID } from "node:crypto";
import type { Decision, DecisionRequest } from "@/api/generated/desk/types.gen";
import type { SettingsValues } from "@/domain/default-settings";
import { createAuditLog } from "@server/audit/audit-log";
import { decisionRoutes } from "@server/commands/decision-routes";
import { createDecisionSettling } from "@server/commands/decision-settling";
import { createDecisionStore } from "@server/commands/decision-store";
import { createDecisions } from "@server/commands/decisions";
import type { PersonaCaller } from "@server/persona/caller";
import { createPersonaWrites } from "@server/persona/writes";
import { createSettings } from "@server/settings/settings";
import type { TestDatabase } from "./databases";
import { deskClient, person } from "./desk-client";
import { silentPino } from "./silent-pino";
import { startWriteDesk } from "./write-desk";

export const maya = person("maya", "reviewer");
export const noah = person("noah", "reviewer");
export const lena = person("lena", "lead");
export const sam = person("sam", "support");

/** As the fake Persona has an inquiry at first. */
export const seen = {
  status: "needs_review",
  updatedAt: "2026-03-02T09:00:00.000Z",
  redactedAt: null,
  reviewerId: null,
  verifications: [],
  reports: [],
};

/** Decisions on a database, with a Persona and a clock in the test's hands. */
export function startCommandDesk(db: TestDatabase) {
  const base = startWriteDesk(db);
  const { persona, clock, pushes, links, inquiryStates, audit } = base;
  const now = () => clock.now();
  persona.becomes("inq_1", { status: "needs_review" });
  const settings = createSettings({ db, now, audit, pushes });

  /** One instance of the server; one whose clock nobody moves, or whose Persona never answers, has died. */
  const instance = (caller: Pick<PersonaCaller, "call"> = persona, { at = clock } = {}) => {
    const writes = createPersonaWrites({
      db,
      caller,
      audit: createAuditLog({ db, now, pushes }),
      pushes,
      links,
      inquiryStates,
      log: silentPino,
      clock: at,
      onSettled: createDecisionSettling(now),
    });
    const store = createDecisionStore({ db, now, audit, pushes });
    const decisions = createDecisions({ store, caller, writes, inquiryStates, settings, audit, log: silentPino, clock: at });
    const as = (who = maya) => deskClient(decisionRoutes({ decisions, audit, environment: "sandbox" }), who);
    const round = async () => {
      await decisions.round();
      await decisions.idle();
    };
    return {
      decisions,
      writes,
      as,
      /** Decides; approves inq_1 unless it is told otherwise. */
      decide: (more: Partial<DecisionRequest> = {}, { who = maya, key = randomUUID() as string } = {}) =>
        as(who)(
          "POST",
          "/desk/v1/decisions",
          { inquiryId: "inq_1", action: "approve", reasonIds: [], comment: null, seen, ...more },
          { "idempotency-key": key, "desk-person": who.user.id },
        ),
      takeBack: (id: string, who = maya) => as(who)("DELETE", `/desk/v1/decisions/${id}`, undefined, { "desk-person": who.user.id }),
      pause: (id: string, paused: boolean, who = maya) =>
        as(who)("PATCH", `/desk/v1/decisions/${id}`, { paused }, { "desk-person": who.user.id }),
      list: async (query = "", who = maya) => ((await as(who)("GET", `/desk/v1/decisions${query}`)).body as { data: Decision[] }).data,
      /** What is due now is carried out. */
      round,
      /** The hold is over, and what is due is carried out. */
      afterHold: (ms = 5_000) => {
        clock.advance(ms);
        return round();
      },
    };
  };

  return {
    ...base,
    instance,
    set: (key: keyof SettingsValues, value: unknown) =>
      settings.change({
        key,
        value,
        version: 0,
        note: null,
        by: lena.user,
        actor: { type: "person", id: lena.user.id, name: lena.user.name },
        requestId: "dr_1",
      }),
    states: async () => (await db.query<{ state: string }>("select state from decisions order by sequence")).map(({ state }) => state),
    /** The states that open screens were told of, in order. */
    told: async () => (await base.changes()).filter(({ type }) => type === "decision").map(({ name }) => name),
    /** The audit log without openings, oldest first. */
    log: async () => (await base.entries()).map(({ action, outcome }) => `${action} ${outcome}`),
  };
}

export const idOf = ({ body }: { readonly body: unknown }): string => (body as Decision).id;
