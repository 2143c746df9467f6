import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createSignatureCheck } from "./webhook-signature";

const now = Date.parse("2026-03-02T09:00:00.000Z");
const seconds = now / 1_000;
const body = '{"data":{"type":"event","id":"evt_1"}}';
const [current, former, foreign] = ["wbhsec_current", "wbhsec_former", "wbhsec_foreign"];

const hex = (secret: string, time: number | string = seconds, of = body) =>
  createHmac("sha256", secret).update(`${time}.${of}`).digest("hex");
const set = (secret: string, time: number | string = seconds, of = body) => `t=${time},v1=${hex(secret, time, of)}`;

const checkOf = (header: string | undefined, secrets = [current, former]) =>
  createSignatureCheck({ header, secrets, toleranceSeconds: 300, now });

/** Of a body that comes in pieces of so many bytes. */
const isSigned = (header: string | undefined, more: { body?: string; secrets?: string[]; bytes?: number } = {}) => {
  const check = checkOf(header, more.secrets);
  const bytes = new TextEncoder().encode(more.body ?? body);
  const { bytes: step = bytes.byteLength } = more;
  for (let from = 0; from < bytes.byteLength; from += step) check.update(bytes.subarray(from, from + step));
  return check.isSigned();
};

describe("a webhook's signature is accepted", () => {
  it.each([
    ["of the current secret", set(current)],
    ["of the former secret, while both are configured", set(former)],
    ["of both secrets, the known one first", `${set(current)} ${set(foreign)}`],
    ["of both secrets, the known one last", `${set(foreign)} ${set(current)}`],
    ["with the parts the other way round", `v1=${hex(current)},t=${seconds}`],
    ["with a blank after the comma", `t=${seconds}, v1=${hex(current)}`],
    ["of both secrets, each with a blank after its comma", [foreign, current].map((secret) => set(secret).replace(",", ", ")).join(" ")],
    ["of both secrets, with a tab between them", `${set(foreign)}\t${set(current)}`],
    ["with a tab after the comma", `t=${seconds},\tv1=${hex(current)}`],
    ["with the parts the other way round and a blank after the comma", `v1=${hex(current)}, t=${seconds}`],
    ["with blanks before the comma and at the ends", `  t=${seconds} ,v1=${hex(current)}  `],
    ["with a blank before a part nobody knows", `t=${seconds}, v0=abc, v1=${hex(current)}`],
    ["of both secrets the other way round", [foreign, current].map((secret) => `v1=${hex(secret)}, t=${seconds}`).join(" ")],
    ["of two headers in one", [foreign, current].map((secret) => set(secret)).join(", ")],
    ["of two headers in one, the known secret first", [current, foreign].map((secret) => set(secret).replace(",", ", ")).join(", ")],
    [
      "of two headers in one, the parts the other way round",
      [foreign, current].map((secret) => `v1=${hex(secret)},t=${seconds}`).join(", "),
    ],
    ["of two times, one for each secret", `${set(former, seconds - 20)}, ${set(foreign)}`],
    ["with a part nobody knows", `${set(current)},v2=abc`],
    ["in upper-case hex", `t=${seconds},v1=${hex(current).toUpperCase()}`],
    ["at the end of the tolerance", set(current, seconds - 300)],
    ["of a clock that is ahead within the tolerance", set(current, seconds + 300)],
    ["beside one that is stale", `${set(former, seconds - 86_400)} ${set(current)}`],
  ])("%s", (_what, header) => {
    expect(isSigned(header)).toBe(true);
    expect(isSigned(header, { bytes: 1 })).toBe(true);
    expect(checkOf(header).isPlausible).toBe(true);
  });

  it("of a body of nothing", () => {
    expect(isSigned(set(current, seconds, ""), { body: "" })).toBe(true);
  });
});

describe("a webhook's signature is refused", () => {
  it.each([
    ["that is missing", undefined],
    ["that is empty", ""],
    ["of a secret that is not configured", set(foreign)],
    ["that is stale", set(current, seconds - 301)],
    ["from the future", set(current, seconds + 301)],
    ["of another body", set(current, seconds, `${body} `)],
    ["of another time than it names", `t=${seconds},v1=${hex(current, seconds - 1)}`],
    ["with a truncated digest", `t=${seconds},v1=${hex(current).slice(0, 62)}`],
    ["with a digest that is too long", `t=${seconds},v1=${hex(current)}00`],
    ["with what is no hex", `t=${seconds},v1=${"g".repeat(64)}`],
    ["without a time", `v1=${hex(current)}`],
    ["without a digest", `t=${seconds}`],
    ["whose time is no number", set(current, "now")],
    ["whose time is negative", set(current, -seconds)],
    ["whose time comes twice", `t=${seconds - 9_999},${set(current)}`],
    ["whose digest comes twice", `${set(current)},v1=${hex(foreign)}`],
    ["whose digest is torn from its time", `t=${seconds} v1=${hex(current)}`],
    ["whose digest comes twice, blanks or not", `t=${seconds}, v1=${hex(foreign)},v1=${hex(current)}`],
    ["whose time comes twice before a digest", `t=${seconds - 9_999}, t=${seconds}, v1=${hex(current)}`],
    ["whose digest has the time of another set", `${set(foreign, seconds - 1)}, v1=${hex(current)}`],
    ["whose names are written otherwise", `T=${seconds},V1=${hex(current)}`],
    ["whose values are quoted", `t="${seconds}",v1="${hex(current)}"`],
    ["separated by a semicolon", `t=${seconds};v1=${hex(current)}`],
    ["of more than anybody reads", `${" ".repeat(2_000)}${set(current)}`],
    ["hidden behind many others", `${Array.from({ length: 6 }, () => set(foreign)).join(" ")} ${set(current)}`],
  ])("%s", (_what, header) => {
    expect(isSigned(header)).toBe(false);
  });

  it("when the body was changed by one byte", () => {
    expect(isSigned(set(current), { body: body.replace("evt_1", "evt_2") })).toBe(false);
  });

  it("when no secret is configured", () => {
    expect(isSigned(set(""), { secrets: [] })).toBe(false);
  });
});

describe("a webhook's signature can't be Persona's, whatever the body,", () => {
  it.each([
    ["where it is missing", undefined],
    ["where it is stale", set(current, seconds - 301)],
    ["where it is torn", `t=${seconds} v1=${hex(current)}`],
    ["where there are many", Array.from({ length: 7 }, () => set(current)).join(" ")],
  ])("%s", (_what, header) => {
    expect(checkOf(header).isPlausible).toBe(false);
  });

  it("where no secret is configured", () => {
    expect(checkOf(set(current), []).isPlausible).toBe(false);
  });
});
