import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { IssuedLinkList, RecognizedLink } from "@/api/generated/desk/types.gen";
import type { Database } from "@server/db/database";
import { createIssuedLinks, type IssuedLinkKind } from "@server/links/issued-links";
import { createKeyedHash } from "@server/db/keyed-hash";
import type { LinkUse, OpenedSession } from "@server/links/link-use";
import { linkRoutes } from "@server/links/issued-links-routes";
import { deskClient, detailsOf, person, recordedPushes } from "@test/server/support/desk-client";
import { describeOnEachDatabase } from "@test/server/support/databases";

const start = Date.parse("2026-03-02T09:00:00.000Z");
const hour = 3_600_000;
const path = "/desk/v1/links";
const rita = { type: "person", id: "user-rita", name: "rita", emailAddress: "rita@desk.example", role: "reviewer" } as const;
const partner = { type: "partner", id: "ptk_1", name: "Shop" } as const;

function desk(db: Database) {
  const clock = { at: start };
  const pushes = recordedPushes();
  const links = createIssuedLinks({ db, now: () => clock.at, pushes, hash: createKeyedHash("a key", "issued links") });
  const get = deskClient(linkRoutes({ links }), person("nora", "auditor"));
  const issue = (
    inquiryId: string,
    expiresAt: number | null = start + 24 * hour,
    kind: IssuedLinkKind = "one-time-link",
    issuedBy: typeof rita | typeof partner = rita,
    secrets: readonly string[] = [],
  ) => links.record({ inquiryId, kind, issuedBy, expiresAt, secrets });
  const recognize = async (secret: string) => (await get("POST", `${path}/recognition`, { secret })).body as RecognizedLink;
  // held against the contract before
  const list = async (query = "") => (await get("GET", `${path}${query}`)).body as IssuedLinkList;
  const states = async (query = "") => (await list(query)).data.map((link) => `${link.inquiryId} ${link.state}`);
  return { clock, get, issue, links, list, pushes, recognize, states };
}

describeOnEachDatabase("the link ledger", (fresh) => {
  it("tells who issued what for which inquiry until when", async () => {
    const db = await fresh();
    const { issue, list, pushes } = desk(db);
    await db.query(
      `insert into inquiry_states (inquiry_id, reference_id, reference_key, status, redacted, persona_updated_at, source, told_at, observed_at)
       values ('inq_1', 'Usr-1', 'usr-1', 'pending', false, now(), 'read', now(), now())`,
    );
    await issue("inq_1");
    const { data, links } = await list();
    expect(data).toEqual([
      {
        id: expect.stringMatching(/^lnk_[0-9a-f-]{36}$/),
        kind: "one-time-link",
        inquiryId: "inq_1",
        referenceId: "Usr-1",
        issuedBy: rita,
        issuedAt: "2026-03-02T09:00:00.000Z",
        expiresAt: "2026-03-03T09:00:00.000Z",
        inquiryExpiresAt: null,
        supersededAt: null,
        openedAt: null,
        openedLike: null,
        state: "live",
      },
    ]);
    expect(links).toEqual({ prev: null, next: null });
    expect(pushes.all).toEqual([{ change: { type: "link", id: data[0]?.id, related: [{ type: "inquiry", id: "inq_1" }] } }]);
  });

  it("supersedes the one-time link before, of the same inquiry alone", async () => {
    const { clock, issue, list, states } = desk(await fresh());
    await issue("inq_1");
    await issue("inq_2");
    clock.at += hour;
    await issue("inq_1", start + 25 * hour);
    expect(await states()).toEqual(["inq_1 live", "inq_2 live", "inq_1 superseded"]);
    expect((await list()).data[2]?.supersededAt).toBe("2026-03-02T10:00:00.000Z");
  });

  it("takes one that ends at the same moment for the same link, handed out again", async () => {
    const { clock, issue, states } = desk(await fresh());
    await issue("inq_1");
    clock.at += hour;
    await issue("inq_1");
    expect(await states()).toEqual(["inq_1 live", "inq_1 live"]);
    await issue("inq_1", start + 2 * hour);
    expect(await states()).toEqual(["inq_1 live", "inq_1 superseded", "inq_1 superseded"]);
  });

  it("lets the newer line stand where Persona did not say when a link ends", async () => {
    const { issue, states } = desk(await fresh());
    await issue("inq_1", null);
    await issue("inq_1", null);
    expect(await states()).toEqual(["inq_1 live", "inq_1 superseded"]);
  });

  it("lets session tokens and one-time links live beside each other", async () => {
    const { issue, states } = desk(await fresh());
    await issue("inq_1", start + hour, "session-token");
    await issue("inq_1", start + 2 * hour, "session-token");
    await issue("inq_1", start + 3 * hour);
    await issue("inq_1", start + 4 * hour, "session-token");
    expect(await states()).toEqual(["inq_1 live", "inq_1 live", "inq_1 live", "inq_1 live"]);
  });

  it("lets a link lapse at its end, and leaves it so", async () => {
    const { clock, issue, links, states } = desk(await fresh());
    await issue("inq_1", start + hour);
    await issue("inq_2", null);
    clock.at = start + hour - 1;
    expect(await states()).toEqual(["inq_2 live", "inq_1 live"]);
    clock.at = start + hour;
    expect(await states()).toEqual(["inq_2 live", "inq_1 lapsed"]);
    await issue("inq_1", start + 9 * hour);
    await links.noteInquiryStates([{ inquiryId: "inq_1", status: "approved" }]);
    expect(await states()).toEqual(["inq_1 superseded", "inq_2 live", "inq_1 lapsed"]);
  });

  it.each(["completed", "failed", "expired", "needs_review", "approved", "declined", "a status nobody knows"])(
    "ends every live link of an inquiry that is %s",
    async (status) => {
      const { issue, links, pushes, states } = desk(await fresh());
      await issue("inq_1");
      await issue("inq_1", start + hour, "session-token");
      await issue("inq_2");
      const before = pushes.all.length;
      await links.noteInquiryStates([{ inquiryId: "inq_1", status }]);
      expect(await states()).toEqual(["inq_2 live", "inq_1 superseded", "inq_1 superseded"]);
      expect(pushes.all).toHaveLength(before + 2);
      await links.noteInquiryStates([{ inquiryId: "inq_1", status }]);
      expect(pushes.all).toHaveLength(before + 2);
    },
  );

  it.each(["created", "pending"])("ends nothing of an inquiry that is %s", async (status) => {
    const { issue, links, states } = desk(await fresh());
    await issue("inq_1");
    await links.noteInquiryStates([{ inquiryId: "inq_1", status }]);
    expect(await states()).toEqual(["inq_1 live"]);
  });

  it("filters", async () => {
    const { issue, states } = desk(await fresh());
    await issue("inq_1", start + hour, "one-time-link", partner);
    await issue("inq_1", start + 2 * hour);
    await issue("inq_2");
    expect(await states("?filter[inquiry-id]=inq_1")).toEqual(["inq_1 live", "inq_1 superseded"]);
    expect(await states("?filter[issued-by]=ptk_1")).toEqual(["inq_1 superseded"]);
    expect(await states("?filter[state]=live")).toEqual(["inq_2 live", "inq_1 live"]);
    expect(await states("?filter[state]=superseded")).toEqual(["inq_1 superseded"]);
    expect(await states("?filter[state]=lapsed")).toEqual([]);
    expect(await states("?filter[inquiry-id]=inq_1&filter[issued-by]=user-rita&filter[state]=live")).toEqual(["inq_1 live"]);
    expect(await states("?filter[inquiry-id]=inq_2&filter[issued-by]=ptk_1")).toEqual([]);
  });

  it("turns pages, also of a filter", async () => {
    const { issue, list } = desk(await fresh());
    for (const id of ["inq_1", "inq_2", "inq_3", "inq_4", "inq_5"]) await issue(id);
    const first = await list("?filter[state]=live&page[size]=2");
    await issue("inq_6");
    const second = await list((first.links.next ?? "").slice(path.length));
    const third = await list((second.links.next ?? "").slice(path.length));
    expect([first, second, third].map(({ data }) => data.map(({ inquiryId }) => inquiryId))).toEqual([
      ["inq_5", "inq_4"],
      ["inq_3", "inq_2"],
      ["inq_1"],
    ]);
    expect(third.links.next).toBeNull();
    // and back, to what has come meanwhile
    const back = await list((third.links.prev ?? "").slice(path.length));
    expect(back).toMatchObject({ data: second.data });
    const newest = await list((back.links.prev ?? "").slice(path.length));
    expect(newest.data).toEqual(first.data);
    const above = await list((newest.links.prev ?? "").slice(path.length));
    expect(above).toMatchObject({ data: [{ inquiryId: "inq_6" }], links: { prev: null } });
    expect(await list((above.links.next ?? "").slice(path.length))).toMatchObject({ data: first.data });
    expect(first.links.prev).toBeNull();
  });

  it.each(["?filter[state]=open", "?filter[link]=x", "?page[after]=lnk_1", "?page[before]=lnk_1", "?page[before]=1&page[after]=1"])(
    "refuses %s",
    async (query) => {
      const answer = await desk(await fresh()).get("GET", `${path}${query}`);
      expect(answer.status).toBe(400);
      expect(detailsOf(answer)).not.toBe("");
    },
  );

  describe("of what was heard of inquiries and sessions", () => {
    const session = (more: Partial<OpenedSession> = {}): OpenedSession => ({
      inquiryId: "inq_1",
      madeAt: start - 400,
      openedAt: start + 24_000,
      likeScanner: false,
      ...more,
    });
    const of = (use: Partial<LinkUse>): LinkUse => ({ ends: [], opened: [], ...use });

    it("lets a link lapse when its inquiry expires, where that is earlier", async () => {
      const { clock, issue, links, list, pushes, states } = desk(await fresh());
      await issue("inq_1");
      await issue("inq_2", start + hour);
      const before = pushes.all.length;
      const ends = [
        { inquiryId: "inq_1", endsAt: start + 18 * hour },
        { inquiryId: "inq_2", endsAt: start + 18 * hour },
        { inquiryId: "inq_3", endsAt: start + hour },
      ];
      await links.noteUse(of({ ends }));
      expect((await list()).data[1]).toMatchObject({ inquiryExpiresAt: "2026-03-03T03:00:00.000Z", expiresAt: "2026-03-03T09:00:00.000Z" });
      await links.noteUse(of({ ends }));
      expect(pushes.all).toHaveLength(before + 2);
      clock.at = start + 18 * hour - 1;
      expect(await states()).toEqual(["inq_2 lapsed", "inq_1 live"]);
      clock.at += 1;
      expect(await states()).toEqual(["inq_2 lapsed", "inq_1 lapsed"]);
      expect(await states("?filter[state]=lapsed")).toEqual(["inq_2 lapsed", "inq_1 lapsed"]);
      expect(await states("?filter[state]=live")).toEqual([]);
    });

    it("tells a one-time link that was opened, by the session that was made with it", async () => {
      const { clock, issue, links, list, states } = desk(await fresh());
      await issue("inq_1");
      clock.at += hour;
      await issue("inq_1", start + 25 * hour, "session-token");
      await links.noteUse(of({ opened: [session(), session({ inquiryId: "inq_2" })] }));
      expect((await list()).data.map(({ state, openedAt, openedLike }) => [state, openedAt, openedLike])).toEqual([
        ["live", null, null],
        ["opened", "2026-03-02T09:00:24.000Z", null],
      ]);
      expect(await states("?filter[state]=opened")).toEqual(["inq_1 opened"]);
      expect(await states("?filter[state]=live")).toEqual(["inq_1 live"]);
      // a token is used as often as wanted
      await links.noteUse(of({ opened: [session({ madeAt: start + hour, openedAt: start + 2 * hour })] }));
      expect((await list()).data[0]).toMatchObject({ state: "live", openedAt: "2026-03-02T11:00:00.000Z" });
    });

    it.each([
      ["was made long before", { madeAt: start - 2 * hour }],
      ["was made afterwards, by another way in", { madeAt: start + 20_000 }],
      ["was opened before the link was there", { madeAt: start - 30_000, openedAt: start - 20_000 }],
    ])("takes no session for the link's that %s", async (_, more) => {
      const { issue, links, states } = desk(await fresh());
      await issue("inq_1");
      await links.noteUse(of({ opened: [session(more)] }));
      expect(await states()).toEqual(["inq_1 live"]);
    });

    it("counts a link that was handed out again as opened too", async () => {
      const { clock, issue, links, states } = desk(await fresh());
      await issue("inq_1", start + 9 * hour, "one-time-link", rita, ["us1-long"]);
      clock.at += hour;
      await issue("inq_1", start + 9 * hour, "one-time-link", rita, ["us1-long"]);
      await links.noteUse(of({ opened: [session({ openedAt: start + 2 * hour })] }));
      expect(await states()).toEqual(["inq_1 opened", "inq_1 opened"]);
    });

    it.each([
      ["pending", "scanner"],
      ["completed", null],
    ])("doubts that it was the user while the inquiry is %s", async (status, openedLike) => {
      const db = await fresh();
      const { issue, links, list } = desk(db);
      await issue("inq_1");
      await links.noteUse(of({ opened: [session()] }));
      // seen beside the others, it looks otherwise
      await links.noteUse(of({ opened: [session({ likeScanner: true })] }));
      await db.query(
        `insert into inquiry_states (inquiry_id, status, redacted, persona_updated_at, source, told_at, observed_at)
         values ('inq_1', $1, false, now(), 'read', now(), now())`,
        [status],
      );
      expect((await list()).data[0]).toMatchObject({ openedAt: "2026-03-02T09:00:24.000Z", openedLike });
    });
  });

  it("knows a link again by each of its forms, without having kept any", async () => {
    const db = await fresh();
    const { issue, list, recognize } = desk(db);
    await issue("inq_1", start + hour, "one-time-link", rita, ["us1-long", "us1-short"]);
    await issue("inq_2", null, "session-token", partner, ["a.b.c"]);
    const { data } = await list();
    expect(await recognize("us1-long")).toEqual({ link: data[1] });
    expect(await recognize("us1-short")).toEqual({ link: data[1] });
    expect(await recognize("a.b.c")).toEqual({ link: data[0] });
    expect(await recognize("us1-other")).toEqual({ link: null });
    const kept = JSON.stringify(await db.query("select * from issued_links"));
    expect(kept).toContain("inq_1");
    expect(kept).not.toMatch(/us1-|a\.b\.c/);
    // without the key nobody can try which secret a hash is of
    expect(kept).not.toContain(createHash("sha256").update("us1-short").digest("base64url"));
  });

  it("tells nobody's links under another key", async () => {
    const db = await fresh();
    await desk(db).issue("inq_1", null, "one-time-link", rita, ["us1-long"]);
    const other = createIssuedLinks({
      db,
      now: () => start,
      pushes: recordedPushes(),
      hash: createKeyedHash("another key", "issued links"),
    });
    expect(await other.recognize("us1-long")).toBeUndefined();
  });

  it("takes the newest line for a link that was handed out again, with the end that was said before", async () => {
    const { clock, issue, recognize } = desk(await fresh());
    await issue("inq_1", start + 9 * hour, "one-time-link", rita, ["us1-long"]);
    clock.at += hour;
    await issue("inq_1", null, "one-time-link", partner, ["us1-long"]);
    expect(await recognize("us1-long")).toMatchObject({
      link: { issuedBy: partner, issuedAt: "2026-03-02T10:00:00.000Z", expiresAt: "2026-03-02T18:00:00.000Z", state: "live" },
    });
  });

  it("keeps one of two that are issued at once", async () => {
    const { issue, states } = desk(await fresh());
    await Promise.all([1, 2, 3, 4, 5].map((hours) => issue("inq_1", start + hours * hour)));
    expect((await states()).filter((line) => line === "inq_1 live")).toHaveLength(1);
  });
});
