// @vitest-environment happy-dom
import { type QueryKey, QueryObserver } from "@tanstack/react-query";
import { showTab } from "@test/support/fake-event-source";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { notePagePerson } from "@/api/page-person";
import { createPushedChanges } from "@/api/pushed-changes";
import { createQueryClient } from "@/api/query-client";
import { keys } from "@/api/query-keys";

const inquiry = (id: string, related: { type: string; id: string }[] = []) => ({ type: "inquiry", id, related });
const rows = (...ids: string[]) => ({ inquiries: ids.map((id) => ({ id, decisionedAt: null, links: { reviewer: null } })), next: null });

/** A screen that shows some answers, each of which tells when it is read again. */
function screen(shown: Record<string, { key: QueryKey; data?: unknown }>) {
  const queryClient = createQueryClient();
  const changes = createPushedChanges(queryClient);
  const read: string[] = [];
  for (const [name, { key, data = {} }] of Object.entries(shown)) {
    queryClient.setQueryData(key, data, { updatedAt: Date.now() });
    const queryFn = () => {
      read.push(name);
      return data;
    };
    new QueryObserver(queryClient, { queryKey: key, queryFn, refetchOnWindowFocus: false }).subscribe(() => undefined);
  }
  return { queryClient, changes, read, settle: (ms = 250) => vi.advanceTimersByTimeAsync(ms) };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const workbenches = {
  "inquiry 1": { key: keys.inquiry("inq_1") },
  "events of 1": { key: keys.events({ objectId: "inq_1" }) },
  "inquiry 2": { key: keys.inquiry("inq_2") },
  "events of 2": { key: keys.events({ objectId: "inq_2" }) },
  "account 1": { key: keys.account("act_1") },
  settings: { key: keys.settings() },
};

describe("what is read again", () => {
  it.each([
    ["an inquiry", inquiry("inq_1", [{ type: "account", id: "act_1" }]), ["inquiry 1", "events of 1"]],
    [
      "a part of an inquiry",
      { type: "verification/selfie", id: "ver_1", related: [{ type: "inquiry", id: "inq_2" }] },
      ["inquiry 2", "events of 2"],
    ],
    ["an account", { type: "account", id: "act_1", related: [] }, ["account 1"]],
    ["a setting", { type: "setting", id: "sla", related: [] }, ["settings"]],
    ["a claim", { type: "claim", id: "inq_1", related: [{ type: "inquiry", id: "inq_1" }] }, []],
    ["a postponement", { type: "postponement", id: "inq_1", related: [{ type: "inquiry", id: "inq_1" }] }, []],
    ["what nobody has heard of", { type: "teapot", id: "tea_1", related: [] }, []],
  ])("%s", async (_, change, expected) => {
    const { changes, read, settle } = screen(workbenches);
    changes.take(change);
    await settle();
    expect(read).toEqual(expected);
  });

  it("a report: what lists its account's, and its history", async () => {
    const { changes, read, settle } = screen({
      "of account 1": { key: keys.reports({ accountId: "act_1" }) },
      "of account 2": { key: keys.reports({ accountId: "act_2" }) },
      "history of 1": { key: keys.reportHistory("rep_1") },
      "history of 2": { key: keys.reportHistory("rep_2") },
    });
    changes.take({ type: "report/screening", id: "rep_1", related: [{ type: "account", id: "act_1" }] });
    await settle();
    expect(read).toEqual(["of account 1", "history of 1"]);
  });

  it("a burst about one thing is one read", async () => {
    const { changes, read, settle } = screen(workbenches);
    for (let time = 0; time < 5; time++) changes.take(inquiry("inq_1"));
    await settle();
    expect(read).toEqual(["inquiry 1", "events of 1"]);
  });

  it("claims of the rows they were asked for", async () => {
    const { changes, read, settle } = screen({
      "of 1 and 2": { key: keys.claims({ inquiryIds: ["inq_1", "inq_2"] }), data: [] },
      "of 3": { key: keys.claims({ inquiryIds: ["inq_3"] }), data: [] },
    });
    changes.take({ type: "claim", id: "inq_2", related: [] });
    await settle();
    expect(read).toEqual(["of 1 and 2"]);
  });

  describe("decisions", () => {
    const decision = (name: string, related: { type: string; id: string }[] = []) => ({
      type: "decision",
      id: "dec_1",
      name,
      related: [{ type: "inquiry", id: "inq_1" }, ...related],
    });
    const lists = {
      mine: { key: keys.decisions({ by: "me" }), data: [] },
      "mine, with it": { key: keys.decisions({ by: "me", again: true }), data: [{ id: "dec_1" }] },
      "of 1": { key: keys.decisions({ inquiryId: "inq_1" }), data: [] },
      "of 2": { key: keys.decisions({ inquiryId: "inq_2" }), data: [] },
      ...workbenches,
    };

    it.each([
      ["one that was begun, by nobody knows whom", decision("held"), ["mine", "mine, with it", "of 1"]],
      ["one that goes on", decision("sending"), ["mine, with it", "of 1"]],
      ["a colleague's", decision("held", [{ type: "person", id: "usr_2" }]), ["mine, with it", "of 1"]],
      ["one's own, from another tab", decision("held", [{ type: "person", id: "usr_1" }]), ["mine", "mine, with it", "of 1"]],
    ])("%s", async (_, change, expected) => {
      notePagePerson("usr_1");
      const { changes, read, settle } = screen(lists);
      changes.take(change);
      await settle();
      expect(read).toEqual(expected);
    });

    it("once it is confirmed the inquiry is read once, however much it sets off", async () => {
      const { changes, read, settle } = screen(workbenches);
      changes.take(decision("held"));
      changes.take(decision("checking"));
      await settle();
      for (let time = 0; time < 4; time++) {
        changes.take(time < 2 ? decision("sending") : decision("confirmed"));
        changes.take(inquiry("inq_1"));
        changes.take({ type: "audit-entry", id: `aud_${time}`, related: [{ type: "inquiry", id: "inq_1" }] });
        await settle(400);
      }
      await settle(1_000);
      expect(read).toEqual([]);
      await settle(2_000);
      expect(read).toEqual(["inquiry 1", "events of 1"]);
      changes.take(inquiry("inq_1"));
      await settle(3_500);
      expect(read).toHaveLength(4);
    });

    it("once it is confirmed the inquiry is read, also where nothing else tells of it", async () => {
      const { changes, read, settle } = screen(workbenches);
      changes.take(decision("sending"));
      changes.take(decision("confirmed"));
      await settle(3_500);
      expect(read).toEqual(["inquiry 1", "events of 1"]);
    });

    it("other inquiries do not wait for one that is being decided", async () => {
      const { changes, read, settle } = screen(workbenches);
      changes.take(decision("sending"));
      changes.take(inquiry("inq_1"));
      await settle();
      changes.take(inquiry("inq_2"));
      await settle();
      expect(read).toEqual(["inquiry 2", "events of 2"]);
    });

    it("an answer to one's own decision does not hide what becomes of it", async () => {
      const { changes, read, settle, queryClient } = screen({ "mine, with it": lists["mine, with it"] });
      await queryClient
        .getMutationCache()
        .build(queryClient, { mutationFn: async () => "held" })
        .execute(undefined);
      changes.take(decision("confirmed"));
      await settle();
      expect(read).toEqual(["mine, with it"]);
    });
  });

  it("everything, when what was missed is not known", async () => {
    const { changes, read, settle } = screen(workbenches);
    changes.resync();
    await settle();
    expect(read).toEqual(Object.keys(workbenches));
  });

  it("nothing after the end", async () => {
    const { changes, read, settle } = screen(workbenches);
    changes.take(inquiry("inq_1"));
    changes.stop();
    await settle(60_000);
    expect(read).toEqual([]);
  });
});

describe("lists", () => {
  const lists = {
    "shows 1": { key: keys.inquiries({ size: 50 }), data: rows("inq_1", "inq_2") },
    "shows others": { key: keys.inquiries({ size: 20 }), data: rows("inq_3") },
    "of a person": { key: keys.inquiries({ accountId: "act_1" }), data: rows() },
  };

  it("all are read at the first change", async () => {
    const { changes, read, settle } = screen(lists);
    changes.take(inquiry("inq_9"));
    await settle();
    expect(read).toEqual(Object.keys(lists));
  });

  it("then every 10 seconds, those that show it at once", async () => {
    const { changes, read, settle } = screen(lists);
    changes.take(inquiry("inq_9"));
    await settle();
    read.length = 0;
    changes.take(inquiry("inq_1", [{ type: "account", id: "act_1" }]));
    await settle();
    expect(read).toEqual(["shows 1", "of a person"]);
    for (let change = 0; change < 4; change++) {
      changes.take(inquiry("inq_9"));
      await settle(2_000);
    }
    expect(read).toEqual(["shows 1", "of a person"]);
    await settle(2_000);
    expect(read.slice(2)).toEqual(Object.keys(lists));
    await settle(60_000);
    expect(read).toHaveLength(5);
  });

  it("that show an inquiry say at once that it is postponed, and the inquiry itself is not read for that", async () => {
    const { changes, read, settle } = screen({ ...lists, ...workbenches });
    changes.take(inquiry("inq_9"));
    await settle();
    read.length = 0;
    changes.take({ type: "postponement", id: "inq_1", related: [{ type: "inquiry", id: "inq_1" }] });
    await settle();
    expect(read).toEqual(["shows 1"]);
    await settle(10_000);
    expect(read.slice(1)).toEqual(Object.keys(lists));
  });

  it("that show an inquiry show at once what has become of it, and are not read for that", async () => {
    const { queryClient, changes, read, settle } = screen(lists);
    changes.take(inquiry("inq_9"));
    await settle();
    read.length = 0;
    const change = { ...inquiry("inq_1", [{ type: "account", id: "act_1" }]), status: "approved", updatedAt: "2026-03-02T09:00:00.000Z" };
    changes.take(change);
    const listed = lists["shows 1"].data;
    expect(queryClient.getQueryData(lists["shows 1"].key)).toEqual({
      ...listed,
      inquiries: [{ ...listed.inquiries[0], status: "approved", updatedAt: change.updatedAt }, listed.inquiries[1]],
    });
    await settle();
    // a new one of theirs may be meant
    expect(read).toEqual(["of a person"]);
    await settle(10_000);
    expect(read.slice(1)).toEqual(Object.keys(lists));
  });

  it("of what is written down are not read at every word", async () => {
    const { changes, read, settle } = screen({ log: { key: keys.auditEntries() } });
    for (let change = 0; change < 50; change++) {
      changes.take({ type: "audit-entry", id: `aud_${change}`, related: [] });
      await settle(400);
    }
    expect(read).toHaveLength(2);
  });
});

describe("a tab that nobody looks at", () => {
  it("reads when it is shown again, and only then", async () => {
    const { changes, read, settle } = screen(workbenches);
    showTab(false);
    changes.take(inquiry("inq_1"));
    changes.take({ type: "setting", id: "sla", related: [] });
    await settle(600_000);
    expect(read).toEqual([]);
    showTab(true);
    await settle();
    expect(read).toEqual(["inquiry 1", "events of 1", "settings"]);
  });

  it("does not read again what it has read when it was shown", async () => {
    const { queryClient, changes, read, settle } = screen(workbenches);
    showTab(false);
    changes.take(inquiry("inq_1"));
    await settle(60_000);
    showTab(true);
    queryClient.setQueryData(keys.inquiry("inq_1"), {});
    await settle();
    expect(read).toEqual(["events of 1"]);
  });
});

describe("one's own write", () => {
  async function write(queryClient: ReturnType<typeof createQueryClient>, meta = {}) {
    const mutation = queryClient.getMutationCache().build(queryClient, { mutationFn: () => Promise.resolve(), meta });
    await mutation.execute(undefined);
    queryClient.setQueryData(keys.inquiry("inq_1"), {});
  }

  it("is not read once more", async () => {
    const { queryClient, changes, read, settle } = screen(workbenches);
    await settle(60_000);
    await write(queryClient);
    changes.take(inquiry("inq_1"));
    await settle();
    expect(read).toEqual(["events of 1"]);
  });

  it("does not hide what somebody else does later", async () => {
    const { queryClient, changes, read, settle } = screen(workbenches);
    await write(queryClient);
    await settle(2_000);
    changes.take(inquiry("inq_1"));
    await settle();
    expect(read).toEqual(["inquiry 1", "events of 1"]);
  });

  it("that changes something else hides nothing", async () => {
    const { queryClient, changes, read, settle } = screen(workbenches);
    await write(queryClient, { changes: "claim" });
    changes.take(inquiry("inq_1"));
    await settle();
    expect(read).toEqual(["inquiry 1", "events of 1"]);
  });
});
