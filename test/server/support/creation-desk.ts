import { randomUUID } from "node:crypto";
import type { CreationRequest } from "@/api/generated/desk/types.gen";
import { creationRoutes } from "@server/commands/creation-routes";
import { createCreations } from "@server/commands/creations";
import { createKeyedHash } from "@server/db/keyed-hash";
import { createSettings } from "@server/settings/settings";
import { lena, sam } from "./command-desk";
import type { TestDatabase } from "./databases";
import { deskClient } from "./desk-client";
import { createFakeCreations } from "./fake-creations";
import { startWriteDesk } from "./write-desk";

const created = "POST /inquiries";

/** The way of a new inquiry on a database, with a Persona and a clock in the test's hands. */
export function startCreationDesk(db: TestDatabase) {
  const base = startWriteDesk(db);
  const { clock, pushes, audit } = base;
  const persona = createFakeCreations();
  const settings = createSettings({ db, now: () => clock.now(), audit, pushes });
  /** One instance of the server. */
  const instance = () => {
    const writes = base.instance(persona);
    const creations = createCreations({
      db,
      caller: persona,
      writes,
      settings,
      audit,
      hash: createKeyedHash("a key", "reference IDs"),
      bodyHash: createKeyedHash("a key", "bodies of writes"),
      clock,
    });
    const create = (more: Partial<CreationRequest> = {}, { who = sam, key = randomUUID() as string } = {}) =>
      deskClient(creationRoutes({ creations, audit, environment: "production" }), who)(
        "POST",
        "/desk/v1/creations",
        {
          accountId: "act_1",
          inquiryTemplateId: "itmpl_1",
          seen: persona.inquiries.map(({ id, status }) => ({ inquiryId: id, status })),
          reason: null,
          ...more,
        },
        { "idempotency-key": key, "desk-person": who.user.id },
      );
    return { create, writes };
  };
  const made = () => persona.asked.filter((asked) => asked === created).length;
  const log = async () => (await base.entries()).map(({ action, outcome }) => `${action} ${outcome}`);
  const set = (value: unknown) => {
    const actor = { type: "person", id: lena.user.id, name: lena.user.name } as const;
    return settings.change({ key: "duplicatePolicy", value, version: 0, note: null, by: lena.user, actor, requestId: "dr_1" });
  };
  return { ...base, persona, instance, made, log, set };
}
