import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import type {
  BatchDetail,
  BatchRequest,
  Decision,
  DecisionRequest,
  RestorationRequest,
  SecondLookAnswerRequest,
  SecondLookList,
  SecondLookRequest,
} from "@/api/generated/desk/types.gen";
import type { SettingsValues } from "@/domain/default-settings";
import type { Role } from "@/domain/viewer";
import { createAuditLog } from "@server/audit/audit-log";
import { createPresentRoles } from "@server/auth/present-roles";
import { batchRoutes } from "@server/commands/batch-routes";
import { createBatchStore } from "@server/commands/batch-store";
import { type BatchVerb, createBatches } from "@server/commands/batches";
import { decisionRoutes } from "@server/commands/decision-routes";
import { createDecisionSettling } from "@server/commands/decision-settling";
import { createDecisionStore } from "@server/commands/decision-store";
import { createDecisions } from "@server/commands/decisions";
import { restorationRoutes } from "@server/commands/restoration-routes";
import { createRestorationStore } from "@server/commands/restoration-store";
import { createRestorations } from "@server/commands/restorations";
import { createSecondLookCommands } from "@server/commands/second-look-commands";
import { secondLookRoutes } from "@server/commands/second-look-routes";
import type { Database } from "@server/db/database";
import type { DeskEnv, SignedIn } from "@server/http/context";
import type { PersonaCaller } from "@server/persona/caller";
import { createPersonaWrites } from "@server/persona/writes";
import { createPostponements } from "@server/postponements/postponements";
import { createSecondLooks } from "@server/second-looks/second-look-store";
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
  const { persona, clock, pushes, links, inquiryStates } = base;
  persona.becomes("inq_1", { status: "needs_review" });
  persona.becomes("inq_2", { status: "expired" });
  const settings = createSettings({ db, now: () => clock.now(), audit: base.audit, pushes });

  /** Known as the one that they are in the test, unless the provider has said otherwise since. */
  const signedIn = ({ user: { id, name, emailAddress }, role }: SignedIn) =>
    db.query(
      `insert into people (id, issuer, subject, name, email_address, role, first_sign_in_at, last_sign_in_at)
       values ($1, 'https://identity.example', $1, $2, $3, $4, $5::timestamptz, $5::timestamptz) on conflict do nothing`,
      [id, name, emailAddress, role, new Date(clock.now()).toISOString()],
    );

  /** One instance of the server; one whose clock nobody moves, or whose Persona never answers, has died. */
  const instance = (caller: Pick<PersonaCaller, "call"> = persona, { at = clock, database = db as Database } = {}) => {
    const now = () => at.now();
    const audit = createAuditLog({ db: database, now, pushes });
    const writes = createPersonaWrites({
      db: database,
      caller,
      audit,
      pushes,
      links,
      inquiryStates,
      log: silentPino,
      clock: at,
      onSettled: createDecisionSettling(now),
    });
    const presentRoles = createPresentRoles({ db: database });
    const store = createDecisionStore({ db: database, now, audit, pushes });
    const decisions = createDecisions({
      store,
      caller,
      writes,
      inquiryStates,
      settings,
      presentRoles,
      audit,
      log: silentPino,
      clock: at,
    });
    const restorations = createRestorations({
      store: createRestorationStore({ db: database, now, audit }),
      caller,
      writes,
      presentRoles,
      audit,
      log: silentPino,
      clock: at,
    });
    const batches = createBatches({
      store: createBatchStore({ db: database, now, audit, pushes }),
      decisions,
      postponements: createPostponements({ db: database, now, audit, pushes }),
      presentRoles,
      inquiryStates,
      settings,
      audit,
      log: silentPino,
      clock: at,
    });
    const routes = new Hono<DeskEnv>();
    routes.route("/", batchRoutes({ batches, audit, environment: "sandbox" }));
    const looks = createSecondLooks({ db: database, now, audit, pushes });
    const service = createSecondLookCommands({ looks, decisionStore: store, decisions, inquiryStates, settings, now });
    routes.route("/", secondLookRoutes({ service, looks, audit }));
    routes.route("/", decisionRoutes({ decisions, audit, environment: "sandbox" }));
    routes.route("/", restorationRoutes({ restorations, audit, environment: "sandbox" }));
    const as = (who = maya) => deskClient(routes, who);
    const round = async () => {
      await Promise.all([decisions.round(), restorations.round()]);
      await Promise.all([decisions.idle(), restorations.idle()]);
    };
    return {
      batches,
      /** Means something for many; approves inquiries in review unless it is told otherwise. */
      batch: async (more: Partial<BatchRequest>, { who = maya, key = randomUUID() as string } = {}) => {
        await signedIn(who);
        return as(who)(
          "POST",
          "/desk/v1/batches",
          { action: "approve", reasonIds: [], comment: null, items: [], ...more },
          { "idempotency-key": key, "desk-person": who.user.id },
        );
      },
      does: (verb: BatchVerb, id: string, who = maya) =>
        as(who)("POST", `/desk/v1/batches/${id}/${verb}`, undefined, { "desk-person": who.user.id }),
      detail: async (id: string, who = maya) => (await as(who)("GET", `/desk/v1/batches/${id}`)).body as BatchDetail,
      /** Carries out what is due of batches, and waits for it. */
      batchRound: async () => {
        await batches.round();
        await batches.idle();
      },
      decisions,
      writes,
      as,
      /** Decides; approves inq_1 unless it is told otherwise. */
      decide: async (more: Partial<DecisionRequest> = {}, { who = maya, key = randomUUID() as string } = {}) => {
        await signedIn(who);
        return as(who)(
          "POST",
          "/desk/v1/decisions",
          { inquiryId: "inq_1", action: "approve", reasonIds: [], comment: null, seen, ...more },
          { "idempotency-key": key, "desk-person": who.user.id },
        );
      },
      /** Asks for a link to inq_2, which has expired, unless it is told otherwise. */
      restore: async (more: Partial<RestorationRequest> = {}, { who = sam, key = randomUUID() as string } = {}) => {
        await signedIn(who);
        return as(who)(
          "POST",
          "/desk/v1/restorations",
          { inquiryId: "inq_2", seen: { status: "expired", redactedAt: null }, kind: "link", ...more },
          { "idempotency-key": key, "desk-person": who.user.id },
        );
      },
      /** Asks for a second look at inq_1, which the person would approve, unless it is told otherwise. */
      ask: async (more: Partial<SecondLookRequest> = {}, { who = maya } = {}) => {
        await signedIn(who);
        return as(who)(
          "POST",
          "/desk/v1/second-looks",
          { inquiryId: "inq_1", action: "approve", reasonIds: [], comment: null, note: null, ...more },
          { "desk-person": who.user.id },
        );
      },
      answer: async (id: string, more: Partial<SecondLookAnswerRequest> = {}, { who = lena } = {}) => {
        await signedIn(who);
        return as(who)(
          "POST",
          `/desk/v1/second-looks/${id}/answer`,
          { action: "approve", reasonIds: [], comment: null, seen, ...more },
          { "desk-person": who.user.id },
        );
      },
      looksOf: async (inquiryId: string, who = maya) =>
        ((await as(who)("GET", `/desk/v1/second-looks?filter[inquiry-id]=${inquiryId}`)).body as SecondLookList).data,
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
    /** The identity provider says that somebody is this now; null: nothing any more. */
    becomes: ({ user: { id } }: SignedIn, role: Role | null) => db.query("update people set role = $2 where id = $1", [id, role]),
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
    /** What has become of a decision on an inquiry: what Persona did, how it stands, and the entries that end it. */
    ending: async (inquiryId: string) => {
      const [row] = await db.query<{ state: string; open: boolean }>(
        "select state, is_open as open from decisions where inquiry_id = $1 order by sequence desc limit 1",
        [inquiryId],
      );
      const entries = (await base.audit.list({ subjectId: inquiryId }, { limit: 100 })).toReversed();
      const finals = entries.filter(({ action, outcome }) => action !== "hold-decision" && (outcome === "done" || outcome === "refused"));
      const acts = persona.acts.filter((act) => act.includes(`/${inquiryId}/`)).length;
      return { acts, ...row, finals: finals.map(({ action, outcome }) => `${action} ${outcome}`) };
    },
    states: async () => (await db.query<{ state: string }>("select state from decisions order by sequence")).map(({ state }) => state),
    /** The states that open screens were told of, in order. */
    told: async () => (await base.changes()).filter(({ type }) => type === "decision").map(({ name }) => name),
    /** The audit log without openings, oldest first. */
    log: async () => (await base.entries()).map(({ action, outcome }) => `${action} ${outcome}`),
  };
}

/** Everything the database has of commands and what follows from them, as text: no secret may be in it. */
export async function allText(db: TestDatabase): Promise<string> {
  const tables = [
    "decisions",
    "restorations",
    "persona_writes",
    "audit_entries",
    "audit_texts",
    "issued_links",
    "pushes",
    "inquiry_states",
  ];
  const rows = await Promise.all(tables.map((table) => db.query(`select t::text from ${table} t`)));
  return JSON.stringify(rows);
}

export const idOf = ({ body }: { readonly body: unknown }): string => (body as Decision).id;
