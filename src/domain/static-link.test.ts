import { describe, expect, it } from "vitest";
import { parsePersonaLink } from "./persona-link";
import { redirectRefusal, staticLinkAddress, staticLinkWarnings } from "./static-link";

const templateId = "itmpl_Ygs16MKTkA6obnF8C3Rb17dm";
const versionId = "itmplv_Ygs16MKTkA6obnF8C3Rb17dm";
const plain = { templateId, subdomain: "inquiry" };

describe("a static link", () => {
  it("names the template and nothing that is empty", () => {
    expect(staticLinkAddress({ ...plain, referenceId: "", language: undefined })).toBe(
      `https://inquiry.withpersona.com/verify?inquiry-template-id=${templateId}`,
    );
  });

  it("names a version instead of the template, which Persona takes one of", () => {
    expect(staticLinkAddress({ ...plain, versionId })).toBe(
      `https://inquiry.withpersona.com/verify?inquiry-template-version-id=${versionId}`,
    );
  });

  it("holds every part, escaped as Persona asks", () => {
    const address = staticLinkAddress({
      ...plain,
      subdomain: "hollisgrey",
      referenceId: "usr_1&x=2",
      environmentId: "env_1",
      language: "es",
      redirectUri: "https://app.example.com/done?from=mail&step=2",
      fields: [
        { key: "name-first", value: "Ana María +" },
        { key: "birthdate", value: "" },
      ],
    });
    expect(address).toContain("fields%5Bname-first%5D=Ana%20Mar%C3%ADa%20%2B");
    const url = new URL(address);
    expect(url.host).toBe("hollisgrey.withpersona.com");
    expect(Object.fromEntries(url.searchParams)).toEqual({
      "inquiry-template-id": templateId,
      "environment-id": "env_1",
      "reference-id": "usr_1&x=2",
      language: "es",
      "redirect-uri": "https://app.example.com/done?from=mail&step=2",
      "fields[name-first]": "Ana María +",
    });
  });

  it("is read as one when somebody pastes it", () => {
    const address = staticLinkAddress({ ...plain, referenceId: "usr_1", fields: [{ key: "name-first", value: "x" }] });
    expect(parsePersonaLink(address)).toMatchObject({ kind: "static", templateId, referenceId: "usr_1", hasPrefilledFields: true });
    expect(parsePersonaLink(address)?.hasSessionToken).toBe(false);
  });
});

describe("the warnings", () => {
  const told = (link: object) => staticLinkWarnings({ ...plain, ...link }).join(" ");
  it("of every link", () => {
    expect(told({})).toMatch(/Every opening begins a new inquiry.*Never add a session token/);
  });
  it("of a link for nobody, and for somebody", () => {
    expect(told({})).toContain("also makes a new account");
    expect(told({ referenceId: "usr_1" })).not.toContain("new account");
    expect(told({ accountId: "act_1" })).toContain("can change whom it is for");
  });
  it("of what is filled in, and of a version", () => {
    const filled = { fields: [{ key: "name-first", value: "Ana" }] };
    expect(staticLinkWarnings({ ...plain, ...filled })[0]).toContain("logs");
    expect(told({ fields: [{ key: "name-first", value: "" }] })).not.toContain("filled in stands in the link");
    expect(told({ versionId })).toContain("stays on this version");
    expect(told({})).not.toContain("stays on this version");
  });
});

it.each(["https://app.example.com/done", "HTTPS://app.example.com"])("people can be sent to %s", (address) => {
  expect(redirectRefusal(address, ["https"])).toBeUndefined();
});

it.each([
  ["app.example.com/done", "whole address"],
  ["myapp://done", "https only"],
  ["javascript:alert(1)", "runs code"],
  ["https://ada:secret@example.com", "password"],
])("nobody can be sent to %s: %s", (address, why) => {
  expect(redirectRefusal(address, ["https"])).toContain(why);
});

it("where the template tells of no scheme, any that runs nothing will do", () => {
  expect(redirectRefusal("myapp://done", [])).toBeUndefined();
  expect(redirectRefusal("data:text/html,x", [])).toContain("runs code");
});
