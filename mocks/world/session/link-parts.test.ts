import { expect, it } from "vitest";
import { dedicatedLink, readLink, staticLink } from "./link-parts";

it.each([
  [dedicatedLink("inquiry", "inq_1"), { kind: "dedicated", inquiryId: "inq_1", sessionToken: undefined }],
  [dedicatedLink("acme", "inq_1", "a.b.c"), { kind: "dedicated", inquiryId: "inq_1", sessionToken: "a.b.c" }],
  ["https://withpersona.com/verify?code=us1-abc", { kind: "one-time", code: "us1-abc" }],
  ["https://perso.na/verify?code=us1-short", { kind: "one-time", code: "us1-short" }],
  [
    `${staticLink("acme", "itmpl_1", "user-7")}&fields[name-first]=Ada&account-id=act_1`,
    { kind: "static", templateId: "itmpl_1", referenceId: "user-7", accountId: "act_1", fields: { "name-first": "Ada" } },
  ],
  ["https://inquiry.withpersona.com/verify?template-id=tmpl_1", { kind: "static", templateId: "tmpl_1", fields: {} }],
])("%s is understood", (link, parts) => {
  expect(readLink(link)).toMatchObject(parts);
});

it.each(["", "inq_1", "https://withpersona.com/verify", "https://withpersona.com.evil.example/verify?code=us1-abc", "javascript:alert(1)"])(
  "%j is none of Persona's links",
  (link) => {
    expect(readLink(link)).toBeUndefined();
  },
);
