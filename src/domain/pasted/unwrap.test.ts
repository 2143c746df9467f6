import { describe, expect, it } from "vitest";
import { resolveLookup } from "@/domain/lookup-target";
import { readPasted } from "@/domain/pasted/read-pasted";

const suffix = "4KxVdP8qLmZ2nYtR7wBcJf6H";
const inq = `inq_${suffix}`;
const act = `act_${suffix}`;
const link = `https://inquiry.withpersona.com/verify?inquiry-id=${inq}`;
const encoded = encodeURIComponent(link);
const jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl";
const spacedJwt = "eyJhbGciOiJIUzI1NiJ9.eyAic3ViIjoieCJ9.c2lnbmF0dXJl";
const safe = (inner: string) => `https://nam11.safelinks.protection.outlook.com/?url=${encodeURIComponent(inner)}&data=05`;
const dashed = `https://urldefense.proofpoint.com/v2/url?u=https-3A__inquiry.withpersona.com_verify-3Finquiry-2Did-3D${inq.replace("_", "-5F")}&d=DwMF`;

describe("a link leads to its object, whatever is around it", () => {
  it.each([
    ["Safe Links", safe(link)],
    ["Safe Links twice", safe(safe(link))],
    ["Proofpoint, third form", `https://urldefense.com/v3/__${link}__;!!AbC!dEf$`],
    ["Proofpoint, second form", dashed],
    ["Proofpoint around Safe Links", `https://urldefense.com/v3/__${safe(link)}__;!!AbC!dEf$`],
    ["a search engine", `https://www.google.com/url?q=${encoded}&sa=D`],
    ["Cisco", `https://secure-web.cisco.com/1AbCd/${encoded}`],
    ["a parameter in base64", `https://eu.protection.example.com/?d=withpersona.com&u=${encodeURIComponent(btoa(link))}`],
    ["an address encoded twice", encodeURIComponent(encoded)],
    ["a bare encoded address", encoded],
    ["Check Point", `https://protect.checkpoint.com/v2/___${link}___.YXAxZTpj`],
    ["Barracuda", `https://linkprotect.cudasvc.com/url?a=${encoded}&c=E,1,abc&typo=1`],
    ["Symantec", `https://clicktime.symantec.com/3AbC/${link}`],
    ["quoted-printable", `https://inquiry.withpersona.com/verify?environment-id=3Denv_x&inquiry-id=3D${inq}`],
    ["quoted-printable broken into lines", `https://inquiry.withpersona.com/verify?inquiry-id=3D${inq.slice(0, 14)}=\r\n${inq.slice(14)}`],
    ["a mail that broke it into lines", `See ${link.slice(0, -13)}\r\n> ${link.slice(-13)} since noon`],
    ["JSON", JSON.stringify({ inquiryLink: link }).replaceAll("/", "\\/").replaceAll("=", "\\u003d")],
    ["a capital prefix", link.replace("inq_", "INQ_")],
    ["invisible characters", link.replace("inquiry-id", "inq\u200Buiry\u00AD-id")],
    ["full-width signs", link.replace("?inquiry-id=", "？inquiry-id＝")],
    ["Jira", `[verify|${link}]`],
    ["BBCode", `[url=${link}]verify[/url]`],
    ["an entity of HTML", `https://inquiry.withpersona.com/verify?environment-id=env_x&amp;inquiry-id=${inq}`],
    ["a link of HTML", `<a class="x" href="${link}">Ada's verification</a>`],
    ["Slack", `<${link}|verify>`],
    ["angle brackets", `<${link}>`],
    ["Markdown", `[Ada Lovelace](${link})`],
    ["quotes", `“${link}”`],
    ["a sentence", `It says expired: ${link}.`],
  ])("%s", (_, pasted) => {
    expect(resolveLookup(pasted)).toMatchObject({ kind: "inquiry", inquiryId: inq });
  });

  it("also a page of the dashboard", () => {
    expect(resolveLookup(safe(`https://app.withpersona.com/dashboard/accounts/${act}`))).toMatchObject({ kind: "account", accountId: act });
  });

  it("what stands on the next line is no part of an ID that is whole, and is not left out without a word", () => {
    expect(resolveLookup(`${link.slice(0, -13)}\n105099`)).not.toMatchObject({ kind: "inquiry" });
    expect(resolveLookup(`${link}\n105099`)).toMatchObject({
      inquiryId: inq,
      notice: "Only the link was followed: 1 other entry was left out.",
    });
  });

  it("but not to where Persona sends the user afterwards", () => {
    const redirect = encodeURIComponent("https://x.withpersona.com/verify?inquiry-id=inq_ZZZZZZZZZZZZZZZZZZZZZZZZ");
    expect(resolveLookup(`${link}&redirect-uri=${redirect}`)).toMatchObject({ inquiryId: inq });
  });

  it("and one that hides where it leads is named", () => {
    expect(resolveLookup("https://protect-eu.mimecast.com/s/AbCd1234?domain=inquiry.withpersona.com")).toMatchObject({
      kind: "dead-end",
      sentence: expect.stringContaining("Mimecast") as string,
    });
  });
});

describe("no secret is left of", () => {
  it.each([
    ["a token in Safe Links", safe(`${link}&session-token=${jwt}`), inq],
    ["a token behind a dash", dashed.replace("&d=", `-26session-2Dtoken-3D${jwt}&d=`), inq],
    ["a token behind a percent sign", `x%3D${jwt}`, "x%3D"],
    ["a token behind an underscore", `_${jwt}`, ""],
    ["a token cut before its signature", `session-token%3D${jwt.split(".").slice(0, 2).join(".")}`, ""],
    ["a token whose payload begins with a blank", `token_${spacedJwt}`, ""],
    ["a token that is no JSON Web Token", "session-token%3Dabc123", ""],
    ["a key behind a percent sign", "key%3Dpersona_production_0a1b2c3d4e5f", ""],
    ["a key and what it is called", "PERSONA_API_KEY = persona_production_0a1b2c3d4e5f", ""],
    ["a key in a header", "'Authorization: Bearer persona_production_0a1b2c3d4e5f'", ""],
    ["a key behind an ID", "usr_2c5e88: persona_production_0a1b2c3d4e5f", "usr_2c5e88:"],
    ["a key among IDs", "usr_1\npersona_sandbox_0a1b2c3d4e5f\nusr_2", "usr_1, usr_2"],
    ["a link with a token among IDs", `usr_1\n${link}&session-token=${jwt}\nusr_2`, `usr_1, ${inq}, usr_2`],
    ["a token in quoted-printable", `${link.replaceAll("=", "=3D")}&session-token=3D${jwt}`, inq],
    ["a key with an invisible character in it", "persona_prod\u200Buction_0a1b2c3d4e5f", ""],
    ["a key in full-width signs", "persona＿sandbox＿0a1b2c3d4e5f", ""],
    ["the secret of a webhook", "wbhsec_0a1b2c3d-4e5f", ""],
  ])("%s", (_, pasted, left) => {
    const { text, warning } = readPasted(pasted);
    expect(text).toBe(left);
    expect(warning).toMatch(/not kept/);
    expect(`${text}${warning ?? ""}`).not.toMatch(/eyJ|eyA|c2ln|0a1b2c|abc123/);
  });
});
