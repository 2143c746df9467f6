import { screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { firstRequests } from "../../dev/first-requests";
import { resetSimulator } from "@mocks/doors/node";
import { renderApp } from "@test/render-app";
import { inquiryIn, sandbox } from "@test/support/inquiry-states";

afterEach(() => {
  delete window.firstAnswers;
  vi.unstubAllGlobals();
});

/** Runs the page's first script as the browser would at an address. */
async function begin(path: string) {
  vi.resetModules();
  vi.stubGlobal("__FIRST_REQUESTS__", firstRequests);
  const { origin } = window.location;
  const { pathname, search } = new URL(path, origin);
  vi.stubGlobal("location", { origin, pathname, search });
  const begun: { url: string; headers: Headers; cache: RequestCache | undefined }[] = [];
  const real = globalThis.fetch;
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => {
    begun.push({ url: origin + path, headers: new Headers(init.headers), cache: init.cache });
    return real(origin + path, init);
  });
  await import("@/first");
  vi.unstubAllGlobals();
  return begun;
}

/** What the app asks for by itself at an address. */
async function asked(path: string) {
  const calls: Request[] = [];
  const real = globalThis.fetch;
  vi.stubGlobal("fetch", (request: Request) => {
    calls.push(request);
    return real(request);
  });
  const { user } = await renderApp(path);
  await screen.findByRole("heading", { level: 1 });
  return { calls, user };
}

const addresses = () => {
  const simulator = resetSimulator(sandbox);
  return [
    "/",
    "/inquiries",
    "/inquiries?status=pending",
    "/accounts",
    `/inquiries/${inquiryIn(simulator, { status: "needs_review" })}?panel=json`,
  ];
};

describe("the page's first script", () => {
  it.each([0, 1, 2, 3, 4])("asks for what the app would ask for, letter by letter (%i)", async (index) => {
    const path = addresses()[index] ?? "";
    const begun = await begin(path);
    delete window.firstAnswers;
    const { calls } = await asked(path);
    for (const { url, headers, cache } of begun) {
      const same = calls.find((call) => call.url === url);
      expect(same, url).toBeDefined();
      expect([...headers]).toEqual([...(same?.headers ?? [])]);
      expect(cache).toBe("no-store");
    }
    expect(begun).toHaveLength([1, 3, 1, 1, 2][index] ?? 0);
  });

  it("leaves nothing to be asked for twice", async () => {
    const path = addresses()[4] ?? "";
    const begun = await begin(path);
    const { calls } = await asked(path);
    expect(calls.length).toBeGreaterThan(2);
    expect(calls.filter(({ url }) => begun.some((one) => one.url === url)).map(({ url }) => url)).toEqual([]);
    expect(window.firstAnswers?.size).toBe(0);
  });

  it("tells of a call that failed, and lets one ask again", async () => {
    const path = addresses()[1] ?? "";
    await begin(path);
    const url = [...(window.firstAnswers?.keys() ?? [])].find((key) => key.includes("/inquiries?")) ?? "";
    window.firstAnswers?.set(url, Promise.reject(new TypeError("Failed to fetch")));
    const { calls, user } = await asked(path);
    await user.click(await screen.findByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("table", { name: "Inquiries" })).toBeVisible();
    expect(calls.map((call) => call.url)).toContain(url);
  });
});
