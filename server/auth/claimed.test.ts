import { describe, expect, it } from "vitest";
import { claimedOf, UnusableSubject } from "./claimed";

const of = (more: Record<string, unknown>) => claimedOf({ iss: "https://idp.example", sub: "maya", ...more });

describe("what the identity provider says of somebody", () => {
  it.each<[Record<string, unknown>, string]>([
    [{ name: "Maya Lindqvist", preferred_username: "m", email: "m@example.com" }, "Maya Lindqvist"],
    [{ name: " ", preferred_username: "maya.l", email: "m@example.com" }, "maya.l"],
    [{ name: 7, email: "m@example.com" }, "m@example.com"],
    [{}, "maya"],
    [{ name: "Ma\0ya\u0007\nLindqvist" }, "Ma ya Lindqvist"],
    [{ name: "\0\0" }, "maya"],
    [{ name: "Maya \ud83d" }, "Maya"],
    [{ name: "Maya \u202enimda" }, "Maya nimda"],
    [{ name: "Inés 🦊" }, "Inés 🦊"],
    [{ name: "🦊".repeat(201) }, "🦊".repeat(200)],
    [{ name: `${"m".repeat(199)} ${"a".repeat(99)}` }, "m".repeat(199)],
  ])("names them: %j", (claims, name) => expect(of(claims).name).toBe(name));

  it.each<[unknown, string]>([
    ["maya@example.com", "maya@example.com"],
    ["maya@example.com\0", "maya@example.com"],
    [undefined, ""],
    [["maya@example.com"], ""],
    ["m".repeat(400), "m".repeat(320)],
  ])("tells their address: %j", (email, emailAddress) => expect(of({ email }).emailAddress).toBe(emailAddress));

  it.each(["", " ", "\t", "m".repeat(256), "maya\0", "ma\nya", "maya\ud800"])("is nobody for the subject %j", (sub) =>
    expect(() => of({ sub })).toThrow(UnusableSubject),
  );

  it.each(["0", "m".repeat(255), "auth0|5f7c8ec7c33c6c004bbafe82", "cn=maya,ou=people", "Ö"])("is somebody for the subject %j", (sub) =>
    expect(of({ sub }).subject).toBe(sub),
  );
});
