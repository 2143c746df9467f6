import { readdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

const types: Record<string, string> = { html: "text/html", js: "text/javascript", json: "application/json" };

/** Fifty rows of as much text as a row of the list has. */
const rows = Array.from({ length: 50 }, (_, index) => ({
  id: `usr_${(index * 7_919 + 65_536).toString(16)}`,
  cells: [
    "Waiting for review",
    "Government ID and selfie",
    `${index + 1} hours ago`,
    `${index + 2} hours ago`,
    "in 3 days",
    `inq_${index}`,
  ],
}));

/**
 * Serves the built floor page, compressed as the desk's server compresses, with its rows as JSON.
 * @param folder of the built page
 * @returns the server, listening on a free port of this machine, and its address
 */
export async function serveFloor(folder: string): Promise<{ server: Server; url: string }> {
  const files = new Map<string, { type: string; body: Buffer }>();
  const add = (path: string, body: string | Buffer) =>
    files.set(path, { type: types[path.split(".").at(-1) ?? ""] ?? "text/html", body: brotliCompressSync(body) });
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (/\.\w+$/.test(name)) add(`/${name.replaceAll("\\", "/")}`, readFileSync(join(folder, name)));
  }
  add("/", readFileSync(join(folder, "index.html")));
  add("/rows.json", JSON.stringify(rows));
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? "");
    if (!file) return response.writeHead(404).end();
    const caching = request.url?.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-store";
    return response.writeHead(200, { "content-type": file.type, "content-encoding": "br", "cache-control": caching }).end(file.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The floor has no port");
  return { server, url: `http://127.0.0.1:${address.port}` };
}
