import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerDesk } from "./persona-gateway-desk.ts";

const user = { id: "user_developer", name: "Developer", emailAddress: "developer@localhost" };
let server: Server;
let base: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (!answerDesk(request.method ?? "GET", request.url ?? "", { user }, response)) response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // listening on a port, not on a pipe
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/desk/v1/`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test("a claim is one's own, and nobody else has one", async () => {
  const claim = (await (await fetch(`${base}claims/inq_1`, { method: "PUT" })).json()) as object;
  expect(claim).toMatchObject({ inquiryId: "inq_1", user, mine: true });
  expect(await (await fetch(`${base}claims`)).json()).toEqual({ data: [] });
  expect((await fetch(`${base}claims/inq_1`, { method: "DELETE" })).status).toBe(204);
});

test("what is shown is taken note of by nobody", async () => {
  expect((await fetch(`${base}audit-entries`, { method: "POST", body: "{}" })).status).toBe(201);
});

test("the stream is open and silent", async () => {
  const { headers, body } = await fetch(`${base}events`);
  expect(headers.get("content-type")).toBe("text/event-stream");
  const { value } = (await body?.getReader().read()) ?? {};
  expect(new TextDecoder().decode(value)).toMatch(/^: /);
});

test.each(["settings", "audit-entries", "links", "claims/../session"])("%s needs the server", async (path) => {
  expect((await fetch(base + path)).status).toBe(404);
});
