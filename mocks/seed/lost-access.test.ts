import { describe, expect, it } from "vitest";
import type { Inquiry } from "@/api/generated/persona/types.gen";
import { findAccountByReferenceId } from "../world/account/account-lookup";
import { seededPeople, start } from "../testing/seeded-people";
import { openLink } from "../world/session/end-user";
import { createInquiry } from "../world/inquiry/inquiry-creation";
import { verificationsOf } from "../world/inquiry/inquiry-lookup";
import { sessionsOf } from "../world/session/sessions";
import { hour, millis } from "../world/core/time";
import { catalogue, lostAccess, type LostAccess, referenceIdOf } from "./catalogue";
import type { PersonKey } from "./people/all";
import { server } from "./staff";

const { world, seeded, byPerson } = seededPeople();
const { tables } = world;

const statusesOf = (inquiry: Inquiry) => sessionsOf(world, inquiry).map(({ attributes }) => attributes.status);
const accountOf = (inquiry: Inquiry) => inquiry.relationships.account.data?.id;

/** What the API shows of each way of losing access, written from Persona's docs. */
const evidence: Record<LostAccess, (inquiry: Inquiry, key: PersonKey) => boolean> = {
  "window elapsed before starting": ({ attributes: a }) => a.status === "expired" && a.startedAt === null,
  "window elapsed midway": ({ attributes: a }) => a.status === "expired" && a.startedAt !== null,
  "expired by staff": ({ id, attributes: a }) =>
    a.status === "expired" &&
    [...tables.userAuditLogs.newestFirst()].some(
      (log) => log.attributes.path.endsWith("/expire") && log.attributes.context?.["inquiryId"] === id,
    ) &&
    (millis(a.expiredAt) ?? 0) < (millis(a.createdAt) ?? 0) + 24 * hour,
  "token lost, session alive": (inquiry) => inquiry.attributes.status === "pending" && statusesOf(inquiry).includes("active"),
  "session expired, inquiry alive": (inquiry) =>
    inquiry.attributes.status === "pending" &&
    (millis(inquiry.attributes.expiresAt) ?? 0) > start &&
    statusesOf(inquiry).length > 0 &&
    statusesOf(inquiry).every((status) => status === "expired"),
  "dedicated link reopened without a token": ({ id, attributes }) => {
    const opened = openLink(world, { link: `https://hollisgrey.withpersona.com/verify?inquiry-id=${id}` });
    return attributes.status === "pending" && opened.outcome === "refused" && opened.code === "unauthenticated" && opened.status === 409;
  },
  "one-time link used or too old": ({ id, attributes }) => {
    const links = [...world.hidden.oneTimeLinks.values()].filter((link) => link.inquiryId === id);
    return (
      attributes.status === "pending" &&
      links.length > 0 &&
      links.every((link) => openLink(world, { link: link.url }).outcome === "refused")
    );
  },
  "session limit reached": (inquiry) => inquiry.attributes.status === "pending" && statusesOf(inquiry).length === 25,
  "already finished": ({ attributes }) => ["completed", "failed", "needs_review", "approved", "declined"].includes(attributes.status),
  redacted: ({ attributes }) => attributes.redactedAt !== null && attributes.note === null && attributes.tags.length === 0,
  "another inquiry through a static link": (_inquiry, key) => {
    const names = key === "dimitra-papadaki" ? ["main", "stray-1", "stray-2"] : ["first", "second", "third"];
    const inquiries = names.map((name) => byPerson(key, name));
    const times = inquiries.map(({ attributes }) => millis(attributes.createdAt) ?? 0);
    return new Set(inquiries.map(accountOf)).size === 3 && Math.max(...times) - Math.min(...times) < hour;
  },
  "template inactive": ({ relationships }) =>
    tables.inquiryTemplates.get(relationships.inquiryTemplate.data?.id ?? "")?.attributes.status === "inactive",
  "wrong environment": () => false,
  "account archived by consolidation": () => {
    const archived = findAccountByReferenceId(world, referenceIdOf("kwame-mensah"));
    expect(() =>
      createInquiry(world, { attributes: { inquiryTemplateId: seeded.templateId("kyc"), accountId: archived?.id } }, server),
    ).toThrow(/consolidated/);
    return archived !== undefined && byPerson("kwame-mensah").attributes.referenceId !== referenceIdOf("kwame-mensah");
  },
  "camera, browser or network": (inquiry) => statusesOf(inquiry).includes("active") && verificationsOf(world, inquiry).length === 0,
};

describe("ways of losing access", () => {
  const shown = catalogue.flatMap(({ key, lostAccess: cause }) =>
    cause === undefined || cause === "wrong environment" ? [] : [[key, cause] as const],
  );

  it("are all shown by somebody", () => {
    expect(new Set(catalogue.flatMap((entry) => entry.lostAccess ?? []))).toEqual(new Set(lostAccess));
  });

  it.each(shown)("%s shows: %s", (key, cause) => {
    expect(evidence[cause](byPerson(key), key)).toBe(true);
  });

  it("wrong environment: the reference ID is known in Sandbox and unknown in Production", () => {
    const { world: sandbox, byPerson: inSandbox } = seededPeople("sandbox");
    expect(findAccountByReferenceId(sandbox, referenceIdOf("wrong-environment"))).toBeDefined();
    expect(findAccountByReferenceId(world, referenceIdOf("wrong-environment"))).toBeUndefined();
    expect(tables.inquiries.get(inSandbox("wrong-environment").id)).toBeUndefined();
  });
});
