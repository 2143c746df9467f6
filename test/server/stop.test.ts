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
    const persona = createServer((request, response) => {
      request.resume();
      waiting = response;
      arrived();
    });
    await new Promise<void>((resolve) => persona.listen(0, "127.0.0.1", resolve));
    // listening on TCP, so it is no pipe's name
    const desk = await startFullDesk(db(), { personaUrl: `http://127.0.0.1:${(persona.address() as AddressInfo).port}` });
    try {
      const stream = await desk.call("lead", "GET", "/desk/v1/events");
      const decision = desk.call("lead", "POST", "/api/v1/inquiries/inq_1/approve", {});
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
      const inquiry = { type: "inquiry", id: "inq_1", attributes: { status: "approved", updatedAt: "2026-03-02T09:00:00.000Z" } };
      waiting?.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ data: inquiry }));

      expect((await decision).status).toBe(200);
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
