import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

export type Heard = {
  readonly method: string;
  /** With the query, as it came over the wire. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

export type Said = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  /** Sent as JSON unless it is text. */
  readonly body?: unknown;
};

export type FakePersona = {
  readonly apiUrl: string;
  /** Everything that arrived, in order. */
  readonly heard: Heard[];
  /** What it answers from now on; `"break"` ends the connection, `"hang"` never answers. */
  answer(with_: (heard: Heard) => Said | "break" | "hang" | Promise<Said>): void;
};

const rate = { "ratelimit-limit": "300", "ratelimit-remaining": "299", "ratelimit-reset": "60", "request-id": "req_1" };

/** A server that says what the test wants. Closed when the test ends. */
export async function startFakePersona(): Promise<FakePersona> {
  const heard: Heard[] = [];
  let say: Parameters<FakePersona["answer"]>[0] = () => ({ body: { data: [] } });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    // a stream without an encoding gives buffers
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const entry = {
      method: request.method ?? "",
      url: request.url ?? "",
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
    };
    heard.push(entry);
    const said = await say(entry);
    if (said === "hang") return;
    if (said === "break") return void request.socket.destroy();
    const { status = 200, headers = {}, body = {} } = said;
    response.writeHead(status, { "content-type": "application/json", ...rate, ...headers });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  }

  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  // a server that listens on a port has an address of this kind
  const { port } = server.address() as AddressInfo;
  return { apiUrl: `http://127.0.0.1:${port}/api/v1`, heard, answer: (with_) => (say = with_) };
}
