import { change } from "@mocks/world/core/change";
import { emit } from "@mocks/world/core/events";
import { checkInvariants } from "@mocks/world/invariants/invariants";
import { generateOneTimeLink } from "@mocks/world/session/links";
import { hour, iso } from "@mocks/world/core/time";
import type { World } from "@mocks/world/core/world";
import { expect, it } from "vitest";
import { apiKey, newInquiry, pendingInquiry, sampleWorld, start } from "./sample-world";

/** Ways to break a healthy world, and the words the check must find for each. */
const damages: [string, (world: World, of: ReturnType<typeof pendingInquiry>) => void, string][] = [
  [
    "a status changed behind the lifecycle's back",
    (world, { inquiry }) => change(world, inquiry, { status: "approved" }),
    "without an event",
  ],
  ["an event nobody caused", (world, { inquiry }) => emit(world, "inquiry.completed", inquiry), "moved it from pending to pending"],
  ["an event that comes twice", (world, { inquiry }) => emit(world, "inquiry.created", inquiry), "2 times inquiry.created"],
  [
    "an impossible move",
    (world, { inquiry }) => (change(world, inquiry, { status: "created" }), void emit(world, "inquiry.started", inquiry)),
    "moved it",
  ],
  ["an unfinished inquiry without expiry", (world, { inquiry }) => change(world, inquiry, { expiresAt: null }), "with expiresAt null"],
  ["an expiry that was missed", (world, { inquiry }) => change(world, inquiry, { expiresAt: iso(start - 1) }), "outlived its expiry"],
  ["a time before the beginning", (world, { inquiry }) => change(world, inquiry, { startedAt: iso(start - hour) }), "before its creation"],
  ["data left after redaction", (world, { inquiry }) => change(world, inquiry, { redactedAt: iso(start), note: "secret" }), "data left"],
  [
    "too many sessions",
    (world, { inquiry }) =>
      change(world, inquiry, {}, { sessions: { data: Array.from({ length: 26 }, () => inquiry.relationships.sessions.data).flat() } }),
    "26 sessions",
  ],
  [
    "a session that ended silently",
    (world, { sessionId }) => {
      const session = world.tables.inquirySessions.get(sessionId);
      if (session !== undefined) change(world, session, { status: "expired", expiredAt: iso(start) });
    },
    "expired without exactly one event",
  ],
  [
    "a verification that passed twice",
    (world, { inquiry }) => {
      const verification = world.tables.verifications.get(inquiry.relationships.verifications.data[0]?.id ?? "");
      if (verification !== undefined) emit(world, "verification.passed", verification);
    },
    "passed → passed",
  ],
  [
    "a link used twice",
    (world, { inquiry }) => {
      generateOneTimeLink(world, { inquiryId: inquiry.id }, apiKey);
      for (const link of world.hidden.oneTimeLinks.values()) {
        link.openings.push({ at: start, deviceKey: "a" }, { at: start + hour, deviceKey: "b" });
      }
    },
    "used twice",
  ],
  [
    "a reference id given twice",
    (world) => {
      const other = world.tables.accounts.get(newInquiry(world, "user-2").relationships.account.data?.id ?? "");
      if (other !== undefined) change(world, other, { referenceId: "USER-1" });
    },
    "reference id taken twice",
  ],
  [
    "a link to nothing",
    (world, { inquiry }) => change(world, inquiry, {}, { account: { data: { type: "account", id: "act_nobody" } } }),
    "act_nobody, which is not there",
  ],
];

it("a healthy world has nothing to complain about", () => {
  const world = sampleWorld();
  pendingInquiry(world, "user-1");
  expect(checkInvariants(world)).toEqual([]);
});

it.each(damages)("%s is noticed", (_what, damage, words) => {
  const world = sampleWorld();
  damage(world, pendingInquiry(world, "user-1"));
  expect(checkInvariants(world).join("\n")).toContain(words);
});
