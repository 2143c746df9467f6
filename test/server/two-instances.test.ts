import { expect, it } from "vitest";
import type { Claim } from "@/api/generated/desk/types.gen";
import type { Database } from "@server/db/database";
import { openPostgres } from "@server/db/postgres";
import { createAuditLog } from "@server/audit/audit-log";
import { verifyAudit } from "@server/audit/audit-verify";
import { createClaims } from "@server/claims/claims";
import { createPushStore } from "@server/push/push-store";
import { createSettings } from "@server/settings/settings";
import { person, recordedPushes } from "@test/server/support/desk-client";
import { describeOnDatabase, type TestDatabase } from "@test/server/support/databases";
import { silentLog } from "@test/server/support/silent-log";

const now = () => Date.parse("2026-03-02T09:00:00.000Z");

/** The desk's parts as one instance has them, real pushes included. */
function instance(db: Database) {
  const pushes = createPushStore({ db, now });
  const audit = createAuditLog({ db, now, pushes });
  return { audit, claims: createClaims({ db, now, audit, pushes }), pushes, settings: createSettings({ db, now, audit, pushes }) };
}

/** Runs `work` with two instances on one database. */
async function withTwo(db: TestDatabase, work: (here: ReturnType<typeof instance>, there: ReturnType<typeof instance>) => Promise<void>) {
  const other = await openPostgres(db.url ?? "", silentLog);
  try {
    await work(instance(db), instance(other));
  } finally {
    await other.close();
  }
}

const many = <T>(count: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));
const actor = { type: "system", id: "system", name: "System" } as const;
const entry = { action: "call", outcome: "done", actor, subject: null } as const;

describeOnDatabase("postgres", "two instances on one database", (fresh) => {
  it("write one chain, 200 entries at once", async () => {
    const db = await fresh();
    const other = await openPostgres(db.url ?? "", silentLog);
    try {
      // without the pushes' own lock, so that the chain has to hold by itself
      const here = createAuditLog({ db, now, pushes: recordedPushes() });
      const there = createAuditLog({ db: other, now, pushes: recordedPushes() });
      await many(200, (index) => (index % 2 ? here : there).append({ ...entry, intent: `key-${index % 150}` }));
      expect(await here.head()).toEqual(await there.head());
      expect(await verifyAudit(db)).toMatchObject({ whole: true, head: { position: 150 } });
    } finally {
      await other.close();
    }
  });

  it("tell each other of what one wrote", async () => {
    const db = await fresh();
    await withTwo(db, async (here, there) => {
      const written = await here.audit.record(entry);
      expect(await there.pushes.after(0, 10)).toMatchObject([
        { change: { type: "audit-entry", id: written?.id }, roles: ["lead", "auditor", "admin"] },
      ]);
    });
  });

  it("give an inquiry to one of many", async () => {
    const db = await fresh();
    await withTwo(db, async (here, there) => {
      const claim = (index: number, takeOver = false) =>
        (index % 2 ? here : there).claims.put("inq_1", person(`p${index}`, "reviewer"), { takeOver, requestId: "dr_test" });
      const answers = await many(20, (index) => claim(index));
      const winner = answers.find(({ held }) => held)?.claim as Claim;
      expect(answers.filter(({ held }) => held)).toHaveLength(1);
      expect(new Set(answers.map(({ claim: { user } }) => user.id))).toEqual(new Set([winner.user.id]));
      await many(20, (index) => claim(index, true));
      // twenty takeovers, but the holder's own, if it came while nobody else had taken it
      const { position } = await here.audit.head();
      expect(position).toBeGreaterThanOrEqual(19);
      expect(position).toBeLessThanOrEqual(20);
      expect(await verifyAudit(db)).toMatchObject({ whole: true });
    });
  });

  it("do not wait for each other crosswise, whatever they write in a transaction", async () => {
    const db = await fresh();
    await withTwo(db, async (here, there) => {
      // the three orders there are: publish and append, append and publish, a setting (both, behind a row of its own)
      const change = { change: { type: "link", id: "lnk_1", related: [] } };
      const settings = many(10, async (version) => {
        const by = person("lena", "lead").user;
        const value = { reviewHours: 1, warnHours: version % 2 };
        await here.settings.change({ key: "sla", value, version, note: null, by, actor, requestId: "dr_test" }).catch(() => undefined);
      });
      await Promise.all([
        settings,
        many(20, () =>
          db.transaction(async (transaction) => {
            await here.pushes.publish(change, transaction);
            await here.audit.append(entry, transaction);
          }),
        ),
        many(20, () => there.audit.append(entry)),
        many(20, () =>
          db.transaction(async (transaction) => {
            await here.audit.append(entry, transaction);
            await here.pushes.publish(change, transaction);
          }),
        ),
      ]);
      expect(await verifyAudit(db)).toMatchObject({ whole: true });
      expect((await here.audit.head()).position).toBeGreaterThanOrEqual(61);
    });
  });
});
