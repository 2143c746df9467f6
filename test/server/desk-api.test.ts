import { afterAll, beforeAll } from "vitest";
import { deskApiSuite } from "@test/contract/desk-api-suite";
import { describeOnSharedDatabase } from "@test/server/support/databases";
import { type FullDesk, ownPage, startFullDesk } from "@test/server/support/full-desk";

describeOnSharedDatabase("the server side", (db) => {
  let desk: FullDesk | undefined;
  const started = () => {
    if (desk === undefined) throw new Error("The desk is there in tests, not before");
    return desk;
  };
  beforeAll(async () => {
    // nothing goes through Persona's list here: as if that had been done
    await db().query("insert into inquiry_rounds (started_at, next_page_at, done_at) values (now(), now(), now())");
    desk = await startFullDesk(db(), { settings: { PERSON_CALLS_PER_MINUTE: "100000" } });
  });
  afterAll(() => desk?.stop());

  deskApiSuite("a whole instance", () =>
    Promise.resolve({
      fetch: (role, method, path, body, headers) => {
        if (role !== null) return started().call(role, method, path, body, headers);
        return fetch(started().url + path, { method, headers: { "desk-client": "web" } });
      },
      postWithKey: async (key, role, path, body) =>
        fetch(started().url + path, {
          method: "POST",
          headers: { ...ownPage, cookie: await started().cookieOf(role), ...(key !== null && { "idempotency-key": key }) },
          body: JSON.stringify(body),
        }),
      opensLink: async (link, device) => {
        const answer = await fetch(`${started().personaUrl}/simulator/v1/end-user/open?environment=sandbox`, {
          method: "POST",
          body: JSON.stringify({ link, device }),
        });
        // the control API answers with its own outcome
        const { inquiryId } = (await answer.json()) as { inquiryId: string };
        return inquiryId;
      },
      fetchFromElsewhere: async (role, method, path, body) =>
        fetch(started().url + path, {
          method,
          headers: { cookie: await started().cookieOf(role), origin: "https://elsewhere.example", "content-type": "text/plain" },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        }),
    }),
  );
});
