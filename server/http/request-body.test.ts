import { Hono } from "hono";
import { expect, it } from "vitest";
import type { DeskEnv } from "./context";
import { errorAnswer } from "./error-answer";
import { limitBodies, readBody } from "./request-body";

const app = new Hono<DeskEnv>();
app.use(limitBodies);
app.onError(errorAnswer);
app.all("*", async (c) => c.text(`${(await readBody(c.req.raw)).byteLength}`));

const KiB = 1024;

/** @param length what the headers claim, where that differs from the truth */
async function send(method: string, path: string, bytes: number, headers: Record<string, string> = {}) {
  let pulled = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (pulled >= bytes) return controller.close();
      const piece = Math.min(1_000, bytes - pulled);
      pulled += piece;
      controller.enqueue(new Uint8Array(piece));
    },
  });
  // a stream can only be sent with `duplex`, which TypeScript's DOM types do not know
  const init: RequestInit & { duplex: "half" } = { method, headers, duplex: "half", ...(bytes > 0 && { body }) };
  const answer = await app.request(path, init);
  return { status: answer.status, connection: answer.headers.get("connection"), text: await answer.text(), pulled };
}

it.each([
  ["/desk/v1/claims/inq_1", 64 * KiB],
  ["/auth/development", 64 * KiB],
  ["/partner/v1/inquiries/inq_1/resume", 64 * KiB],
  ["/nowhere", 64 * KiB],
  ["/api/v1/inquiries", 256 * KiB],
  ["/webhooks/persona", 16 * 1024 * KiB],
  ["/webhooks/persona/more", 64 * KiB],
])("a body for %s may have %i bytes and no more", async (path, limit) => {
  expect(await send("POST", path, limit)).toMatchObject({ status: 200, text: String(limit) });
  const refused = await send("POST", path, 10 * limit);
  expect(refused).toMatchObject({ status: 413, connection: "close" });
  expect(refused.pulled).toBeLessThan(limit + 3_000);
});

it("a length that is told is believed when it is too long, and not when it is not", async () => {
  expect(await send("PUT", "/desk/v1/settings/sla", 10, { "content-length": String(64 * KiB + 1) })).toMatchObject({ status: 413 });
  expect(await send("PUT", "/desk/v1/settings/sla", 70 * KiB, { "content-length": "10" })).toMatchObject({ status: 413 });
});

it.each(["GET", "HEAD", "DELETE", "OPTIONS"])("%s takes no body", async (method) => {
  expect((await send(method, "/desk/v1/claims/inq_1", 0)).status).toBe(200);
  expect((await send(method, "/desk/v1/claims/inq_1", 0, { "content-length": "1" })).status).toBe(413);
  expect((await send(method, "/desk/v1/claims/inq_1", 0, { "transfer-encoding": "chunked" })).status).toBe(413);
});
