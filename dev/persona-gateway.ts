import type { IncomingMessage, ServerResponse } from "node:http";
import type { Connect, Plugin, ProxyOptions } from "vite";
import { defaultKeyPermissions } from "../src/domain/key-permissions.ts";
import { defaultPersonaVersion } from "../src/domain/persona-version.ts";
import { answerDesk } from "./persona-gateway-desk.ts";

const PERSONA = "https://api.withpersona.com/api/v1";
const ROLES = ["reviewer", "support", "lead", "auditor", "admin"];

/** What a browser may tell Persona. Cookies, forwarded addresses and any Authorization of its own stay behind. */
const FORWARDED = new Set(["accept", "content-type", "content-length", "idempotency-key", "key-inflection"]);

export type GatewaySettings = { apiUrl: URL; apiKey: string; environment: "production" | "sandbox"; role: string; name: string };

/**
 * Reads the gateway's settings from environment variables. The key stays in this process: none of these names has the
 * prefix that Vite hands to the browser.
 * @throws Error that names the variable and what is wrong with it.
 */
export function readGatewaySettings(env: Record<string, string | undefined>): GatewaySettings {
  const apiKey = env.PERSONA_API_KEY ?? "";
  const environment = /^persona_(production|sandbox)_\S+$/.exec(apiKey)?.[1];
  if (environment !== "production" && environment !== "sandbox")
    throw new Error("PERSONA_API_KEY must be set to a Persona API key: persona_sandbox_… or persona_production_….");
  const address = env.PERSONA_API_URL ?? PERSONA;
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    throw new Error("PERSONA_API_URL must be an http(s) address, such as https://api.withpersona.com/api/v1.");
  const role = env.DESK_ROLE ?? "lead";
  if (!ROLES.includes(role)) throw new Error(`DESK_ROLE must be one of ${ROLES.join(", ")}.`);
  return { apiUrl: new URL(address), apiKey, environment, role, name: env.DESK_USER ?? "Developer" };
}

/** True for a call that a page of this very server made. Anything else must not get to use the key. */
export function isOwnPage(request: Pick<IncomingMessage, "headers">): boolean {
  const { origin, host } = request.headers;
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") return false;
  return origin === undefined ? site === "same-origin" : URL.canParse(origin) && new URL(origin).host === host;
}

const refuse = (response: ServerResponse, status: number, title: string) => {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify({ errors: [{ title }] }));
};

/** Forwards `/api/v1` to Persona and adds the key on this side of the wire. */
function proxyOptions({ apiUrl, apiKey }: GatewaySettings): ProxyOptions {
  return {
    target: apiUrl.origin,
    changeOrigin: true,
    rewrite: (path) => apiUrl.pathname.replace(/\/$/, "") + path.slice("/api/v1".length),
    configure(proxy) {
      proxy.on("proxyReq", (outgoing) => {
        for (const name of outgoing.getHeaderNames()) if (name !== "host" && !FORWARDED.has(name)) outgoing.removeHeader(name);
        outgoing.setHeader("authorization", `Bearer ${apiKey}`);
        outgoing.setHeader("persona-version", defaultPersonaVersion);
      });
      proxy.on("proxyRes", (incoming) => {
        delete incoming.headers["set-cookie"];
      });
      proxy.on("error", (_error, _request, response) => {
        if ("headersSent" in response && !response.headersSent) refuse(response, 502, "Persona cannot be reached");
      });
    },
  };
}

/**
 * The development server, or the preview of a production build, as the gateway that production needs: it answers who is signed in, forwards the API, and holds the key.
 * It has no sign-in of its own; whoever can open its address acts with the key, so it listens on this machine only.
 */
export function personaGateway(settings: GatewaySettings): Plugin {
  const session = {
    user: { id: "user_developer", name: settings.name, emailAddress: "developer@localhost" },
    role: settings.role,
    permissions: defaultKeyPermissions,
    environment: settings.environment,
    organization: { name: "Persona" },
    // there is no sign-in here, and so nothing that ends
    life: { idleExpiresAt: null, absoluteExpiresAt: null, warnSeconds: 0 },
  };
  const answer: Connect.NextHandleFunction = (request, response, next) => {
    const path = request.url ?? "";
    if (!/^\/(api|desk)\/v1(\/|$|\?)/.test(path)) return next();
    if (!isOwnPage(request)) return refuse(response, 403, "Only this server's own pages may call the API");
    if (path.startsWith("/api/")) return next();
    if (!/^\/desk\/v1\/session(\?|$)/.test(path)) {
      const isAnswered = answerDesk(request.method ?? "GET", path.replace(/\?.*/, ""), session, response);
      return isAnswered ? undefined : refuse(response, 404, "Record not found");
    }
    response.writeHead(200, { "content-type": "application/json", "cache-control": "no-store" });
    response.end(JSON.stringify(session));
  };
  const proxy = { "/api/v1": proxyOptions(settings) };
  return {
    name: "persona-gateway",
    config: () => ({ server: { host: "127.0.0.1", proxy }, preview: { proxy } }),
    configureServer: (server) => void server.middlewares.use(answer),
    configurePreviewServer: (server) => void server.middlewares.use(answer),
  };
}
