import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { type MockApi, type MockApiOptions, startMockApi } from "./http-server";
import { inquiryId, populateTiny } from "../testing/tiny-world";
import type { WebhookOptions } from "../webhooks/webhooks";

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

type Heard = {
  headers: IncomingHttpHeaders;
  text: string;
  event: {
    data: { type: string; id: string; attributes: { name: string; "created-at": string; payload: { data: { id: string }; included: [] } } };
  };
};

/** Somebody who is sent webhooks. @param statusOf what the nth delivery is answered */
async function listen(statusOf: (number: number) => number = () => 200) {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    let text = "";
    request.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
    request.on("end", () => {
      // The simulator sends nothing but events.
      if (request.url !== "/webhooks/persona") return void response.end();
      heard.push({ headers: request.headers, text, event: JSON.parse(text) as Heard["event"] });
      response.writeHead(statusOf(heard.length), { location: "/elsewhere" }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => new Promise((resolve) => server.close(() => resolve())));
  // A server that listens on a port has an address of this kind.
  return { heard, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/persona` };
}

async function start(options: MockApiOptions = {}): Promise<MockApi> {
  const api = await startMockApi({ clock: "manual", populate: populateTiny, ...options });
  closers.unshift(api.close);
  return api;
}

const key = { authorization: "Bearer persona_production_test" };
const post = (api: MockApi, path: string, body?: object) =>
  fetch(`${api.url}${path}`, { method: "POST", headers: key, ...(body && { body: JSON.stringify(body) }) });
const approve = (api: MockApi, number: number) => post(api, `/api/v1/inquiries/${inquiryId(api.simulator, number)}/approve`);

describe("webhooks", () => {
  const startWith = async (more: Partial<WebhookOptions> = {}, statusOf?: (number: number) => number) => {
    const { heard, url } = await listen(statusOf);
    const api = await start({ webhooks: { url, secrets: ["whsec_1"], retryAfterMs: [1, 1], ...more } });
    const settled = async () => {
      await api.webhooks?.idle();
      return heard;
    };
    return { api, settled };
  };

  it("tell every event, signed over what is sent", async () => {
    const { api, settled } = await startWith({ secrets: ["whsec_1", "whsec_2"] });
    expect((await approve(api, 1)).status).toBe(200);
    const [first] = await settled();
    expect(first?.event.data).toMatchObject({
      type: "event",
      attributes: { name: "inquiry.approved", payload: { data: { id: inquiryId(api.simulator, 1) }, included: [] } },
    });
    expect(first?.event.data.attributes["created-at"]).toBe("2026-03-02T09:00:00.000Z");
    const header = String(first?.headers["persona-signature"]);
    const [, time] = /^t=(\d+),/.exec(header) ?? [];
    const set = (secret: string) => `t=${time},v1=${createHmac("sha256", secret).update(`${time}.${first?.text}`).digest("hex")}`;
    expect(header).toBe(`${set("whsec_1")} ${set("whsec_2")}`);
    expect(Math.abs(Number(time) - Date.now() / 1000)).toBeLessThan(60);
  });

  it("come again until they are taken, and no more", async () => {
    const { api, settled } = await startWith({}, (number) => (number === 1 ? 500 : 204));
    await approve(api, 1);
    const heard = await settled();
    expect(new Set(heard.map(({ event }) => event.data.id)).size).toBe(1);
    const attempts = heard.map(({ headers }) => [headers["persona-webhook-attempts-made"], headers["persona-webhook-attempts-left"]]);
    expect(attempts).toEqual([
      ["0", "2"],
      ["1", "1"],
    ]);
  });

  it("are given up in the end", async () => {
    const { api, settled } = await startWith({}, () => 302);
    await approve(api, 1);
    expect(await settled()).toHaveLength(3);
    expect(api.webhooks?.counts()).toMatchObject({ sent: 3, taken: 0, refused: 3, givenUp: 1 });
  });

  it("can be made to come twice, and to wait", async () => {
    const { api, settled } = await startWith();
    await post(api, "/simulator/v1/webhooks", { duplicate: true, pause: true });
    await approve(api, 1);
    const counts = await (await fetch(`${api.url}/simulator/v1/webhooks`)).json();
    expect(counts).toMatchObject({ sent: 0, waiting: 2 });
    await post(api, "/simulator/v1/webhooks", { pause: false });
    expect(await settled()).toHaveLength(2);
  });

  it("can be made to come in any order", async () => {
    const { api, settled } = await startWith({ parallel: 1 });
    await post(api, "/simulator/v1/webhooks", { shuffle: true, pause: true });
    const made = [];
    for (const number of [1, 2, 3]) {
      await approve(api, number);
      await post(api, `/api/v1/inquiries/${inquiryId(api.simulator, number)}/decline`);
      made.push(inquiryId(api.simulator, number), inquiryId(api.simulator, number));
    }
    await post(api, "/simulator/v1/webhooks", { pause: false });
    const came = (await settled()).map(({ event }) => event.data.attributes.payload.data.id);
    expect(came.toSorted()).toEqual(made.toSorted());
    expect(came).not.toEqual(made);
  });

  it("tell of what falls due by itself", async () => {
    const { api, settled } = await startWith();
    api.simulator.world().clock.advance(400 * 86_400_000);
    await api.simulator.tick();
    expect((await settled()).map(({ event }) => event.data.attributes.name)).toContain("inquiry.expired");
  });

  it.each(["http://example.com/webhooks", "http://127.0.0.1.example.com/", "ftp://127.0.0.1/", "webhooks", "http://10.0.0.1/"])(
    "do not leave this machine: %s",
    async (url) => {
      await expect(start({ webhooks: { url, secrets: ["x"] } })).rejects.toThrow("this machine only");
    },
  );
});

it("takes a free port, and says where files are", async () => {
  const bases: string[] = [];
  const populate: MockApiOptions["populate"] = (_world, { filesBase }) => void bases.push(filesBase);
  const [one, two] = [await start({ populate }), await start({ populate, filesBase: "https://files.example/" })];
  for (const { url } of [one, two]) expect((await fetch(`${url}/api/v1/inquiries`, { headers: key })).status).toBe(200);
  expect(one.url).not.toBe(two.url);
  expect(bases).toEqual([`${one.url}/files/`, "https://files.example/"]);
});

it("allows as many calls a minute as it is told", async () => {
  const api = await start({ rateLimit: 1 });
  const read = async () => (await fetch(`${api.url}/api/v1/inquiries`, { headers: key })).status;
  expect([await read(), await read()]).toEqual([200, 429]);
});

it("has no control over webhooks that it does not send", async () => {
  expect((await post(await start(), "/simulator/v1/webhooks", { pause: true })).status).toBe(404);
});
