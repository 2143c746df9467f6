import { afterAll, beforeAll, vi } from "vitest";
import type { InquiryIndex } from "@/api/generated/desk/types.gen";
import { describeSecondLooks } from "@test/contract/desk-second-look-suite";
import { describeOnSharedDatabase } from "@test/server/support/databases";
import { type FullDesk, startFullDesk } from "@test/server/support/full-desk";

describeOnSharedDatabase("the server side", (db) => {
  let desk: FullDesk | undefined;
  const started = () => {
    if (desk === undefined) throw new Error("The desk is there in tests, not before");
    return desk;
  };
  beforeAll(async () => {
    desk = await startFullDesk(db(), { settings: { PERSON_CALLS_PER_MINUTE: "100000", INDEX_SWEEP_HOURS: "24" } });
    // the contract's
    const index = async () => (await (await started().call("lead", "GET", "/desk/v1/index")).json()) as InquiryIndex;
    await vi.waitUntil(async () => (await index()).whole, { timeout: 60_000 });
  }, 90_000);
  afterAll(() => desk?.stop());

  describeSecondLooks("a whole instance", () => ({ fetch: (role, ...of) => started().call(role ?? "lead", ...of) }));
});
