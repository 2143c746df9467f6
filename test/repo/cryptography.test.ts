import { expect, it } from "vitest";
import { read, typescriptIn } from "@test/support/source-files";

const server = typescriptIn("server").map((file) => ({ file, text: read(file) }));
const callsIn = (text: string, call: RegExp) => [...text.matchAll(call)].map(([, name]) => name ?? "");

it("the server hashes, signs and derives keys with SHA-256 alone, and seals with AES-256-GCM", () => {
  const hashes = server.flatMap(({ text }) => callsIn(text, /\b(?:createHash|createHmac|hkdfSync)\((?:"([^"]+)")?/g));
  expect(hashes.length).toBeGreaterThan(5);
  expect(new Set(hashes)).toEqual(new Set(["sha256"]));
  const ciphers = server.flatMap(({ text }) => callsIn(text, /\bcreate(?:C|Dec)ipher(?:iv)?\((?:"([^"]+)")?/g));
  expect(ciphers.filter((name) => name !== "aes-256-gcm")).toEqual([]);
});

it("chance that anybody could guess spreads waits, and makes nothing that must not be guessed", () => {
  const guessable = server.flatMap(({ text }) => text.split("\n").filter((line) => line.includes("Math.random")));
  expect(guessable.length).toBeGreaterThan(0);
  expect(guessable.filter((line) => !/clock\.later\(|pause\(|retryText/.test(line))).toEqual([]);
});
