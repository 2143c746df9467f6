import { describe, expect, it } from "vitest";
import { readPasted } from "@/domain/pasted/read-pasted";

const jwt = "eyJhbGciOiJIUzI1NiJ9.eyJpbnEiOiJpbnFfMSIsInN1YiI6IjEifQ.c2lnbmF0dXJlLXNpZ25hdHVyZQ";
const longJwt = `${jwt.slice(0, jwt.lastIndexOf(".") + 1)}${"c2lnbmF0dXJl".repeat(12)}`;
const inq = `inq_${"A1b2".repeat(7)}`;

describe("a pasted text", () => {
  it.each([
    ["a bare session token", jwt, ""],
    ["a token in a sentence", `token is ${jwt}`, "token is"],
    ["a token cut off before its signature", jwt.split(".").slice(0, 2).join("."), ""],
    ["a dedicated link with a token", `https://inquiry.withpersona.com/verify?inquiry-id=${inq}&session-token=${jwt}`, inq],
    ["a sentence around such a link", `broken: https://x.withpersona.com/verify?inquiry-id=${inq}&session-token=abc123 since noon`, inq],
    ["a link whose token is of another form", `https://inquiry.withpersona.com/verify?inquiry-id=${inq}&sessionToken=abc123`, inq],
    [
      "a link with a token and a reference ID only",
      "https://x.withpersona.com/verify?reference-id=user%2017&session-token=abc123",
      "user 17",
    ],
    ["a link with a token that names nothing", "https://x.withpersona.com/verify?session-token=abc123", ""],
    ["an API key", "persona_production_0a1b2c3d4e5f", ""],
    ["an API key with a header's word before it", "Bearer persona_sandbox_0a1b2c3d4e5f", ""],
    ["a token behind its name", `token: ${jwt}`, ""],
    ["a token in a header", `Authorization: Bearer ${jwt}`, ""],
    ["a token as JSON", '{"session-token":"abc123def456"}', ""],
    ["a token beside an ID", `usr_2c5e88 token: ${jwt}`, "usr_2c5e88 token:"],
  ])("loses its secret: %s", (_, pasted, left) => {
    const { text, warning } = readPasted(pasted);
    expect(text).toBe(left);
    expect(warning).toMatch(/not kept/);
    expect(text + (warning ?? "")).not.toMatch(/eyJ|0a1b2c|abc123/);
  });

  it.each([
    ["broken into full lines, as mail programs do", `${longJwt.slice(0, 76)}\n${longJwt.slice(76, 152)}\n${longJwt.slice(152)}`],
    ["broken so and quoted", `> ${longJwt.slice(0, 72)}\r\n> ${longJwt.slice(72, 144)}\r\n> ${longJwt.slice(144)}`],
    ["broken as quoted-printable", `${jwt.slice(0, 40)}=\r\n${jwt.slice(40)}`],
    ["with an invisible character in it", `${jwt.slice(0, 35)}\u200B${jwt.slice(35)}`],
    ["in full-width signs", Array.from(jwt, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join("")],
    ["without its first signs", jwt.slice(6)],
    ["without its head", jwt.slice(jwt.indexOf(".") + 1)],
    ["without its head and signature", jwt.split(".")[1] ?? ""],
    ["cut in its payload", jwt.slice(0, 30)],
    ["cut in its payload, behind a name", `x=${jwt.slice(0, 30)}`],
    ["with dots as an address writes them", jwt.replaceAll(".", "%2E")],
    [
      "of an RSA key, with the name of the key first",
      `${btoa('{"kid":"a/b","alg":"RS256"}').replaceAll("=", "")}.${jwt.split(".").slice(1).join(".")}`,
    ],
    ["with blanks in its JSON", `${btoa('{ "alg" : "HS256" }').replaceAll("=", "")}.${jwt.split(".").slice(1).join(".")}`],
  ])("loses a token in any state: %s", (_, pasted) => {
    const { text, warning } = readPasted(`${pasted}\nusr_2c5e88`);
    expect(warning).toMatch(/not kept/);
    expect(text).toMatch(/usr_2c5e88$/);
    expect(text).not.toMatch(/eyJ|pbnE|c2lnbmF0|fQ/);
  });

  it.each([
    ["a reference ID", "user-17"],
    ["a reference ID of three parts", "eyJ.user.17"],
    ["a host that begins as a token does", "eyJohn.example.com"],
    ["an ID that begins as a token does", "eyJanssen-17.eu.4711"],
    ["words that do", "eyAnna.Smith_9.eyJo"],
    ["an inquiry ID", inq],
    ["a link without a token", `https://inquiry.withpersona.com/verify?inquiry-id=${inq}`],
  ])("stays as it is: %s", (_, pasted) => {
    expect(readPasted(pasted)).toMatchObject({ text: pasted, warning: undefined });
  });
});
