import { beforeAll, describe, expect, it } from "vitest";
import { buildApp, scriptsOf, type Build } from "@test/support/production-build";

const kilobyte = 1024;

/** JavaScript, brotli, that a browser fetches before the list of inquiries can be used. */
const firstLoadBudget = 130 * kilobyte;

const apiKey = "persona_production_4c1e77-set-while-building";

let build: Build;
beforeAll(() => {
  build = buildApp("production", { PERSONA_API_KEY: apiKey, VITE_PERSONA_API_URL: "https://persona.invalid" });
}, 120_000);

const everything = () => build.files.filter((file) => /\.(js|css|html)$/.test(file)).map((file) => [file, build.text(file)] as const);

describe("the production build", () => {
  it("has no simulator in it", () => {
    // the hash at the end of a name may spell anything
    const names = build.files.map((file) => file.replace(/-[\w-]{8}(?=\.\w+$)/, ""));
    expect(names.filter((name) => /mock|msw|simulator|browser-door/i.test(name))).toEqual([]);
    expect(
      everything().flatMap(([file, text]) => (/mockServiceWorker|simulator\/v1|persona_sandbox_|usr_[a-z0-9]{6}/.test(text) ? [file] : [])),
    ).toEqual([]);
  });

  it("holds no API key, though one was set while it was built", () => {
    expect(everything().flatMap(([file, text]) => (text.includes(apiKey) ? [file] : []))).toEqual([]);
  });

  it("has nothing inline, and leaves its content security policy to the server's header", () => {
    const html = build.text("index.html");
    expect(html).not.toContain("http-equiv");
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>/);
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/);
  });

  it("evaluates no text as code", () => {
    expect(
      everything().flatMap(([file, text]) =>
        file.endsWith(".js") && /\beval\(|new Function\(/.test(text) && !text.includes("jitless") ? [file] : [],
      ),
    ).toEqual([]);
  });

  it("has browsers compile at once what is opened first, and nothing else", () => {
    const hinted = build.files.filter((file) => file.endsWith(".js") && build.text(file).startsWith("//# allFunctionsCalledOnLoad\n"));
    expect(hinted.map((file) => file.replaceAll(/^.*\/|-[\w-]{8}\.js$/g, "")).toSorted()).toEqual([
      "_inquiryId",
      "app",
      "first",
      "index",
      "shared",
      "standing-notes",
      "vendor",
    ]);
  });

  // an upper bound: packing as a server does takes seconds on a machine that does other things besides
  it("makes the list of inquiries usable within the budget of first-load JavaScript", { timeout: 60_000 }, () => {
    const scripts = scriptsOf(build, /^src\/routes\/inquiries\/index\.tsx\?/);
    const sizes = Object.fromEntries(scripts.map((file) => [file, build.brotliBytes(file)]));
    const total = Object.values(sizes).reduce((sum, size) => sum + size, 0);
    console.info(`first load: ${(total / kilobyte).toFixed(1)} KB brotli in ${scripts.length} files`);
    expect(total, JSON.stringify(sizes, null, 1)).toBeGreaterThan(40 * kilobyte);
    expect(total, JSON.stringify(sizes, null, 1)).toBeLessThanOrEqual(firstLoadBudget);
  });
});
