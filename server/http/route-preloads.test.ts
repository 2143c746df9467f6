import { describe, expect, it } from "vitest";
import { routePreloads } from "./route-preloads";

const manifest = {
  "index.html": { file: "assets/index-1.js", isEntry: true, imports: ["_app.js"], css: ["assets/index-1.css"] },
  "_app.js": { file: "assets/app-1.js", imports: ["_vendor.js"] },
  "_vendor.js": { file: "assets/vendor-1.js", imports: ["_app.js"] },
  "_shared.js": { file: "assets/shared-1.js", imports: ["_app.js"] },
  "src/routes/-palette.tsx": { file: "assets/palette-1.js" },
  "src/routes/index.tsx?tsr-split=component": { file: "assets/desk-1.js", imports: ["_app.js"] },
  "src/routes/audit.tsx?tsr-split=component---loader": { file: "assets/audit-1.js", imports: ["_shared.js", "index.html"] },
  "src/routes/inquiries/index.tsx?tsr-split=component": { file: "assets/app-1.js", imports: ["_vendor.js"] },
  "src/routes/inquiries/$inquiryId.tsx?tsr-split=component---pendingComponent": {
    file: "assets/inquiry-1.js",
    imports: ["_shared.js"],
    css: ["assets/inquiry-1.css"],
  },
};

const tagsAt = (path: string) => routePreloads(manifest).filter((route) => route.path.test(path));

describe("what a route loads", () => {
  it.each([
    ["/", ["assets/desk-1.js"]],
    ["/audit", ["assets/audit-1.js", "assets/shared-1.js"]],
    ["/inquiries", []],
    ["/inquiries/", []],
    ["/inquiries/inq_1", ["assets/inquiry-1.js", "assets/inquiry-1.css", "assets/shared-1.js"]],
  ])("is named for %s, without what every page loads", (path, files) => {
    const [route, ...others] = tagsAt(path);
    expect(others).toEqual([]);
    expect([...(route?.tags ?? "").matchAll(/href="\/([^"]+)"/g)].map(([, file]) => file)).toEqual(files);
  });

  it.each(["/nowhere", "/inquiries/inq_1/more", "/auditor"])("is not guessed for %s", (path) => {
    expect(tagsAt(path)).toEqual([]);
  });

  it("is preloaded as it will be used", () => {
    expect(tagsAt("/inquiries/inq_1")[0]?.tags).toBe(
      '<link rel="modulepreload" crossorigin href="/assets/inquiry-1.js">' +
        '<link rel="preload" as="style" crossorigin href="/assets/inquiry-1.css">' +
        '<link rel="modulepreload" crossorigin href="/assets/shared-1.js">',
    );
  });

  it("is told of by Vite's manifest alone", () => {
    expect(() => routePreloads([{ file: 1 }])).toThrow("Invalid input");
  });
});
