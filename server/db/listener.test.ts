import { createServer, type AddressInfo } from "node:net";
import { expect, it, vi } from "vitest";
import { describeOnDatabase } from "@test/server/support/databases";
import { startTcpProxy, targetOf } from "@test/server/support/tcp-proxy";
import { createListener } from "./listener";

/** A message of PostgreSQL's protocol: its letter, its length, what it says. */
const message = (letter: string, body: Buffer) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(letter), length, body]);
};
const welcome = Buffer.concat([message("R", Buffer.alloc(4)), message("Z", Buffer.from("I"))]);
const noServer = message("E", Buffer.from("SFATAL\0C08P01\0Mserver login has been failing\0\0"));

/** A pooler whose database is away: lets everybody in, and turns away whoever asks something. */
async function startPoolerAlone() {
  let turnedAway = 0;
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.once("data", () => {
      socket.write(welcome);
      socket.once("data", () => {
        turnedAway += 1;
        socket.end(noServer);
      });
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  // listening on a port, not on a pipe
  const { port } = server.address() as AddressInfo;
  return { port, turnedAway: () => turnedAway, close: () => server.close() };
}

describeOnDatabase("postgres", "the connection that listens", (fresh) => {
  it("tells once that it was lost and once that it can't be opened, however often a pooler turns it away", async () => {
    const { url = "" } = await fresh();
    const network = await startTcpProxy(targetOf(url));
    const pooler = await startPoolerAlone();
    const lines: string[] = [];
    const line = (_details: object, text: string) => void lines.push(text);
    const listener = createListener(network.through(url), { info: line, warn: line, error: line });
    try {
      await listener.listen(
        "desk_test",
        () => undefined,
        () => undefined,
      );
      network.lead({ host: "127.0.0.1", port: pooler.port });
      network.cut();
      await vi.waitUntil(() => pooler.turnedAway() >= 4, 20_000);
      expect(lines).toEqual(["the database connection that listens was lost", "the database connection that listens cannot be opened"]);
      network.lead(targetOf(url));
      await vi.waitUntil(() => lines.length > 2, 20_000);
      expect(lines.slice(2)).toEqual(["the database connection that listens is back"]);
    } finally {
      await listener.close();
      pooler.close();
      network.cut();
      await network.close();
    }
  });
});
