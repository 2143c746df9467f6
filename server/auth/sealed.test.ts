import { expect, it } from "vitest";
import { createSeal } from "./sealed";

const own = createSeal("the client's secret");
const seal = (text: string, about: string) => own.seal(text, about);
const open = (sealed: string, about: string) => own.open(sealed, about);

it("opens what was sealed, for what it was sealed for", () => {
  const sealed = seal("a refresh token", "session_1");
  expect(open(sealed, "session_1")).toBe("a refresh token");
  expect(Buffer.from(sealed, "base64url").toString("latin1")).not.toContain("refresh");
  expect(seal("a refresh token", "session_1")).not.toBe(sealed);
});

it("does not open for anything else", () => {
  const sealed = seal("a refresh token", "session_1");
  expect(open(sealed, "session_2")).toBeUndefined();
  expect(createSeal("another secret").open(sealed, "session_1")).toBeUndefined();
});

it("does not open what was changed, cut or made up", () => {
  const sealed = seal("a refresh token", "session_1");
  const bytes = Buffer.from(sealed, "base64url");
  for (let index = 0; index < bytes.length; index += 1) {
    const changed = Buffer.from(bytes);
    changed[index] = (changed[index] ?? 0) ^ 1;
    expect(open(changed.toString("base64url"), "session_1")).toBeUndefined();
  }
  for (const text of ["", "x", sealed.slice(0, 20), sealed.slice(0, -2)]) expect(open(text, "session_1")).toBeUndefined();
});
