import { vi } from "vitest";
import { createAuditLog } from "@server/audit/audit-log";
import type { Database } from "@server/db/database";
import { createIssuedLinks } from "@server/links/issued-links";
import { createKeyedHash } from "@server/db/keyed-hash";
import type { PersonaCaller } from "@server/persona/caller";
import { createInquiryStates } from "@server/persona/inquiry-states";
import { matchOperation } from "@server/persona/match-operation";
import { createWebhookStore } from "@server/persona/webhook-store";
import { createPersonaWrites, type PersonaWrites, type WriteIntent } from "@server/persona/writes";
import { createPushStore } from "@server/push/push-store";
import type { TestDatabase } from "./databases";
import { createFakeDecisions } from "./fake-decisions";
import { createManualClock } from "./manual-clock";
import { silentPino } from "./silent-pino";

export const maya = { type: "person", id: "user_1", name: "Maya", emailAddress: "maya@hollisgrey.example", role: "reviewer" } as const;
export const noah = { ...maya, id: "user_2", name: "Noah" } as const;

type More = Partial<WriteIntent> & { readonly act?: string; readonly inquiryId?: string; readonly method?: string };

/** Maya approves inq_1, or whatever is named in place of that. */
export function intent(more: More = {}): WriteIntent {
  const { act = "/approve", inquiryId = "inq_1", method = "POST", ...rest } = more;
  const match = matchOperation(method, `/api/v1/inquiries/${inquiryId}${act}`);
  if (match === undefined) throw new Error(`${method} ${act} is no operation`);
  return { match, query: "", body: '{"meta":{"comment":"Fine"}}', actor: maya, key: "key-1", comment: "Fine", requestId: "dr_1", ...rest };
}

export const link = (more: More = {}) => intent({ act: "/generate-one-time-link", body: "{}", comment: null, ...more });

/** The way of a write on a database, with a Persona and a clock in the test's hands. */
export function startWriteDesk(db: TestDatabase) {
  const clock = createManualClock();
  const now = () => clock.now();
  const persona = createFakeDecisions(now);
  const pushes = createPushStore({ db, now });
  const audit = createAuditLog({ db, now, pushes });
  const links = createIssuedLinks({ db, now, pushes, hash: createKeyedHash("a key", "issued links") });
  const inquiryStates = createInquiryStates({ db, now });
  /** One instance of the server, with a clock of its own: one that is not moved has died. */
  const instance = (caller: Pick<PersonaCaller, "call"> = persona, { database = db as Database, at = clock } = {}): PersonaWrites =>
    createPersonaWrites({
      db: database,
      caller,
      audit: createAuditLog({ db: database, now, pushes }),
      pushes,
      links,
      inquiryStates: createInquiryStates({ db: database, now }),
      log: silentPino,
      clock: at,
    });
  const webhooks = createWebhookStore({ db, inquiryStates, pushes, links, now });
  let events = 0;
  const entries = async () => (await audit.list({}, { limit: 100 })).toReversed();
  const changes = async () => (await pushes.after(0, 100)).map(({ change }) => change);

  return {
    db,
    persona,
    clock,
    audit,
    links,
    inquiryStates,
    pushes,
    instance,
    /** Oldest first. */
    entries,
    outcomes: async () => (await entries()).map(({ outcome }) => outcome),
    rows: () => db.query<{ state: string; body: string | null }>("select state, body from persona_writes order by created_at, id"),
    /** What open screens were told of writes that came out otherwise than told before. */
    learnt: async () => (await changes()).filter(({ type }) => type === "write"),
    changes,
    linkCount: async (inquiryId = "inq_1") => (await links.list({ inquiryId }, { limit: 10 })).length,
    /** Persona tells of something that happened to an inquiry now. */
    webhook: (name: string, inquiryId = "inq_1") =>
      webhooks.store({
        eventId: `evt_${(events += 1)}`,
        name,
        object: { type: "inquiry", id: inquiryId },
        related: [],
        createdAt: now(),
        observation: undefined,
      }),
    /** Lets leases run out, and times come. */
    later: (ms = 5_001) => clock.advance(ms),
  };
}

export type WriteDesk = ReturnType<typeof startWriteDesk>;

/** Moves the clock until `work` is done. */
export async function ticking<T>(clock: { advance(ms: number): void }, work: Promise<T>): Promise<T> {
  let done = false;
  const settle = () => void (done = true);
  work.then(settle, settle);
  await vi.waitUntil(
    () => {
      clock.advance(100);
      return done;
    },
    { timeout: 20_000, interval: 2 },
  );
  return work;
}
