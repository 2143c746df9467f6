import { createServer } from "vite";
import { describe, expect, it } from "vitest";
import { demoAddress, demoAddresses } from "./demo-address";

const html = "text/html,application/xhtml+xml";

describe("a page of the demo that is opened at its own path", () => {
  it.each([
    ["/inquiries", "/#/inquiries"],
    ["/inquiries/inq_4KxVdP8qLmZ2nYtR7wBcJf6H?panel=events", "/#/inquiries/inq_4KxVdP8qLmZ2nYtR7wBcJf6H?panel=events"],
    ["/accounts?reference-id=usr_2c5e88", "/#/accounts?reference-id=usr_2c5e88"],
  ])("%s is at %s", (url, address) => {
    expect(demoAddress(url, html)).toBe(address);
  });

  it.each(["/", "/?x=1", "/index.html", "/mockServiceWorker.js", "/src/main.tsx", "/@vite/client", "/api/v1/inquiries", "//example.com/x"])(
    "%s is none",
    (url) => {
      expect(demoAddress(url, html)).toBeUndefined();
    },
  );

  it("what scripts ask for is none", () => {
    expect(demoAddress("/inquiries", "*/*")).toBeUndefined();
    expect(demoAddress("/inquiries", undefined)).toBeUndefined();
  });

  it("is led there by the server", async () => {
    const server = await createServer({
      configFile: false,
      root: "dev",
      logLevel: "silent",
      optimizeDeps: { noDiscovery: true },
      server: { port: 0, ws: false, watch: null },
      plugins: [demoAddresses()],
    });
    try {
      await server.listen();
      const [base = ""] = server.resolvedUrls?.local ?? [];
      const answer = await fetch(new URL("/inquiries?status=created", base), { headers: { accept: html }, redirect: "manual" });
      expect([answer.status, answer.headers.get("location")]).toEqual([302, "/#/inquiries?status=created"]);
    } finally {
      await server.close();
    }
  });
});
