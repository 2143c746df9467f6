import { createServer, type Server } from "node:http";
import { readFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "../support/test";

const builtDemo = fileURLToPath(new URL("../../../dist-demo/", import.meta.url));
const base = "/some/where/else/";
const types: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** A host without rewrite rules: what is no file is not found. */
function staticHost(): Promise<Server> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://host").pathname;
    const file = path === base ? "index.html" : path.startsWith(base) ? path.slice(base.length) : undefined;
    readFile(join(builtDemo, file ?? "nothing")).then(
      (content) => {
        response.writeHead(200, { "content-type": types[extname(file ?? "")] ?? "application/octet-stream" });
        response.end(content);
      },
      () => {
        response.writeHead(404);
        response.end();
      },
    );
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

test("the demo's folder works under any path of any static host, deep links and reloads included", async ({ page }) => {
  const host = await staticHost();
  const missing: string[] = [];
  page.on("response", (response) => void (response.status() === 404 && missing.push(response.url())));
  try {
    // a server that listens on a TCP port has such an address
    const { port } = host.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}${base}#/inquiries?status=needs_review`);
    const list = page.getByRole("table", { name: /inquiries/i });
    await expect(list.getByText("Needs review").first()).toBeVisible();
    await list.locator("[data-row-link]").first().click();
    await expect(page.getByRole("region", { name: "Verdict" })).toContainText("Needs review");
    // documents are drawn by the simulator, below the same path
    await expect
      .poll(() => page.locator("img").evaluateAll((images: HTMLImageElement[]) => images.some((image) => image.naturalWidth > 0)))
      .toBe(true);

    await page.reload();
    await expect(page.getByRole("region", { name: "Verdict" })).toContainText("Needs review");
    expect(missing).toEqual([]);
  } finally {
    host.closeAllConnections();
    host.close();
  }
});
