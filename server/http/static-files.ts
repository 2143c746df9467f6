import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { MiddlewareHandler } from "hono";
import type { DeskEnv } from "./context";
import { notFound } from "./desk-error";
import { routePreloads } from "./route-preloads";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
};
const compressible = new Set([".html", ".js", ".css", ".svg", ".txt"]);

type Body = Uint8Array<ArrayBuffer>;
type StaticFile = {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
  readonly br: Body | undefined;
  readonly gzip: Body | undefined;
};

/**
 * Serves the built application out of memory: what was not built cannot be asked for, whatever the path says. Files with a hash in
 * their name are kept for a year, the page itself is asked for each time; every page address answers with the page, and with what its route
 * loads named in the head.
 * @param folder of `npm run build`
 * @throws Error when there is no build
 */
export function staticFiles(folder: string): MiddlewareHandler<DeskEnv> {
  const files = readFiles(folder);
  const page = files.get("/index.html");
  if (page === undefined) throw new Error(`There is no built application in ${folder}: run npm run build.`);
  const routes = pagesOfRoutes(folder, page);
  return async (c) => {
    if (c.req.method !== "GET" && c.req.method !== "HEAD") throw notFound();
    const { pathname } = new URL(c.req.url);
    const isPage = extname(pathname) === "" || pathname === "/index.html";
    const file = isPage ? (routes.find(({ path }) => path.test(pathname))?.page ?? page) : files.get(pathname);
    if (file === undefined) throw notFound();
    c.set("isFile", true);
    if (c.req.header("if-none-match") === file.headers["etag"]) return c.body(null, 304, { ...file.headers });
    return answer(file, c.req.header("accept-encoding") ?? "", c.req.method === "HEAD");
  };
}

function answer({ headers, body, br, gzip }: StaticFile, accepted: string, headOnly: boolean): Response {
  const [encoding, encoded] = /\bbr\b/.test(accepted) && br ? ["br", br] : /\bgzip\b/.test(accepted) && gzip ? ["gzip", gzip] : ["", body];
  return new Response(headOnly ? null : encoded, {
    headers: { ...headers, ...(encoding === "" ? {} : { "content-encoding": encoding }), "content-length": String(encoded.length) },
  });
}

function readFiles(folder: string): ReadonlyMap<string, StaticFile> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => statSync(join(folder, name)).isFile());
  const files = names.map((name) => [`/${relative(".", name).split(sep).join("/")}`, readFile(join(folder, name))] as const);
  // Vite's manifest is for builds and tests
  return new Map(files.filter(([path]) => !path.startsWith("/.")));
}

/** The page once for each route whose scripts are not those of every page. */
function pagesOfRoutes(folder: string, page: StaticFile) {
  const file = join(folder, ".vite/manifest.json");
  // without one the pages work as well, a little later
  if (!existsSync(file)) return [];
  const manifest: unknown = JSON.parse(readFileSync(file, "utf8"));
  const html = new TextDecoder().decode(page.body);
  return routePreloads(manifest)
    .filter(({ tags }) => tags !== "")
    .map(({ path, tags }) => ({ path, page: pack(new TextEncoder().encode(html.replace("</head>", `${tags}</head>`)), ".html", false) }));
}

function readFile(path: string): StaticFile {
  const hashed = /[-.][\w-]{8,}\.\w+$/.test(path) && path.includes(`${sep}assets${sep}`);
  return pack(new Uint8Array(readFileSync(path)), extname(path), hashed);
}

function pack(body: Body, extension: string, hashed: boolean): StaticFile {
  const packs = compressible.has(extension);
  return {
    headers: {
      "content-type": types[extension] ?? "application/octet-stream",
      "cache-control": hashed ? "public, max-age=31536000, immutable" : "no-cache",
      etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`,
      vary: "accept-encoding",
    },
    body,
    br: packs ? new Uint8Array(brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })) : undefined,
    gzip: packs ? new Uint8Array(gzipSync(body)) : undefined,
  };
}
