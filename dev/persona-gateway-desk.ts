import type { ServerResponse } from "node:http";
import type { Claim, DeskSession } from "../src/api/generated/desk/types.gen.ts";

/** How long a claim holds, as the real server side has it. */
const leaseMs = 90_000;

/**
 * Answers what an open screen asks of the desk's own API besides the session, so that it works against Persona without a server side:
 * nothing changes, nobody else is there, and nothing is written down. The rest of that API needs the server.
 * @returns false for anything else
 */
export function answerDesk(method: string, path: string, { user }: Pick<DeskSession, "user">, response: ServerResponse): boolean {
  const json = (status: number, body: object) => {
    response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" });
    response.end(JSON.stringify(body));
    return true;
  };
  const [, inquiryId] = /^\/desk\/v1\/claims\/(\w+)$/.exec(path) ?? [];
  switch (`${method} ${inquiryId === undefined ? path : "claim"}`) {
    case "GET /desk/v1/events":
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      response.write(": nothing is told here\n\n");
      return true;
    case "GET /desk/v1/claims":
      return json(200, { data: [] });
    case "PUT claim": {
      const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();
      return json(200, { inquiryId: inquiryId ?? "", user, claimedAt: inMs(0), expiresAt: inMs(leaseMs), mine: true } satisfies Claim);
    }
    case "DELETE claim":
      response.writeHead(204).end();
      return true;
    case "POST /desk/v1/audit-entries":
      return json(201, {});
    default:
      return false;
  }
}
