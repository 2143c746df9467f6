import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Simulator } from "../simulator";

/**
 * Answers the requests of an HTTP server out of the simulator. It speaks to programs of this machine, not to pages of other origins:
 * it sends no CORS headers and refuses what a page elsewhere sends.
 */
export function httpListener(simulator: Simulator): RequestListener {
  return (incoming, outgoing) => {
    answer(simulator, incoming, outgoing).catch((error: unknown) => {
      console.error(error);
      fail(outgoing, 500, "Internal server error");
    });
  };
}

async function answer(simulator: Simulator, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const { origin, host } = incoming.headers;
  if (origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host)) return fail(outgoing, 403, "Forbidden");
  const response = await simulator.handle(await toRequest(incoming));
  if (response === undefined) return fail(outgoing, 404, "Record not found");
  if (response.type === "error") return void incoming.socket.destroy();
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}

async function toRequest(incoming: IncomingMessage): Promise<Request> {
  const chunks: Uint8Array[] = [];
  // A stream without an encoding gives buffers.
  for await (const chunk of incoming) chunks.push(chunk as Uint8Array);
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) if (value !== undefined) headers.set(name, [value].flat().join(", "));
  const { method = "GET", url = "/" } = incoming;
  const body = method === "GET" || method === "HEAD" ? null : Buffer.concat(chunks);
  return new Request(new URL(url, "http://localhost"), { method, headers, body });
}

function fail(outgoing: ServerResponse, status: number, title: string): void {
  outgoing.writeHead(status, { "content-type": "application/json" });
  outgoing.end(JSON.stringify({ errors: [{ title }] }));
}
