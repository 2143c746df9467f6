import { describe, expect, it } from "vitest";
import type { DeskRole } from "@/api/generated/desk/types.gen";
import { documents, operationFor } from "./contract-operations";
import { malformed, reads, unknownPaths, writes } from "./desk-api-cases";
import { deskBatchSuite } from "./desk-batch-suite";
import { describeClaims } from "./desk-api-claims";
import { describeSharedDevices } from "./desk-api-devices";
import { describeUnused } from "./desk-api-unused";
import { describePartnerTokens } from "./desk-api-partner-tokens";
import { deskCommandSuite } from "./desk-command-suite";
import { deskCreationSuite } from "./desk-creation-suite";
import { readDeskAnswer, validateDeskRequest } from "./desk-validator";

/** A body, and headers beside the usual ones. */
type Sent = [body?: unknown, headers?: Readonly<Record<string, string>>];

/** A desk, and a way to call it in every role; null is nobody. */
export type DeskUnderTest = {
  /** Sends a call of the application, a write to Persona under a new Idempotency-Key. @param sent JSON */
  fetch(role: DeskRole | null, method: string, path: string, ...sent: Sent): Promise<Response>;
  /** A POST of the application with an Idempotency-Key of the case's own; null for none. */
  postWithKey(key: string | null, role: DeskRole, path: string, body: unknown): Promise<Response>;
  /** At Persona, an end user opens a link on a device. @returns the ID of the inquiry they are in */
  opensLink(link: string, device: string): Promise<string>;
  /** The same without the header and the origin of the application. */
  fetchFromElsewhere(role: DeskRole, method: string, path: string, body?: unknown): Promise<Response>;
};

export const roles = ["reviewer", "support", "lead", "auditor", "admin"] as const satisfies readonly DeskRole[];

/** Never seen by anybody else: what one desk of the suite does, another does not find. */
let count = 0;
const fresh = () => (count += 1);

/**
 * What every server side of the desk has in common, whichever it is: the cases hold the simulated one and the real one to the same
 * statuses and shapes.
 * @param start a desk in the state it is in when nobody has done anything; called once
 */
export function deskApiSuite(name: string, start: () => Promise<DeskUnderTest>): void {
  let desk: Promise<DeskUnderTest> | undefined;
  const done = new Set<string>();
  const started = () => (desk ??= start());

  /** Sends a call, and holds it and its answer against the contract. */
  const ask = async (role: DeskRole | null, method: string, path: string, ...[sent, headers]: Sent) => {
    const answer = await readDeskAnswer(method, path, await (await started()).fetch(role, method, path, sent, headers));
    expect(answer.problems).toEqual([]);
    if (answer.status < 300) {
      expect(validateDeskRequest(method, path, sent)).toEqual([]);
      done.add(String(operationFor(method, path.split("?")[0] ?? "")?.name));
    }
    return answer;
  };
  const statusOf = async (...of: Parameters<typeof ask>) => (await ask(...of)).status;
  /** As `ask`, for a call that is answered in this way. */
  const call = async (role: DeskRole | null, status: number, method: string, path: string, ...sent: Sent) => {
    const answer = await ask(role, method, path, ...sent);
    expect({ path, status: answer.status, ...(answer.status !== status && { body: answer.body }) }).toEqual({ path, status });
    return answer;
  };
  /** The body of an answer as the contract has it; `call` has just checked that it is. */
  const body = async <T>(...of: Parameters<typeof call>) => (await call(...of)).body as T;

  describe(`the desk API of ${name}`, () => {
    it.each(roles)("tells a %s who they are", async (role) => {
      expect(await body(role, 200, "GET", "/desk/v1/session")).toMatchObject({ role });
    });

    it.each(reads)("%s is there for everybody who is signed in, and for nobody else", async (path) => {
      expect(await statusOf(null, "GET", path)).toBe(401);
      for (const role of roles) expect(await statusOf(role, "GET", path)).toBe(200);
    });

    it.each(writes)("%s %s comes from the application, and from somebody", async (method, path, sent) => {
      await call(null, 401, method, path, sent);
      const answer = await readDeskAnswer(method, path, await (await started()).fetchFromElsewhere("admin", method, path, sent));
      expect(answer.status).toBe(403);
      expect(answer.problems).toEqual([]);
    });

    it.each(unknownPaths)("%s %s is not found", async (method, path, sent) => {
      expect(await statusOf("admin", method, path, sent)).toBe(404);
    });

    it.each(malformed)("%s %s is malformed: %j", async (method, path, sent) => {
      expect(await statusOf("admin", method, path, sent)).toBe(400);
    });

    describe("audit entries", () => {
      const record = { action: "reveal-pii", subject: { type: "inquiry", id: "inq_1" }, details: { panel: "fields", fields: 3 } };

      it("hold what was recorded, in a chain, newest first", async () => {
        const first = await body<Entry>("reviewer", 201, "POST", "/desk/v1/audit-entries", record);
        const second = await body<Entry>("support", 201, "POST", "/desk/v1/audit-entries", { action: "export", subject: null });
        expect(second).toMatchObject({ actor: { role: "support" }, subject: null, details: {} });
        expect(second.position).toBeGreaterThan(first.position);
        expect(first).toMatchObject({ outcome: "done", details: { panel: "fields", fields: 3 } });
        const { data } = await body<{ data: Entry[] }>(
          "auditor",
          200,
          "GET",
          "/desk/v1/audit-entries?filter[action]=reveal-pii,export&page[size]=2",
        );
        expect(data).toEqual([second, first]);
      });

      it.each(roles)("are shown to a %s as far as they may see them", async (role) => {
        const { user } = await body<{ user: { id: string } }>(role, 200, "GET", "/desk/v1/session");
        await call("support", 201, "POST", "/desk/v1/audit-entries", record);
        await call("reviewer", 201, "POST", "/desk/v1/audit-entries", record);
        const { data } = await body<{ data: Entry[] }>(role, 200, "GET", "/desk/v1/audit-entries?filter[action]=reveal-pii");
        const strangers = data.filter(({ actor }) => actor.id !== user.id);
        expect(strangers.length > 0).toBe(["lead", "auditor", "admin"].includes(role));
      });

      it("are paged to their end, each once", async () => {
        for (let index = 0; index < 5; index += 1) await call("lead", 201, "POST", "/desk/v1/audit-entries", record);
        const seen: number[] = [];
        for (let path: string | null = "/desk/v1/audit-entries?filter[outcome]=done&page[size]=2"; path !== null;) {
          const page: { data: Entry[]; links: { next: string | null } } = await body("lead", 200, "GET", path);
          seen.push(...page.data.map(({ position }) => position));
          path = page.links.next;
        }
        expect(seen.length).toBeGreaterThan(4);
        expect(seen).toEqual([...new Set(seen)].toSorted((a, b) => b - a));
      });

      it("lead back to the page before", async () => {
        type Page = { data: Entry[]; links: { prev: string | null; next: string | null } };
        const read = async (path: string | null) => body<Page>("lead", 200, "GET", path ?? "");
        const first = await read("/desk/v1/audit-entries?filter[action]=reveal-pii&page[size]=2");
        const [second, back] = [await read(first.links.next), await read((await read(first.links.next)).links.prev)];
        expect([back.data, back.links.prev]).toEqual([first.data, first.links.prev]);
        expect((await read(back.links.next)).data).toEqual(second.data);
      });

      it("are exported as CSV, and the export is recorded", async () => {
        const path = "/desk/v1/audit-entries/export?filter[action]=reveal-pii";
        await call("lead", 201, "POST", "/desk/v1/audit-entries", record);
        const { contentType, body: text } = await call("lead", 200, "POST", path);
        expect(contentType).toBe("text/csv");
        expect(String(text).split("\r\n")[0]).toContain("position,id,createdAt,action,outcome,actorType");
        const { data } = await body<{ data: Entry[] }>("lead", 200, "GET", "/desk/v1/audit-entries?filter[action]=export&page[size]=1");
        expect(data[0]).toMatchObject({ action: "export", actor: { role: "lead" } });
      });

      it("hold refused attempts", async () => {
        await call("support", 403, "PUT", "/desk/v1/settings/sla", { value: { reviewHours: 1, warnHours: 0 }, version: 0 });
        const { data } = await body<{ data: Entry[] }>("auditor", 200, "GET", "/desk/v1/audit-entries?filter[outcome]=refused");
        expect(data[0]).toMatchObject({ action: "change-setting", subject: { type: "setting", id: "sla" }, actor: { role: "support" } });
      });
    });

    it.each(roles)("counts inquiries by several filters for a %s, each by itself", async (role) => {
      const filters = [{}, { status: "approved" }, { "reference-id": "nobody-has-this" }];
      const sent = { filters };
      const { totals } = await body<{ totals: number[] }>(role, 200, "POST", "/desk/v1/inquiries/counts", sent);
      const { total } = await body<{ total: number }>(role, 200, "GET", "/desk/v1/inquiries/counts?filter[status]=approved");
      expect(totals.slice(1)).toEqual([total, 0]);
    });

    describe("the list of inquiries as a file", () => {
      const path = "/desk/v1/inquiries.csv?filter[status]=approved,declined&filter[reference-id]=usr_1,usr_2";
      it.each(["reviewer", "lead", "auditor", "admin"] as const)(
        "is there for a %s, and recorded with the filter and the count",
        async (role) => {
          const { contentType, headers, body: text } = await call(role, 200, "GET", path);
          expect(contentType).toBe("text/csv");
          expect(String(text)).toMatch(/^\uFEFF?inquiryId,referenceId,referenceIdLeftOut,accountId,/);
          const rows = Number(headers.get("desk-rows"));
          expect(String(text).trimEnd().split("\r\n")).toHaveLength(rows + 1);
          const { data } = await body<{ data: Entry[] }>("lead", 200, "GET", "/desk/v1/audit-entries?filter[action]=export&page[size]=1");
          const details = { screen: "inquiries", format: "csv", rows, filter: "status: approved, declined; reference-id: 2" };
          expect(data[0]).toMatchObject({ outcome: "done", actor: { role }, subject: null, details });
        },
      );
    });

    describeClaims({ statusOf, call, body });

    describe("settings", () => {
      it.each(["reviewer", "support", "auditor"] as const)("are not changed by a %s", async (role) => {
        expect(await statusOf(role, "PUT", "/desk/v1/settings/sla", { value: { reviewHours: 1, warnHours: 0 }, version: 0 })).toBe(403);
      });

      it("are changed by leads and admins, one after the other, and keep what they were", async () => {
        const versionOf = async () => {
          const { data } = await body<{ data: { key: string; version: number }[] }>("support", 200, "GET", "/desk/v1/settings");
          expect(data.map(({ key }) => key)).toEqual([
            "decisionReasons",
            "decisionHold",
            "duplicatePolicy",
            "scripts",
            "sla",
            "reviewQueue",
            "twoPeople",
          ]);
          return data.find(({ key }) => key === "sla")?.version ?? -1;
        };
        const version = await versionOf();
        const change = { value: { reviewHours: 8, warnHours: 2 }, version, note: " Holidays " };
        const changed = await body("lead", 200, "PUT", "/desk/v1/settings/sla", change);
        expect(changed).toMatchObject({ key: "sla", value: change.value, version: version + 1 });
        await call("admin", 409, "PUT", "/desk/v1/settings/sla", change);
        await call("admin", 200, "PUT", "/desk/v1/settings/sla", { value: { reviewHours: 9, warnHours: 0 }, version: version + 1 });
        expect(await versionOf()).toBe(version + 2);
        const path = "/desk/v1/settings/sla/versions?page[size]=1";
        const page = await body<{ data: object[]; links: { next: string } }>("auditor", 200, "GET", path);
        expect(page.data).toMatchObject([{ version: version + 2, note: null }]);
        const next = await body<{ data: object[] }>("auditor", 200, "GET", page.links.next);
        expect(next.data).toMatchObject([{ version: version + 1, note: "Holidays", value: change.value }]);
      });
    });

    describe("saved views", () => {
      const view = (more: object = {}) => ({
        name: `View ${fresh()}`,
        screen: "inquiries",
        search: "status=expired",
        shared: false,
        ...more,
      });
      const create = (role: DeskRole, more: object = {}) => body<View>(role, 201, "POST", "/desk/v1/saved-views", view(more));
      const names = async (role: DeskRole) =>
        (await body<{ data: View[] }>(role, 200, "GET", "/desk/v1/saved-views")).data.map(({ name: of }) => of);

      it("are one's own until they are shared", async () => {
        const own = await create("reviewer");
        expect(own.editable).toBe(true);
        expect(await names("support")).not.toContain(own.name);
        await call("admin", 404, "PATCH", `/desk/v1/saved-views/${own.id}`, { name: "Mine now" });
        await call("reviewer", 200, "PATCH", `/desk/v1/saved-views/${own.id}`, { shared: true });
        expect(await names("support")).toContain(own.name);
        await call("support", 403, "PATCH", `/desk/v1/saved-views/${own.id}`, { name: "Mine now" });
        await call("auditor", 403, "DELETE", `/desk/v1/saved-views/${own.id}`);
        await call("lead", 200, "PATCH", `/desk/v1/saved-views/${own.id}`, {
          search: "status=expired&page[after]=inq_1&from=2026-01-01",
        });
        const { data } = await body<{ data: View[] }>("reviewer", 200, "GET", "/desk/v1/saved-views");
        expect(data.find(({ id }) => id === own.id)?.search).toBe("status=expired&from=2026-01-01");
        await call("admin", 204, "DELETE", `/desk/v1/saved-views/${own.id}`);
        await call("reviewer", 404, "DELETE", `/desk/v1/saved-views/${own.id}`);
      });

      it("have names of their own", async () => {
        const { name: taken } = await create("reviewer");
        const sameName = view({ name: ` ${taken.toUpperCase()} ` });
        expect(await statusOf("reviewer", "POST", "/desk/v1/saved-views", sameName)).toBe(409);
        await create("reviewer", { name: taken, screen: "accounts" });
        const theirs = await create("support", { name: taken, shared: true });
        const third = await create("lead", { shared: true });
        expect(await statusOf("lead", "PATCH", `/desk/v1/saved-views/${third.id}`, { name: theirs.name })).toBe(409);
      });
    });

    describePartnerTokens({ statusOf, call });

    describe("what goes to Persona", () => {
      const account = async () => {
        const { data } = await body<{ data: { id: string }[] }>("lead", 200, "GET", "/api/v1/accounts");
        return data[0]?.id ?? "";
      };
      const entriesOf = async (id: string) =>
        (await body<{ data: Entry[] }>("auditor", 200, "GET", `/desk/v1/audit-entries?filter[subject-id]=${id}`)).data;
      const tag = { meta: { tagName: "Seen twice" } };

      it("is in the audit log, with whom it is about", async () => {
        const id = await account();
        const { data: opened } = await body<{ data: Opened }>("support", 200, "GET", `/api/v1/accounts/${id}`);
        await call("reviewer", 200, "POST", `/api/v1/accounts/${id}/add-tag`, tag);
        const [tagging, opening] = await entriesOf(id);
        const { referenceId } = opened.attributes;
        expect(referenceId).not.toBeNull();
        expect(tagging).toMatchObject({
          action: "accounts-add-tag",
          outcome: "done",
          actor: { role: "reviewer" },
          statusAfter: null,
          reason: null,
          comment: null,
          erased: [],
        });
        expect(opening).toMatchObject({ action: "retrieve-an-account", actor: { role: "support" }, comment: null, referenceId });
        expect(tagging?.personaRequestId).not.toBeNull();
      });

      it("is a file that somebody fetches, each time", async () => {
        const { data } = await body<{ data: { id: string }[] }>("lead", 200, "GET", "/api/v1/inquiries");
        const id = data[0]?.id ?? "";
        for (const role of ["support", "auditor"] as const) expect(await statusOf(role, "GET", `/api/v1/inquiries/${id}/print`)).toBe(200);
        const printed = await entriesOf(id);
        expect(printed.slice(0, 2)).toMatchObject([
          { action: "print-an-inquiry-pdf", actor: { role: "auditor" } },
          { action: "print-an-inquiry-pdf", actor: { role: "support" } },
        ]);
      });

      it("is refused to whom it is not for, which is in the audit log", async () => {
        const id = await account();
        expect(await statusOf("auditor", "POST", `/api/v1/accounts/${id}/remove-tag`, tag)).toBe(403);
        const [entry] = await entriesOf(id);
        expect(entry).toMatchObject({
          action: "accounts-remove-tag",
          outcome: "refused",
          actor: { role: "auditor" },
          comment: null,
          referenceId: null,
          personaRequestId: null,
        });
      });
    });

    describeUnused({
      statusOf,
      entriesBy: async (filter) =>
        (await body<{ data: Entry[] }>("auditor", 200, "GET", `/desk/v1/audit-entries?page[size]=100&${filter}`)).data,
      postWithKey: async (...of) => (await started()).postWithKey(...of),
    });

    deskCommandSuite({ body });

    deskCreationSuite({ body });

    deskBatchSuite({ body });

    describeSharedDevices({ body, opensLink: async (...of) => (await started()).opensLink(...of) });

    describe("sessions", () => {
      const list = async (role: DeskRole) => (await body<{ data: SessionOf[] }>(role, 200, "GET", "/desk/v1/sessions")).data;
      const idOf = async (role: DeskRole) => (await body<{ user: { id: string } }>(role, 200, "GET", "/desk/v1/session")).user.id;

      it.each(roles)("are shown to a %s as far as they may see them, their own marked", async (role) => {
        await call("lead", 200, "GET", "/desk/v1/session");
        const [own, seen] = [await idOf(role), await list(role)];
        expect(seen.filter(({ current }) => current).map(({ user }) => user.id)).toEqual([own]);
        expect(seen.some(({ user }) => user.id !== own)).toBe(role === "admin");
      });

      it("of others are ended by admins alone, and that is recorded", async () => {
        const theirs = (await list("admin")).find(({ role }) => role === "reviewer");
        const path = `/desk/v1/sessions/${theirs?.id}`;
        await call("lead", 404, "DELETE", path);
        await call("lead", 403, "DELETE", `/desk/v1/people/${theirs?.user.id}/sessions`);
        await call("admin", 204, "DELETE", path);
        await call("admin", 404, "DELETE", path);
        expect((await list("admin")).map(({ id }) => id)).not.toContain(theirs?.id);
        const { data } = await body<{ data: Entry[] }>("auditor", 200, "GET", "/desk/v1/audit-entries?filter[action]=end-session");
        expect(data.slice(0, 2)).toMatchObject([
          { outcome: "done", actor: { role: "admin" }, subject: { type: "person", id: theirs?.user.id }, details: { sessions: 1 } },
          { outcome: "refused", actor: { role: "lead" }, subject: { type: "person", id: theirs?.user.id } },
        ]);
      });

      it("of oneself are ended all at once", async () => {
        expect(await statusOf("lead", "DELETE", `/desk/v1/people/${await idOf("lead")}/sessions`)).toBe(204);
      });
    });

    it("a session is extended, and ends", async () => {
      await call("support", 200, "POST", "/desk/v1/session/extend");
      await call("support", 200, "POST", "/desk/v1/session/end", { everywhere: false });
      const { data } = await body<{ data: Entry[] }>("auditor", 200, "GET", "/desk/v1/audit-entries?filter[action]=sign-out&page[size]=1");
      expect(data).toMatchObject([{ actor: { role: "support" }, subject: null, details: { everywhere: false } }]);
    });

    it("every operation has been called", () => {
      const all = documents.filter(({ file }) => file === "desk.yaml").flatMap(({ operations }) => operations);
      // The stream does not end, and is looked at elsewhere.
      const names = all.map(({ operation }) => operation.name).filter((of) => of !== "GET /desk/v1/events");
      expect(names.filter((of) => !done.has(of))).toEqual([]);
    });
  });
}

type Entry = {
  position: number;
  personaRequestId: string | null;
  actor: { id: string };
};
type Opened = {
  attributes: { referenceId: string | null };
};
type SessionOf = {
  role: string;
  id: string;
  current: boolean;
  user: { id: string; name: string };
};
type View = {
  id: string;
  name: string;
  search: string;
  editable: boolean;
};
