import { expect, it } from "vitest";
import { ownPage, webhookSecret } from "@test/server/support/full-desk";
import { personaSignature } from "@test/server/support/webhooks";
import { describeAttacks, told } from "./attack";

const limited = { settings: { PERSON_CALLS_PER_MINUTE: "20" } };

describeAttacks(
  "too much of it",
  (target) => {
    it("a caller in a hurry is held back, and everybody else is not", async () => {
      const { desk } = target();
      await desk.cookieOf("auditor");
      const answers = await Promise.all(Array.from({ length: 60 }, () => desk.call("auditor", "GET", "/desk/v1/saved-views")));
      // a minute of the clock may have ended in between
      expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(20);
      expect(answers.find(({ status }) => status === 429)?.headers.get("retry-after")).toMatch(/^\d+$/);
      expect((await told(desk.call("lead", "GET", "/desk/v1/saved-views"))).status).toBe(200);
    });

    it("open event streams are limited per person", async () => {
      const { desk, refused } = target();
      await desk.cookieOf("reviewer");
      // all at once: a limit that is looked at before it is taken would let all of them in
      const open = await Promise.all(Array.from({ length: 18 }, () => desk.call("reviewer", "GET", "/desk/v1/events")));
      const allowed = open.filter(({ status }) => status === 200);
      expect(allowed).toHaveLength(15);
      await refused(() => told(desk.call("reviewer", "GET", "/desk/v1/events")));
      for (const { body } of allowed) await body?.cancel();
    });

    it("asking for the head of a stream takes no place", async () => {
      const { desk } = target();
      await desk.cookieOf("support");
      for (let times = 0; times < 4; times += 1) expect((await desk.call("support", "HEAD", "/desk/v1/events")).status).toBe(200);
      const open = await Promise.all(Array.from({ length: 15 }, () => desk.call("support", "GET", "/desk/v1/events")));
      expect(open.map(({ status }) => status)).toEqual(open.map(() => 200));
      for (const { body } of open) await body?.cancel();
    });

    it.each([
      ["a webhook", "/webhooks/persona", 17_000_000],
      ["a partner's call", "/partner/v1/inquiries/inq_1/resume", 300_000],
      ["a sign-out", "/desk/v1/session/end", 300_000],
      ["an audit entry", "/desk/v1/audit-entries", 2_000_000],
    ])("%s of %s that is too long is not read to its end", async (_what, path, length) => {
      const { desk, refused } = target();
      const body = " ".repeat(length);
      const headers = {
        ...ownPage,
        cookie: await desk.cookieOf("admin"),
        authorization: "Bearer iqd_none",
        "persona-signature": personaSignature(body, webhookSecret, Date.now()),
      };
      expect((await refused(() => told(fetch(desk.url + path, { method: "POST", headers, body })))).status).not.toBe(404);
    });
  },
  limited,
);
