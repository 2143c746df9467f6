import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, vi } from "vitest";
import { describeOnSharedDatabase } from "@test/server/support/databases";
import { startFullDesk } from "@test/server/support/full-desk";

describeOnSharedDatabase("a stop", (db) => {
  it("finishes the decision that is being sent, writes it down, and takes nothing new", async () => {
    let waiting: ServerResponse | undefined;
    let arrived: () => void = () => undefined;
    const hasArrived = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const attributes = { status: "needs_review", updatedAt: "2026-03-02T09:00:00.000Z", redactedAt: null };
    const inquiry = { type: "inquiry", id: "inq_1", attributes };
    const persona = createServer((request, response) => {
      request.resume();
      if (request.method === "GET") return void json(response, { data: inquiry });
      waiting = response;
      arrived();
    });
    await new Promise<void>((resolve) => persona.listen(0, "127.0.0.1", resolve));
    // listening on TCP, so it is no pipe's name
    const desk = await startFullDesk(db(), { personaUrl: `http://127.0.0.1:${(persona.address() as AddressInfo).port}` });
    try {
      const stream = await desk.call("lead", "GET", "/desk/v1/events");
      const seen = { ...attributes, reviewerId: null, verifications: [], reports: [] };
      const sent = { inquiryId: "inq_1", action: "approve", reasonIds: [], comment: null, seen, holdSeconds: 0 };
      const decision = desk.call("lead", "POST", "/desk/v1/decisions", sent, await desk.ownCommand("lead"));
      await hasArrived;

      // the load balancer is told, and what it still sends is answered
      desk.drain();
      const ready = await fetch(`${desk.url}/readyz`);
      expect([ready.status, await ready.text(), ready.headers.get("connection")]).toEqual([503, "stopping\n", "close"]);
      const late = await desk.call("lead", "GET", "/desk/v1/session");
      expect([late.status, late.headers.get("connection")]).toEqual([200, "close"]);

      const stopped = desk.stop();
      // the streams end first: browsers go to another instance
      await stream.text();
      // the decision that is still to be answered holds the stop up here
      await vi.waitFor(() => expect(fetch(`${desk.url}/healthz`)).rejects.toThrow("fetch failed"));
      const approved = { ...attributes, status: "approved", updatedAt: "2026-03-02T09:00:01.000Z" };
      if (waiting !== undefined) json(waiting, { data: { ...inquiry, attributes: approved } });

      const answer = await decision;
      expect([answer.status, await answer.json()]).toMatchObject([201, { state: "confirmed", statusAfter: "approved" }]);
      await stopped;
      expect(await db().query("select action, outcome from audit_entries where action = 'approve-an-inquiry'")).toEqual([
        { action: "approve-an-inquiry", outcome: "done" },
      ]);
    } finally {
      persona.closeAllConnections();
      persona.close();
    }
  });
});

const json = (response: ServerResponse, body: object) =>
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
