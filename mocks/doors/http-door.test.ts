import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { httpListener } from "./http-door";
import { inquiryId, single, tinySimulator } from "../testing/tiny-world";

const simulator = tinySimulator({ standsFor: "persona" });
const server = createServer(httpListener(simulator));
const key = { authorization: "Bearer persona_production_test" };

const open = async () => {
  if (!server.listening) await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has an address of this kind.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
afterEach(() => {
  server.close();
  server.closeAllConnections();
});

it("requests and answers pass through whole", async () => {
  const origin = await open();
  const path = `/api/v1/inquiries/${inquiryId(simulator, 1)}`;
  const decline = await fetch(`${origin}${path}/decline`, {
    method: "POST",
    headers: key,
    body: JSON.stringify({ meta: { comment: "é" } }),
  });
  expect((await single(decline)).data.attributes["reviewer-comment"]).toBe("é");
  const read = await fetch(`${origin}${path}?fields[inquiry]=status`, { headers: { ...key, "key-inflection": "camel" } });
  expect((await single(read)).data.attributes).toEqual({ status: "declined" });
  expect(read.headers.get("ratelimit-limit")).toBe("300");
  expect([...read.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
});

it("without a key there is nothing", async () => {
  expect((await fetch(`${await open()}/api/v1/inquiries`)).status).toBe(401);
});

it("pages of another origin are refused", async () => {
  const response = await fetch(`${await open()}/simulator/v1/reset`, { method: "POST", headers: { origin: "https://example.com" } });
  expect(response.status).toBe(403);
});

it("a broken connection is one", async () => {
  const origin = await open();
  simulator.fault({ operation: "listAllInquiries", status: "network" });
  await expect(fetch(`${origin}/api/v1/inquiries`, { headers: key })).rejects.toThrow("fetch failed");
});

it("what isn't the simulator's is not found", async () => {
  expect((await fetch(`${await open()}/index.html`)).status).toBe(404);
});
