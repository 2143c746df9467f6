import { describe, expect, it } from "vitest";
import { stylesheet } from "./stylesheet";
import { html } from "./html";
import { askPage, developmentPage, errorPage, noRolePage, signedOutPage } from "./pages";

const hostile = `"><script>alert(1)</script><img src=x onerror='alert(2)'>&amp;`;
const escaped = "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=&#39;alert(2)&#39;&gt;&amp;amp;";

const pages = {
  error: errorPage(hostile, [hostile], `/inquiries?q=${hostile}`, hostile),
  "no role": noRolePage(
    { name: hostile, emailAddress: hostile },
    { what: hostile, nearMisses: [hostile], wayOut: hostile },
    hostile,
    hostile,
  ),
  "signed out": signedOutPage(),
  ask: askPage(`/inquiries?q=${hostile}`),
  development: developmentPage([{ name: hostile, emailAddress: hostile, role: "lead" }], `/x?q=${hostile}`),
};

/** Tags alone: what stands between quotes or between tags cannot become one. */
const tagsOf = (markup: string) => markup.replaceAll(/"[^"]*"/g, '""').match(/<[^>]*>/g) ?? [];

describe.each(Object.entries(pages))("the page %s", (_name, markup) => {
  it("keeps the content security policy: no script, no inline style or handler", () => {
    expect(tagsOf(markup).length).toBeGreaterThan(10);
    expect(tagsOf(markup).filter((tag) => /^<(script|style|img)|\s(style|on\w+)=/i.test(tag))).toEqual([]);
    expect(markup).toContain('<link rel="stylesheet" href="/auth/pages.css" />');
    // without it browsers ask for /favicon.ico, which is not there
    expect(markup).toContain('href="/favicon.svg"');
  });

  it("has one heading, a title and a language", () => {
    expect(markup.match(/<h1>/g)).toHaveLength(1);
    expect(markup).toMatch(/^<!doctype html>\s*<html lang="en">/);
    expect(markup).toContain("<title>");
  });
});

describe("markup", () => {
  it.each(["error", "no role", "development"] as const)("of the page %s shows hostile names as they are written", (name) => {
    expect(pages[name]).toContain(escaped);
  });

  it("escapes every text once, and lists of markup never", () => {
    const list = ["<a>", "&'"].map((text) => html`<i title="${text}">${text}</i>`);
    expect(html`<b>${list}</b>`.markup).toBe('<b><i title="&lt;a&gt;">&lt;a&gt;</i><i title="&amp;&#39;">&amp;&#39;</i></b>');
  });

  it("leaves the stylesheet with nothing to load from elsewhere", () => {
    expect(stylesheet).toContain("light-dark(");
    expect(stylesheet).not.toMatch(/url\(|@import/);
  });
});
