import { expect, it } from "vitest";
import { CallFailure } from "../persona/call-failure";
import { describeOnEachDatabase } from "@test/server/support/databases";
import { iso, minute, resource, standingDesk, start } from "@test/server/support/standing-desk";

describeOnEachDatabase("standing", (fresh) => {
  it("of somebody nobody has heard of is read from Persona, without personal data and behind everybody else", async () => {
    const { standings, calls } = standingDesk(await fresh(), [{ id: "inq_1", status: "approved" }]);
    expect(await standings.of("usr 1/é&x=y", "ptok_1")).toEqual([
      {
        inquiryTemplateId: "itmpl_1",
        inquiryId: "inq_1",
        status: "approved",
        redacted: false,
        statusSince: iso(start - 60 * minute),
        observedAt: iso(start),
        decidedInquiries: [{ inquiryId: "inq_1", status: "approved", decidedAt: iso(start - 60 * minute), redacted: false }],
      },
    ]);
    expect(calls).toMatchObject([{ operation: "listAllInquiries", path: "/inquiries", priority: "background" }]);
    const query = new URLSearchParams(calls[0]?.query);
    expect([...query.keys()]).toEqual(["filter[reference-id]", "page[size]", "fields[inquiry]"]);
    expect(query.get("filter[reference-id]")).toBe("usr 1/é&x=y");
    expect(query.get("fields[inquiry]")?.split(",")).not.toContain("fields");
  });

  it("is answered from what is known while that is fresh, and read again once it is old", async () => {
    const { standings, calls, pass, told } = standingDesk(await fresh(), [{ id: "inq_1", status: "pending" }]);
    await standings.of("usr_1", "ptok_1");
    pass(14);
    expect(await standings.of("USR_1", "ptok_1")).toHaveLength(1);
    expect(calls).toHaveLength(1);
    pass(2);
    told.rows = [{ id: "inq_1", status: "approved", age: -15 }];
    expect(await standings.of("usr_1", "ptok_1")).toMatchObject([{ status: "approved", observedAt: iso(start + 16 * minute) }]);
    expect(calls).toHaveLength(2);
  });

  it("follows webhooks at once and stays fresh by them", async () => {
    const { standings, calls, pass, heard } = standingDesk(await fresh(), [{ id: "inq_1", status: "pending" }]);
    await standings.of("usr_1", "ptok_1");
    pass(14);
    await heard({ status: "declined" });
    pass(10);
    expect(await standings.of("usr_1", "ptok_1")).toMatchObject([{ status: "declined" }]);
    expect(calls).toHaveLength(1);
  });

  it("is read once although webhooks told of it, since older inquiries may be there", async () => {
    const { standings, heard } = standingDesk(await fresh(), [{ id: "inq_0", status: "declined", template: "itmpl_2", age: 900 }]);
    await heard({});
    expect((await standings.of("usr_1", "ptok_1")).map(({ inquiryId }) => inquiryId)).toEqual(["inq_1", "inq_0"]);
  });

  it("of somebody without inquiries is asked for once in a while, not every time", async () => {
    const { standings, calls, pass } = standingDesk(await fresh(), []);
    expect(await standings.of("nobody", "ptok_1")).toEqual([]);
    expect(await standings.of("nobody", "ptok_1")).toEqual([]);
    expect(calls).toHaveLength(1);
    pass(16);
    await standings.of("nobody", "ptok_1");
    expect(calls).toHaveLength(2);
  });

  it.each([
    [
      "an older decline blocks a newer open one",
      [
        { id: "inq_old", status: "declined", age: 90 },
        { id: "inq_new", status: "pending", age: 1 },
      ],
      "inq_old",
    ],
    [
      "a later approval overcomes a failure",
      [
        { id: "inq_old", status: "failed", age: 90 },
        { id: "inq_new", status: "approved", age: 1 },
      ],
      "inq_new",
    ],
    [
      "decisions are compared by when they were taken",
      [
        { id: "inq_old", status: "approved", age: 90, settled: 2 },
        { id: "inq_new", status: "declined", age: 20, settled: 19 },
      ],
      "inq_old",
    ],
    [
      "of two open ones the begun one counts",
      [
        { id: "inq_old", status: "pending", age: 90 },
        { id: "inq_new", status: "created", age: 1 },
      ],
      "inq_old",
    ],
    [
      "of equals the newest counts",
      [
        { id: "inq_old", status: "approved", age: 90 },
        { id: "inq_new", status: "approved", age: 1 },
      ],
      "inq_new",
    ],
    [
      "a redacted one counts for nothing",
      [
        { id: "inq_old", status: "expired", age: 90 },
        { id: "inq_new", status: "declined", age: 1, redacted: true },
      ],
      "inq_old",
    ],
    ["unless there is nothing else", [{ id: "inq_new", status: "declined", age: 1, redacted: true }], "inq_new"],
  ])("goes by the rule of the screens: %s", async (_what, rows, expected) => {
    const { standings } = standingDesk(await fresh(), rows);
    expect((await standings.of("usr_1", "ptok_1")).map(({ inquiryId }) => inquiryId)).toEqual([expected]);
  });

  it("carries every decided inquiry of the template, the latest first, so that a caller sees decisions that differ", async () => {
    const { standings } = standingDesk(await fresh(), [
      { id: "inq_declined", status: "declined", age: 20, settled: 19 },
      { id: "inq_approved", status: "approved", age: 90, settled: 2 },
      { id: "inq_failed", status: "failed", age: 10 },
      { id: "inq_gone", status: "approved", age: 80, redacted: true },
      { id: "inq_age", status: "approved", template: "itmpl_2", age: 5 },
    ]);
    const decided = (inquiryId: string, status: string, minutes: number, redacted = false) => ({
      inquiryId,
      status,
      decidedAt: iso(start - minutes * minute),
      redacted,
    });
    expect(await standings.of("usr_1", "ptok_1")).toMatchObject([
      { inquiryId: "inq_age", decidedInquiries: [decided("inq_age", "approved", 5)] },
      {
        inquiryId: "inq_approved",
        status: "approved",
        decidedInquiries: [
          decided("inq_approved", "approved", 2),
          decided("inq_declined", "declined", 19),
          decided("inq_gone", "approved", 80, true),
        ],
      },
    ]);
  });

  const tied = (older: string, newer: string) => [
    { id: `inq_${newer}`, status: newer, age: 20, settled: 5 },
    { id: `inq_${older}`, status: older, age: 90, settled: 5 },
  ];

  it.each([
    tied("approved", "declined"),
    tied("declined", "approved"),
    tied("approved", "declined").toReversed(),
    tied("declined", "approved").toReversed(),
  ])("of decisions of the same moment names the decline first, whichever is newer or comes first: %j", async (...rows) => {
    const { standings } = standingDesk(await fresh(), rows);
    expect(await standings.of("usr_1", "ptok_1")).toMatchObject([
      { inquiryId: "inq_declined", decidedInquiries: [{ inquiryId: "inq_declined" }, { inquiryId: "inq_approved" }] },
    ]);
  });

  it.each([429, 503])("is not told from half a reading: Persona answers %d to the second page, again and again", async (status) => {
    const rows = Array.from({ length: 101 }, (_, index) => ({
      id: `inq_${index}`,
      status: index < 100 ? "expired" : "declined",
      age: index,
    }));
    const { standings, told } = standingDesk(await fresh(), rows);
    told.failsAfter = { status };
    await expect(standings.of("usr_1", "ptok_1")).rejects.toMatchObject({ status: 503 });
    // the first page is known by now
    await expect(standings.of("usr_1", "ptok_1")).rejects.toMatchObject({ status: 503 });
    told.failsAfter = undefined;
    expect(await standings.of("usr_1", "ptok_1")).toMatchObject([{ status: "declined", inquiryId: "inq_100" }]);
  });

  it("is not told from what webhooks told alone", async () => {
    const { standings, heard } = standingDesk(await fresh(), 503);
    await heard({ status: "expired" });
    await expect(standings.of("usr_1", "ptok_1")).rejects.toMatchObject({ status: 503 });
  });

  it("is told per template, however many pages of inquiries there are", async () => {
    const rows = Array.from({ length: 250 }, (_, index) => ({
      id: `inq_${index}`,
      status: "expired",
      template: `itmpl_${index % 3}`,
      age: index,
    }));
    const { standings, calls } = standingDesk(await fresh(), rows);
    expect((await standings.of("usr_1", "ptok_1")).map(({ inquiryId }) => inquiryId)).toEqual(["inq_0", "inq_1", "inq_2"]);
    expect(calls.map(({ query }) => new URLSearchParams(query).get("page[after]"))).toEqual([null, "inq_99", "inq_199"]);
  });

  it("counts the oldest of very many", async () => {
    const rows = Array.from({ length: 1_050 }, (_, index) => ({
      id: `inq_${index}`,
      status: index < 1_049 ? "expired" : "declined",
      age: index,
    }));
    const { standings } = standingDesk(await fresh(), rows);
    expect(await standings.of("usr_1", "ptok_1")).toMatchObject([{ decidedInquiries: [{ inquiryId: "inq_1049" }] }]);
  });

  it.each([
    ["can't be reached", new CallFailure("unconnected")],
    ["refuses", 403],
    ["fails", 500],
  ])("is what was last known, with its time, when Persona %s; else 503", async (_what, failure) => {
    const { standings, told, pass } = standingDesk(await fresh(), [{ id: "inq_1", status: "approved" }]);
    await standings.of("usr_1", "ptok_1");
    pass(60);
    told.rows = failure;
    expect(await standings.of("usr_1", "ptok_1")).toMatchObject([{ status: "approved", observedAt: iso(start) }]);
    await expect(standings.of("usr_2", "ptok_1")).rejects.toMatchObject({ status: 503, headers: { "Retry-After": "30" } });
  });

  it("of somebody who had no inquiries is not said to be none once that is old and Persona can't be asked", async () => {
    const { standings, told, pass } = standingDesk(await fresh(), []);
    expect(await standings.of("usr_1", "ptok_1")).toEqual([]);
    pass(60);
    told.rows = 503;
    await expect(standings.of("usr_1", "ptok_1")).rejects.toMatchObject({ status: 503, message: "Nothing is known yet" });
  });

  const page = (...data: unknown[]) => JSON.stringify({ data, links: { prev: null, next: null } });
  const whole = resource({ id: "inq_1", status: "approved" }, "usr_2");
  const { status: _status, ...noStatus } = whole.attributes;
  const { redactedAt: _redactedAt, ...noRedaction } = whole.attributes;

  it.each([
    ["half an answer", '{"data":[{"type":"inqu'],
    ["no list", '{"errors":[]}'],
    ["an empty object", "{}"],
    ["nothing", "null"],
    ["a list that is none", '{"data":{},"links":{"next":null}}'],
    ["an empty list without links", '{"data":[]}'],
    ["an inquiry without a type", page(whole, { id: "inq_2", attributes: whole.attributes })],
    ["an inquiry without a status", page({ ...whole, attributes: noStatus })],
    ["an inquiry that does not tell whether it was redacted", page({ ...whole, attributes: noRedaction })],
    ["an inquiry whose redaction can't be read", page({ ...whole, attributes: { ...noRedaction, redactedAt: "yes" } })],
    ["inquiries of somebody else", page(whole, resource({ id: "inq_2", status: "approved" }, "usr_9"))],
    ["an inquiry whose template can't be read", page(whole, { ...whole, id: "inq_2", relationships: { account: { data: null } } })],
    [
      "an inquiry that changed in a year nothing can hold",
      page({ ...whole, attributes: { ...whole.attributes, updatedAt: "+275760-09-13T00:00:00Z" } }),
    ],
    ["errors beside an empty list", JSON.stringify({ data: [], links: { prev: null, next: null }, errors: [{ title: "Timeout" }] })],
    ["more of nothing", JSON.stringify({ data: [], links: { prev: null, next: "/api/v1/inquiries?page" } })],
    ["no word on whether more follow", JSON.stringify({ data: [whole], links: { next: 7 } })],
  ])("is never said to be none where Persona answers with %s", async (_what, answer) => {
    const { standings, told, calls } = standingDesk(await fresh(), answer);
    await expect(standings.of("usr_2", "ptok_1")).rejects.toMatchObject({ status: 503 });
    told.rows = [{ id: "inq_1", status: "approved" }];
    expect(await standings.of("usr_2", "ptok_1")).toMatchObject([{ status: "approved" }]);
    expect(calls).toHaveLength(2);
  });

  it("is not taken from pages that go in circles", async () => {
    const { standings, calls } = standingDesk(
      await fresh(),
      JSON.stringify({ data: [whole], links: { prev: null, next: "/api/v1/inquiries?page" } }),
    );
    await expect(standings.of("usr_2", "ptok_1")).rejects.toMatchObject({ status: 503 });
    expect(calls).toHaveLength(2);
  });

  it("is not taken from pages that go in a wider circle", async () => {
    const { standings, calls, told } = standingDesk(await fresh(), []);
    const pages = ["inq_1", "inq_2"].map((id) => ({ data: [{ ...whole, id }], links: { prev: null, next: "/api/v1/inquiries?page" } }));
    told.answers = (nth) => JSON.stringify(pages[nth % 2]);
    await expect(standings.of("usr_2", "ptok_1")).rejects.toMatchObject({ status: 503 });
    expect(calls).toHaveLength(3);
  });

  it("no longer holds an inquiry that Persona no longer lists for the reference ID", async () => {
    const { standings, told, pass } = standingDesk(await fresh(), [{ id: "inq_1", status: "approved" }]);
    expect(await standings.of("usr_1", "ptok_1")).toHaveLength(1);
    pass(16);
    told.rows = [];
    expect(await standings.of("usr_1", "ptok_1")).toEqual([]);
    pass(1);
    expect(await standings.of("usr_1", "ptok_1")).toEqual([]);
  });

  it("is read again although a webhook told of one of several inquiries", async () => {
    const { standings, told, pass, heard, calls } = standingDesk(await fresh(), [
      { id: "inq_1", status: "pending" },
      { id: "inq_2", status: "pending", template: "itmpl_2" },
    ]);
    await standings.of("usr_1", "ptok_1");
    pass(14);
    await heard({ status: "pending" });
    pass(10);
    told.rows = [{ id: "inq_2", status: "declined", template: "itmpl_2", age: -20 }];
    expect(await standings.of("usr_1", "ptok_1")).toContainEqual(expect.objectContaining({ inquiryId: "inq_2", status: "declined" }));
    expect(calls).toHaveLength(2);
  });

  it("follows what is told after a change that was said to lie far in the future", async () => {
    const { standings, heard, pass } = standingDesk(await fresh(), []);
    await standings.of("usr_1", "ptok_1");
    pass(1);
    await heard({ status: "approved", updatedAt: Date.parse("2999-01-01T00:00:00Z") });
    pass(1);
    await heard({ status: "declined" });
    expect(await standings.of("usr_1", "ptok_1")).toMatchObject([{ status: "declined" }]);
  });

  it("tells no time of a decision that lies in the future, nor lets it outrank a failure since", async () => {
    const { standings } = standingDesk(await fresh(), [
      { id: "inq_approved", status: "approved", age: 90, settled: -600 * 24 * 60 },
      { id: "inq_failed", status: "failed", age: 20 },
    ]);
    expect(await standings.of("usr_1", "ptok_1")).toMatchObject([
      { inquiryId: "inq_failed", decidedInquiries: [{ inquiryId: "inq_approved", decidedAt: null }] },
    ]);
  });

  it("of an ID that belongs to nobody is not kept in the clear", async () => {
    const db = await fresh();
    await standingDesk(db, []).standings.of("mara@hollisgrey.example", "ptok_1");
    expect(JSON.stringify(await db.query("select * from standing_reads"))).not.toContain("mara");
    expect(await db.query("select * from inquiry_states")).toEqual([]);
  });
});
