import { createHmac } from "node:crypto";
import { expect, it } from "vitest";
import { webhookSecret } from "@test/server/support/full-desk";
import { inquiryEvent, personaSignature } from "@test/server/support/webhooks";
import { describeAttacks, told } from "./attack";

const minute = 60_000;
const now = Date.now();
const event = (eventId: string, status = "approved") =>
  JSON.stringify(inquiryEvent({ eventId, inquiryId: "inq_forged1", status, updatedAt: now }));
const body = event("evt_forged");
const hex = (secret: string, text: string) => createHmac("sha256", secret).update(text).digest("hex");
const seconds = Math.floor(now / 1000);
const good = personaSignature(body, webhookSecret, now);

const forged: readonly (readonly [string, string | undefined])[] = [
  ["no signature", undefined],
  ["an empty one", ""],
  ["a guess", `t=${seconds},v1=${"0".repeat(64)}`],
  ["another secret", personaSignature(body, "wbhsec_guess", now)],
  ["no secret", `t=${seconds},v1=${hex("", `${seconds}.${body}`)}`],
  ["the API key for a secret", personaSignature(body, "persona_sandbox_0f7c1e9b-known-to-the-server-alone", now)],
  ["the time left out of it", `t=${seconds},v1=${hex(webhookSecret, body)}`],
  ["another time in front", good.replace(/t=\d+/, `t=${seconds + 1}`)],
  ["an hour ago", personaSignature(body, webhookSecret, now - 60 * minute)],
  ["an hour ahead", personaSignature(body, webhookSecret, now + 60 * minute)],
  ["half of the digest", good.slice(0, -32)],
  ["the digest twice", `${good}${good.split("v1=")[1]}`],
  ["no v1", `t=${seconds}`],
  ["no t", `v1=${good.split("v1=")[1]}`],
  ["v0", good.replace("v1=", "v0=")],
  ["a time that is no number", good.replace(/t=\d+/, "t=NaN")],
  ["an endless time", good.replace(/t=\d+/, "t=1e309")],
  ["many guesses at once", Array.from({ length: 100 }, (_, index) => `t=${seconds},v1=${hex(`guess${index}`, body)}`).join(" ")],
];

describeAttacks("a webhook that Persona did not send", (target) => {
  const post = (text: string, signature: string | undefined) =>
    told(
      fetch(`${target().desk.url}/webhooks/persona`, {
        method: "POST",
        headers: { "content-type": "application/json", ...(signature === undefined ? {} : { "persona-signature": signature }) },
        body: text,
      }),
    );
  const states = () => target().db.query("select 1 from inquiry_states where inquiry_id = 'inq_forged1'");

  it.each(forged)("signed with %s changes nothing", async (_what, signature) => {
    expect((await target().refused(() => post(body, signature))).status).toBe(401);
    expect(await states()).toEqual([]);
  });

  it("whose signature is another body's changes nothing", async () => {
    await target().refused(() => post(event("evt_other"), good));
    expect(await states()).toEqual([]);
  });

  it.each(["", "{}", "[]", "null", '{"data":null}', '{"data":{"type":"event"}}', "not json", '{"data":{"type":"inquiry","id":"inq_1"}}'])(
    "with a good signature over %j is no event: it is taken, so that it does not come again, and changes nothing",
    async (text) => {
      const { db } = target();
      const kept = () =>
        db.query("select (select count(*)::int from webhook_events) as events, (select count(*)::int from pushes) as pushes");
      const before = await kept();
      expect((await post(text, personaSignature(text, webhookSecret, Date.now()))).status).toBe(200);
      expect([await kept(), await states()]).toEqual([before, []]);
    },
  );

  it("that is replayed counts once, and an older state never comes back", async () => {
    const { db } = target();
    const send = (id: string, status: string, updatedAt: number) => {
      const text = JSON.stringify(inquiryEvent({ eventId: id, inquiryId: "inq_real1", status, updatedAt }));
      return post(text, personaSignature(text, webhookSecret, Date.now()));
    };
    expect((await send("evt_1", "declined", now)).status).toBe(200);
    for (let times = 0; times < 3; times += 1) expect((await send("evt_1", "approved", now + minute)).status).toBe(200);
    expect((await send("evt_0", "pending", now - minute)).status).toBe(200);
    expect(await db.query("select status from inquiry_states where inquiry_id = 'inq_real1'")).toEqual([{ status: "declined" }]);
    expect(await db.query("select event_id, attempts from webhook_events where event_id = 'evt_1'")).toEqual([
      { event_id: "evt_1", attempts: 4 },
    ]);
  });
});
