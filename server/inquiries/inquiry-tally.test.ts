import { expect, it } from "vitest";
import { describeOnEachDatabase } from "@test/server/support/databases";
import { readTally, sumUpTally } from "./inquiry-tally";

describeOnEachDatabase("the tally", (fresh) => {
  it("is the same before and after it was summed up, however often at once", async () => {
    const db = await fresh();
    for (const id of [1, 2, 3]) {
      await db.query(
        `insert into inquiry_states (inquiry_id, status, inquiry_template_id, redacted, persona_updated_at, source, told_at, observed_at)
         values ('inq_' || $1::int, 'created', case when $1::int < 3 then 'itmpl_1' end, false, now(), 'read', now(), now())`,
        [id],
      );
    }
    await db.query("update inquiry_states set status = 'expired' where inquiry_id = 'inq_2'");
    await db.query("update inquiry_states set status = 'pending' where inquiry_id = 'inq_3'");
    const sorted = async () => (await readTally(db)).toSorted((one, other) => one.status.localeCompare(other.status));
    const expected = [
      { status: "created", inquiryTemplateId: "itmpl_1", count: 1 },
      { status: "expired", inquiryTemplateId: "itmpl_1", count: 1 },
      { status: "pending", inquiryTemplateId: null, count: 1 },
    ];
    expect(await sorted()).toEqual(expected);
    await Promise.all([sumUpTally(db), sumUpTally(db), sumUpTally(db)]);
    expect(await sorted()).toEqual(expected);
    expect(await db.query("select from inquiry_tally")).toHaveLength(3);
  });
});
