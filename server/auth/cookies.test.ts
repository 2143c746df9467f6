import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { createCookies } from "./cookies";

const state = "a-state_0123456789";

async function setCookies(publicUrl: string) {
  const { session, attempt } = createCookies(new URL(publicUrl));
  const app = new Hono();
  app.get("/in", (c) => {
    session.write(c, "secret");
    attempt.write(c, state, "browser");
    return c.text("");
  });
  app.get("/out", (c) => {
    session.clear(c);
    attempt.clear(c, state);
    return c.text("");
  });
  return [(await app.request("/in")).headers.getSetCookie(), (await app.request("/out")).headers.getSetCookie()];
}

describe("the cookies", () => {
  it("belong to this host alone over https, out of reach of scripts, and stay behind on other sites' writes", async () => {
    expect(await setCookies("https://desk.example.com")).toEqual([
      [
        "__Host-desk=secret; Path=/; HttpOnly; Secure; SameSite=Lax",
        "__Host-desk-sign-in-a-state_0123=browser; Max-Age=600; Path=/; HttpOnly; Secure; SameSite=Lax",
      ],
      [
        "__Host-desk=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax",
        "__Host-desk-sign-in-a-state_0123=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax",
      ],
    ]);
  });

  it("do without TLS on a loopback host", async () => {
    expect((await setCookies("http://localhost:8080"))[0]).toEqual([
      "desk=secret; Path=/; HttpOnly; SameSite=Lax",
      "desk-sign-in-a-state_0123=browser; Max-Age=600; Path=/; HttpOnly; SameSite=Lax",
    ]);
  });
});
