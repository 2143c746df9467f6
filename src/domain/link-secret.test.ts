import { expect, it } from "vitest";
import { linkSecretIn, pastedLinkIn, withoutLinkCodes } from "@/domain/link-secret";
import { readPasted } from "@/domain/pasted/read-pasted";

const jwt = `${btoa('{"alg":"HS256"}').replaceAll("=", "")}.${btoa('{"sid":"iqse_1"}').replaceAll("=", "")}.c2lnbmF0dXJl`;
const link = "https://withpersona.com/verify?code=us1-a1B2c3D4e5";

it.each([
  ["a one-time link", link, "us1-a1B2c3D4e5"],
  ["one with a language behind it", `${link}&language=de`, "us1-a1B2c3D4e5"],
  ["a short form with a code", "https://perso.na/verify?code=us1-k9", "us1-k9"],
  ["a short form with a path", "perso.na/Ab12Cd", "Ab12Cd"],
  ["one in a sentence", `They opened ${link}, and nothing came.`, "us1-a1B2c3D4e5"],
  ["one in HTML", `<a href="${link}">verify</a>`, "us1-a1B2c3D4e5"],
  ["one behind a mail gateway", `https://nam11.safelinks.example/?url=${encodeURIComponent(link)}&data=05`, "us1-a1B2c3D4e5"],
  ["a session token alone", ` ${jwt}\n`, jwt],
  ["a dedicated link with a token", `https://inquiry.withpersona.com/verify?inquiry-id=inq_1&session-token=${jwt}`, jwt],
  ["the code behind a link that has none", `https://withpersona.com/verify?inquiry-id=inq_1 ${link}`, "us1-a1B2c3D4e5"],
])("finds the secret of %s", (_, text, secret) => {
  expect(linkSecretIn(text)).toBe(secret);
});

it.each([
  "",
  "usr_19c7fe",
  "https://desk.example/verify?code=us1-a1B2c3D4e5",
  "https://inquiry.withpersona.com/verify?inquiry-template-id=itmpl_1",
  "https://perso.na/",
  "https://notwithpersona.com/verify?code=us1-a1B2c3D4e5",
  "keys.example.com",
])("finds none in %j", (text) => {
  expect(linkSecretIn(text)).toBeUndefined();
});

it.each([
  [link, "https://withpersona.com/verify?code=…"],
  [`They opened ${link}&language=de.`, "They opened https://withpersona.com/verify?code=…&language=de."],
  ["perso.na/Ab12Cd", "perso.na/…"],
  ["https://desk.example/x?code=1234567", "https://desk.example/x?code=1234567"],
  ["usr_1", "usr_1"],
  ["HTTPS://WITHPERSONA.COM/VERIFY?CODE=us1-a1B2c3D4e5", "HTTPS://WITHPERSONA.COM/VERIFY?CODE=…"],
  ["https://withpersona.com/verify?a=1\\u0026code=us1-a1B2c3D4e5", "https://withpersona.com/verify?a=1&code=…"],
  ["https://withpersona.com/verify?co\u200Bde=us1-a1B2c3D4e5", "https://withpersona.com/verify?code=…"],
  ["code=us1-a1B2c3D4e5", "code=…"],
  ["the code: us1-a1B2c3D4e5.", "the code: …."],
])("leaves the code out of %j, once and for all", (text, left) => {
  expect(withoutLinkCodes(text)).toBe(left);
  expect(withoutLinkCodes(left)).toBe(left);
  expect(linkSecretIn(left)).toBeUndefined();
});

it("hands over what was pasted beside what may stay, but nothing that came with an API key", () => {
  expect(readPasted(link)).toMatchObject({ pasted: { secret: "us1-a1B2c3D4e5", link: { kind: "one-time" } } });
  expect(readPasted(jwt)).toMatchObject({ text: "", pasted: { secret: jwt, link: undefined } });
  expect(readPasted(`persona_production_0123456789 ${link}`).pasted).toBeUndefined();
  expect(readPasted("usr_1")).not.toHaveProperty("pasted");
  expect(pastedLinkIn("https://withpersona.com/dashboard/inquiries/inq_1")).toBeUndefined();
});
