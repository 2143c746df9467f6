import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Random } from "@mocks/world/core/random";

/** What happens to one call on its way to Persona and back. */
export type Misfortune =
  | "none"
  | "lost before"
  | "429 before"
  | "quota before"
  | "500 before"
  | "503 before"
  | "late"
  | "lost after"
  | "truncated after"
  | "500 after"
  | "503 after"
  | "429 after"
  | "too late after";

/** A write that took effect at Persona, as often as it did. */
export type Effect = {
  readonly path: string;
  /** The Idempotency-Keys under which it was done: Persona does each key once. */
  readonly keys: Set<string>;
};

export type UnluckyPersona = {
  readonly url: string;
  /** By path: `/inquiries/inq_…/approve`. */
  readonly effects: ReadonlyMap<string, Effect>;
  readonly misfortunes: ReadonlyMap<Misfortune, number>;
  /** From now on every call goes well. */
  calm(): void;
  close(): void;
};

const shares: readonly (readonly [Misfortune, number])[] = [
  ["none", 0.66],
  ["lost before", 0.04],
  ["429 before", 0.04],
  ["quota before", 0.03],
  ["500 before", 0.03],
  ["503 before", 0.03],
  ["late", 0.03],
  ["lost after", 0.03],
  ["truncated after", 0.03],
  ["500 after", 0.03],
  ["503 after", 0.02],
  ["429 after", 0.01],
  ["too late after", 0.02],
];

/** Longer than the desk waits for an answer. */
const tooLateMs = 3_500;

/**
 * A proxy in front of Persona that lets calls come to grief before they take effect, and answers after they did. It is the witness of what
 * was done: it sees every answer Persona gave, whether or not the desk did.
 */
export async function startUnluckyPersona(persona: string, random: Random): Promise<UnluckyPersona> {
  const effects = new Map<string, Effect>();
  const misfortunes = new Map<Misfortune, number>();
  let calm = false;

  const chosen = (): Misfortune => {
    let left = random.next();
    for (const [misfortune, share] of shares) if ((left -= share) < 0) return misfortune;
    return "none";
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await textOf(request);
    const path = (request.url ?? "").replace(/^\/api\/v1/, "").replace(/\?.*/, "");
    const isWrite = request.method === "POST" && !path.endsWith("/search");
    const misfortune = calm ? "none" : chosen();
    misfortunes.set(misfortune, (misfortunes.get(misfortune) ?? 0) + 1);
    const before = refusalBefore(misfortune);
    if (misfortune === "lost before") return void response.destroy();
    if (before !== undefined) return send(response, ...before);
    if (misfortune === "late") await pause(600);
    const { status, headers, text } = await forward(persona, request, body);
    if (isWrite && status < 300) {
      const effect = effects.get(path) ?? { path, keys: new Set<string>() };
      effects.set(path, effect);
      effect.keys.add(String(request.headers["idempotency-key"]));
    }
    switch (misfortune) {
      case "lost after":
        return void response.destroy();
      case "truncated after":
        response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(text) });
        response.write(text.slice(0, Math.floor(text.length / 2)), () => response.destroy());
        return;
      case "500 after":
        return send(response, 500, "Internal Server Error");
      case "503 after":
        return send(response, 503, "Service Unavailable");
      case "429 after":
        return send(response, 429, "Too Many Requests", { "ratelimit-reset": "1" });
      case "too late after":
        await pause(tooLateMs);
        break;
      default:
    }
    response.writeHead(status, headers).end(text);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    effects,
    misfortunes,
    calm: () => (calm = true),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function refusalBefore(misfortune: Misfortune): [number, string, Record<string, string>?] | undefined {
  switch (misfortune) {
    case "429 before":
      return [429, "Too Many Requests", { "ratelimit-reset": "1" }];
    case "quota before":
      return [429, "Quota exceeded"];
    case "500 before":
      return [500, "Internal Server Error"];
    case "503 before":
      return [503, "Service Unavailable"];
    default:
      return undefined;
  }
}

const send = (response: ServerResponse, status: number, title: string, headers: Record<string, string> = {}) =>
  void response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify({ errors: [{ title }] }));

const pause = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString("utf8");
}

const passedHeaders = ["authorization", "content-type", "idempotency-key", "key-inflection", "persona-version", "accept"];

async function forward(persona: string, { method, url, headers }: IncomingMessage, body: string) {
  const passed = Object.fromEntries(passedHeaders.flatMap((name) => (headers[name] === undefined ? [] : [[name, String(headers[name])]])));
  const answer = await fetch(`${persona}${url}`, { method: method ?? "GET", headers: passed, body: body === "" ? null : body });
  const kept = [...answer.headers].filter(([name]) => /^(content-type|request-id|ratelimit-.*)$/.test(name));
  return { status: answer.status, headers: Object.fromEntries(kept), text: await answer.text() };
}
