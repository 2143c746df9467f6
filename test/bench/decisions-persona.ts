import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { readDecisionComment } from "@/domain/decision-comment";
import type { InquirySeen } from "@/domain/inquiry-seen";
import { readProperty, readText } from "@/lib/read";
import type { Random } from "@mocks/world/core/random";

/** What happens to one call: before Persona does anything, or after. */
export type Mishap =
  | "none"
  | "lost before"
  | "429 before"
  | "quota"
  | "409"
  | "500 before"
  | "500 kept before"
  | "503 before"
  | "late"
  | "lost after"
  | "cut off after"
  | "500 after"
  | "500 kept after"
  | "503 after"
  | "too late after"
  | "offline";

/** A decision that took effect. */
export type Effect = {
  readonly inquiryId: string;
  /** What the person wrote, which names the decision. */
  readonly comment: string;
  /** Persona's time of the inquiry right before. */
  readonly updatedAt: string;
};

export type StormPersona = {
  readonly url: string;
  readonly effects: readonly Effect[];
  readonly mishaps: ReadonlyMap<Mishap, number>;
  /** A new inquiry that waits for a decision. @returns its ID */
  add(): string;
  /** As a page shows it now. */
  picture(inquiryId: string): InquirySeen;
  /** The user does something. */
  moves(inquiryId: string): void;
  /** From now on every call goes well. */
  calm(): void;
  close(): void;
};

const shares: readonly (readonly [Mishap, number])[] = [
  ["lost before", 0.03],
  // Persona lets nobody call for a second then
  ["429 before", 0.002],
  ["quota", 0.01],
  ["409", 0.01],
  ["500 before", 0.02],
  ["500 kept before", 0.01],
  ["503 before", 0.02],
  ["late", 0.1],
  ["lost after", 0.02],
  ["cut off after", 0.02],
  ["500 after", 0.02],
  ["500 kept after", 0.01],
  ["503 after", 0.02],
  ["too late after", 0.01],
];

type Inquiry = {
  readonly id: string;
  status: string;
  updatedAt: string;
  decisionedAt: string | null;
};
type Answer = {
  readonly status: number;
  readonly body: unknown;
};
const refusal = (status: number, title: string): Answer => ({ status, body: { errors: [{ title }] } });
const isOk = ({ status }: Answer) => status < 300;
const pause = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));
const verbs: Readonly<Record<string, readonly [status: string, event: string]>> = {
  approve: ["approved", "inquiry.approved"],
  decline: ["declined", "inquiry.declined"],
};

type StormOptions = {
  readonly random: Random;
  /** Longer than the desk waits for an answer. */
  readonly tooLateMs: number;
  /** Every so often nothing can be reached, for so long. */
  readonly offline: { readonly everyMs: number; readonly forMs: number };
  /** What doesn't happen here. */
  readonly without?: readonly Mishap[];
};

/**
 * Persona as far as decisions go, in a storm: it does each key once and gives its first answer again, and many calls come to grief on their
 * way there or back. It is the witness of what was done, and on which picture.
 */
export async function startStormPersona({ random, tooLateMs, offline, without = [] }: StormOptions): Promise<StormPersona> {
  const inquiries = new Map<string, Inquiry>();
  const kept = new Map<string, Answer>();
  const effects: Effect[] = [];
  const events: { readonly name: string; readonly inquiryId: string; readonly createdAt: string }[] = [];
  const mishaps = new Map<Mishap, number>();
  const startedAt = Date.now();
  let isCalm = false;
  let versions = 0;

  const chosen = (isWrite: boolean): Mishap => {
    if (isCalm) return "none";
    if ((Date.now() - startedAt) % offline.everyMs > offline.everyMs - offline.forMs) return "offline";
    let left = random.next();
    const mishap = shares.find(([, share]) => (left -= share) < 0)?.[0] ?? "none";
    // a read has no effect
    const isImpossible = !isWrite && (mishap === "409" || mishap.includes("kept"));
    return isImpossible || without.includes(mishap) ? "none" : mishap;
  };
  /** Each change has a time of its own. */
  const changed = (inquiry: Inquiry): void => {
    versions += 1;
    inquiry.updatedAt = new Date(startedAt + versions).toISOString();
  };
  const resource = ({ id, ...attributes }: Inquiry) => ({
    data: { type: "inquiry", id, attributes: { referenceId: null, redactedAt: null, ...attributes }, relationships: {} },
    included: [],
    meta: {},
  });

  function read(url: URL): Answer {
    if (url.pathname === "/api/v1/events") {
      const [name, id] = [url.searchParams.get("filter[name]"), url.searchParams.get("filter[object-id]")];
      const found = events.filter((event) => event.name === name && event.inquiryId === id);
      const data = found.map((event, index) => ({ type: "event", id: `evt_${index}`, attributes: { name, createdAt: event.createdAt } }));
      return { status: 200, body: { data, links: { prev: null, next: null } } };
    }
    const inquiry = inquiries.get(url.pathname.split("/")[4] ?? "");
    return inquiry === undefined ? refusal(404, "Record not found") : { status: 200, body: resource(inquiry) };
  }

  function act(path: string, body: string): Answer {
    const [, , , , id = "", verb = ""] = path.split("/");
    const [inquiry, [status, name] = []] = [inquiries.get(id), verbs[verb]];
    if (inquiry === undefined || status === undefined || name === undefined) return refusal(404, "Record not found");
    const sent = readText(readProperty(readProperty(JSON.parse(body), "meta"), "comment")) ?? "";
    effects.push({ inquiryId: id, comment: readDecisionComment(sent).comment, updatedAt: inquiry.updatedAt });
    changed(inquiry);
    inquiry.status = status;
    inquiry.decisionedAt = new Date().toISOString();
    events.unshift({ name, inquiryId: id, createdAt: inquiry.decisionedAt });
    return { status: 200, body: resource(inquiry) };
  }

  /** What Persona does and keeps, whatever its caller hears of it. */
  function write(path: string, key: string, body: string, mishap: Mishap): Answer {
    const known = kept.get(key);
    if (known !== undefined) return known;
    if (mishap === "500 kept before") kept.set(key, refusal(500, "Internal error"));
    else if (mishap === "409") kept.set(key, refusal(409, "Somebody is at it"));
    const answer = kept.get(key) ?? act(path, body);
    kept.set(key, mishap === "500 kept after" ? refusal(500, "Internal error") : answer);
    return kept.get(key) ?? answer;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://persona");
    const body = await textOf(request);
    const isWrite = request.method === "POST";
    const mishap = chosen(isWrite);
    mishaps.set(mishap, (mishaps.get(mishap) ?? 0) + 1);
    if (mishap === "offline" || mishap === "lost before") return void response.destroy();
    const before = refusalBefore[mishap];
    if (before !== undefined) return send(response, before);
    if (mishap === "late") await pause(random.int(50, 600));
    const said = isWrite ? write(url.pathname, String(request.headers["idempotency-key"]), body, mishap) : read(url);
    if (mishap === "lost after") return void response.destroy();
    if (mishap === "cut off after") {
      const text = JSON.stringify(said.body);
      response.writeHead(said.status, { "content-type": "application/json", "content-length": Buffer.byteLength(text) });
      return void response.write(text.slice(0, text.length / 2), () => response.destroy());
    }
    if (mishap === "too late after") await pause(tooLateMs);
    if (isOk(said) && mishap === "500 after") return send(response, refusal(500, "Internal Server Error"));
    if (isOk(said) && mishap === "503 after") return send(response, refusal(503, "Service Unavailable"));
    send(response, said);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const inquiryOf = (id: string): Inquiry => {
    const inquiry = inquiries.get(id);
    if (inquiry === undefined) throw new Error(`There is no ${id}`);
    return inquiry;
  };
  return {
    url: `http://127.0.0.1:${address.port}`,
    effects,
    mishaps,
    add() {
      const inquiry = { id: `inq_storm${inquiries.size}`, status: "needs_review", updatedAt: "", decisionedAt: null };
      changed(inquiry);
      inquiries.set(inquiry.id, inquiry);
      return inquiry.id;
    },
    picture(id) {
      const { status, updatedAt } = inquiryOf(id);
      return { status, updatedAt, redactedAt: null, reviewerId: null, verifications: [], reports: [] };
    },
    moves: (id) => changed(inquiryOf(id)),
    calm: () => (isCalm = true),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

const refusalBefore: Partial<Readonly<Record<Mishap, Answer>>> = {
  "429 before": refusal(429, "Too Many Requests"),
  quota: refusal(429, "Quota exceeded"),
  "500 before": refusal(500, "Internal Server Error"),
  "503 before": refusal(503, "Service Unavailable"),
};

function send(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { "content-type": "application/json", "ratelimit-reset": "1" }).end(JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString("utf8");
}
