import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DeskEnv } from "./context";
import { errorAnswer } from "./error-answer";
import { staticFiles } from "./static-files";

const script = "export const words = 'the same words '.repeat(3);";
let folder: string;
let app: Hono<DeskEnv>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "static-files-"));
  mkdirSync(join(folder, "assets"));
  mkdirSync(join(folder, ".vite"));
  writeFileSync(join(folder, "index.html"), "<!doctype html><head><title>Desk</title></head>");
  writeFileSync(join(folder, "assets/app-Ab3dE_9x.js"), script);
  const routes = { "src/routes/inquiries/$inquiryId.tsx?tsr-split=component": { file: "assets/inquiry-Ab3dE_9x.js" } };
  writeFileSync(join(folder, ".vite/manifest.json"), JSON.stringify(routes));
  app = new Hono<DeskEnv>();
  app.onError(errorAnswer);
  app.get("*", staticFiles(folder));
});
afterAll(() => rmSync(folder, { recursive: true }));

const get = async (path: string, headers: Record<string, string> = {}, method = "GET") =>
  app.fetch(new Request(`http://desk.example${path}`, { method, headers }));

describe("static files", () => {
  it.each(["/", "/index.html", "/inquiries", "/inquiries/inq_1", "/settings?section=sla"])(
    "%s is the page, asked for each time",
    async (path) => {
      const response = await get(path);
      expect(await response.text()).toContain("<title>Desk</title>");
      expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
      expect(response.headers.get("cache-control")).toBe("no-cache");
    },
  );

  it("the page names what its route loads, and is another page for that", async () => {
    const [list, inquiry] = await Promise.all([get("/inquiries"), get("/inquiries/inq_1")]);
    expect(await list.text()).not.toContain("modulepreload");
    expect(await inquiry.text()).toContain('href="/assets/inquiry-Ab3dE_9x.js"></head>');
    const other = inquiry.headers.get("etag") ?? "";
    expect((await get("/inquiries", { "if-none-match": other })).status).toBe(200);
    expect((await get("/inquiries/inq_2", { "if-none-match": other })).status).toBe(304);
  });

  it("what has a hash in its name is kept for a year, packed as the browser likes it", async () => {
    const response = await get("/assets/app-Ab3dE_9x.js", { "accept-encoding": "gzip, br" });
    expect(response.headers.get("cache-control")).toContain("immutable");
    expect(response.headers.get("content-encoding")).toBe("br");
    expect(brotliDecompressSync(Buffer.from(await response.arrayBuffer())).toString()).toBe(script);
  });

  it("an unchanged page is not sent again", async () => {
    const etag = (await get("/")).headers.get("etag") ?? "";
    const again = await get("/", { "if-none-match": etag });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
  });

  it("HEAD tells the length and sends nothing", async () => {
    const response = await get("/assets/app-Ab3dE_9x.js", {}, "HEAD");
    expect(response.headers.get("content-length")).toBe(String(script.length));
    expect(await response.text()).toBe("");
  });

  it.each(["/assets/none.js", "/.vite/manifest.json", "/assets/../../etc/passwd.txt", "/package.json"])("%s is not found", async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it("a folder without a build is refused at once", () => {
    expect(() => staticFiles(join(folder, "assets"))).toThrow("npm run build");
  });
});
