import { expect, it } from "vitest";
import type { Database } from "@server/db/database";
import { createKeyedHash } from "@server/db/keyed-hash";
import { createDeviceIndex, mostShared } from "@server/devices/device-index";
import { createInquiryStates } from "@server/persona/inquiry-states";
import { describeOnEachDatabase } from "@test/server/support/databases";

const at = Date.parse("2026-03-02T09:00:00.000Z");
const minute = 60_000;
const iso = (ms: number) => new Date(ms).toISOString();

function desk(db: Database, apiKey = "a key") {
  const devices = createDeviceIndex({ db, hash: createKeyedHash(apiKey, "devices") });
  const states = createInquiryStates({ db, now: () => at });
  return {
    devices,
    /** What Persona told of an inquiry; by default of a person of its own. */
    told: (name: string, more: object = {}) =>
      states.note({
        inquiryId: `inq_${name}`,
        referenceId: `Usr-${name}`,
        inquiryTemplateId: "itmpl_1",
        accountId: `act_${name}`,
        status: "pending",
        redacted: false,
        createdAt: at - 60 * minute,
        updatedAt: at,
        source: "webhook",
        observedAt: at,
        ...more,
      }),
    opened: (name: string, deviceId: string, minutesAgo = 0) =>
      devices.note([{ inquiryId: `inq_${name}`, deviceId, at: at - minutesAgo * minute }]),
    sharedBy: async (name: string) => (await devices.sharedWith(`inq_${name}`)).inquiries.map(({ inquiryId }) => inquiryId),
  };
}

describeOnEachDatabase("devices", (fresh) => {
  it("lead to the inquiries of other people, the last opened first, each once", async () => {
    const { devices, told, opened } = desk(await fresh());
    for (const name of ["anna", "ben", "cora", "dora"]) await told(name);
    await told("ben2", { accountId: "act_ben", status: "approved" });
    await opened("anna", "dev_1", 9);
    await opened("anna", "dev_2", 8);
    await opened("ben", "dev_1", 30);
    await opened("ben", "dev_2", 20);
    await opened("ben2", "dev_2", 40);
    await opened("cora", "dev_2", 10);
    await opened("dora", "dev_3", 1);
    expect(await devices.sharedWith("inq_anna")).toEqual({
      inquiries: [
        {
          inquiryId: "inq_cora",
          accountId: "act_cora",
          referenceId: "Usr-cora",
          inquiryTemplateId: "itmpl_1",
          status: "pending",
          createdAt: iso(at - 60 * minute),
          lastSeenAt: iso(at - 10 * minute),
        },
        expect.objectContaining({ inquiryId: "inq_ben", lastSeenAt: iso(at - 20 * minute) }),
        expect.objectContaining({ inquiryId: "inq_ben2", status: "approved" }),
      ],
      accounts: 2,
      hasMore: false,
    });
    expect(await devices.sharedWith("inq_dora")).toEqual({ inquiries: [], accounts: 0, hasMore: false });
  });

  it.each([
    ["the same account", { accountId: "act_anna" }],
    ["the same reference ID on another account", { referenceId: "USR-ANNA" }],
    ["a redacted inquiry", { redacted: true }],
  ])("are no matter for %s", async (_what, more) => {
    const { told, opened, sharedBy } = desk(await fresh());
    await told("anna");
    await told("ben", more);
    for (const name of ["anna", "ben"]) await opened(name, "dev_1");
    expect(await sharedBy("anna")).toEqual([]);
  });

  it("say nothing of an inquiry nobody has told whose it is, and count one without an account by itself", async () => {
    const { devices, told, opened, sharedBy } = desk(await fresh());
    for (const name of ["anna", "ben", "cora", "dora"]) await opened(name, "dev_1");
    await told("ben");
    expect(await sharedBy("anna")).toEqual([]);
    await told("anna", { accountId: null, referenceId: null });
    expect(await sharedBy("anna")).toEqual(["inq_ben"]);
    for (const name of ["cora", "dora"]) await told(name, { accountId: null, referenceId: null });
    expect(await devices.sharedWith("inq_anna")).toMatchObject({ accounts: 3 });
  });

  it("are told in any order and again and again, and the last time counts", async () => {
    const { devices, told, opened } = desk(await fresh());
    for (const name of ["anna", "ben"]) await told(name);
    await opened("anna", "dev_1");
    for (const minutesAgo of [5, 2, 7, 2]) await opened("ben", "dev_1", minutesAgo);
    await devices.note([3, 1, 4].map((minutesAgo) => ({ inquiryId: "inq_ben", deviceId: "dev_1", at: at - minutesAgo * minute })));
    expect(await devices.sharedWith("inq_anna")).toMatchObject({ inquiries: [{ lastSeenAt: iso(at - minute) }] });
  });

  it("that many people use are followed no further than can be shown", async () => {
    const { devices, told, opened } = desk(await fresh());
    for (let number = 0; number <= mostShared + 1; number += 1) {
      await told(`n${number}`);
      await opened(`n${number}`, "dev_1", number);
    }
    const shared = await devices.sharedWith("inq_n0");
    expect(shared).toMatchObject({ accounts: mostShared, hasMore: true });
    expect(shared.inquiries.map(({ inquiryId }) => inquiryId)).toEqual(Array.from({ length: mostShared }, (_, n) => `inq_n${n + 1}`));
  });

  it("are kept by keyed hash: no ID, and nothing without the key", async () => {
    const db = await fresh();
    const { told, opened } = desk(db);
    await told("anna");
    await told("ben");
    await opened("anna", "dev_1");
    const [row] = await db.query<{ text: string }>("select to_json(inquiry_devices)::text as text from inquiry_devices");
    expect(row?.text).not.toContain("dev_1");
    const other = desk(db, "another key");
    await other.opened("ben", "dev_1");
    expect(await other.sharedBy("ben")).toEqual([]);
    expect(createKeyedHash("a key", "devices")("dev_1")).not.toBe(createKeyedHash("a key", "issued links")("dev_1"));
  });
});
