import { checkInvariants } from "@mocks/world/invariants/invariants";
import { Refusal } from "@mocks/world/core/refusal";
import { day, minute } from "@mocks/world/core/time";
import type { World } from "@mocks/world/core/world";
import fc from "fast-check";
import { expect, it } from "vitest";
import { caseTemplateId, newInquiry, openPlainly, pendingInquiry, sampleWorld } from "./sample-world";
import { commandNames, run, sequences, type Command } from "./random-commands";

/** Two inquiries at once, a small limit of sessions, reports and a full workflow, so that short sequences reach every rule. */
function livelyWorld(seed: number): World {
  const world = sampleWorld({
    seed: `properties-${seed}`,
    environment: seed % 2 === 0 ? "sandbox" : "production",
    settings: {
      sessionCap: 4,
      reports: ["watchlist"],
      workflow: { onCompleted: "approve", onReportMatch: "review", onFailed: "decline", caseTemplateId },
    },
  });
  pendingInquiry(world, "user-1");
  openPlainly(world, newInquiry(world, "user-2").id);
  return world;
}

/** True when the world took the command, false when it refused; anything else is a fault. */
function attempt(world: World, command: Command): boolean {
  try {
    run(world, command);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

function everything(world: World): string {
  return JSON.stringify(Object.values(world.tables).map((table) => [...table.newestFirst()]));
}

/** The world looked at in the middle of every wait: `settle` is what a reader causes. */
function watched(world: World): World {
  const { advance } = world.clock;
  world.clock.advance = (ms) => {
    advance(Math.floor(ms / 2));
    world.settle();
    advance(Math.ceil(ms / 2));
  };
  return world;
}

// Shared machines can be many times slower than this takes alone.
const timeout = 120_000;

it("random lives keep the invariants", { timeout }, () => {
  fc.assert(
    fc.property(fc.nat(1_000), sequences, (seed, commands) => {
      const world = livelyWorld(seed);
      for (const command of commands) attempt(world, command);
      expect(checkInvariants(world)).toEqual([]);
    }),
    { numRuns: 1_500, seed: 20260302 },
  );
});

it("what was due long ago has happened, too", { timeout }, () => {
  fc.assert(
    fc.property(fc.nat(1_000), sequences, (seed, commands) => {
      const world = livelyWorld(seed);
      for (const command of commands) attempt(world, command);
      world.clock.advance(40 * day);
      expect(checkInvariants(world)).toEqual([]);
      for (const session of world.tables.inquirySessions.newestFirst()) expect(session.attributes.status).toBe("expired");
    }),
    { numRuns: 150, seed: 20260303 },
  );
});

it("a refused command leaves no trace", { timeout }, () => {
  fc.assert(
    fc.property(fc.nat(1_000), sequences, (seed, commands) => {
      const world = livelyWorld(seed);
      const traces = commands.filter((command) => {
        world.settle();
        const before = everything(world);
        return !attempt(world, command) && everything(world) !== before;
      });
      expect(traces).toEqual([]);
    }),
    { numRuns: 60, seed: 20260304 },
  );
});

it("the same seed and the same commands make the same world, whoever looks in between", { timeout }, () => {
  fc.assert(
    fc.property(fc.nat(1_000), sequences, (seed, commands) => {
      const [one, other] = [livelyWorld(seed), watched(livelyWorld(seed))];
      for (const command of commands) expect(attempt(one, command)).toBe(attempt(other, command));
      one.settle();
      other.settle();
      expect(everything(one) === everything(other)).toBe(true);
    }),
    { numRuns: 100, seed: 20260305 },
  );
});

it("the random lives reach every status, every kind of event and every command", { timeout }, () => {
  const seen = { statuses: new Set<string>(), events: new Set<string>(), taken: new Set<string>() };
  for (const [seed, commands] of fc.sample(fc.tuple(fc.nat(1_000), sequences), { numRuns: 300, seed: 20260306 })) {
    const world = livelyWorld(seed);
    for (const command of commands) if (attempt(world, command)) seen.taken.add(command.name);
    world.clock.advance(minute);
    world.settle();
    for (const { attributes } of world.tables.inquiries.newestFirst()) seen.statuses.add(attributes.status);
    for (const { attributes } of world.tables.events.newestFirst()) seen.events.add(attributes.name);
  }
  expect([...seen.statuses].toSorted()).toEqual([
    "approved",
    "completed",
    "created",
    "declined",
    "expired",
    "failed",
    "needs_review",
    "pending",
  ]);
  expect(commandNames.filter((name) => !seen.taken.has(name))).toEqual([]);
  const rare = [
    "account.consolidated-with",
    "account.redacted",
    "inquiry.redacted",
    "report/watchlist.matched",
    "report/watchlist.errored",
  ];
  const usual = [
    "case.created",
    "inquiry-session.canceled",
    "selfie.errored",
    "verification.canceled",
    "verification.skipped",
    "workflow-run.created",
  ];
  expect([...rare, ...usual].filter((name) => !seen.events.has(name))).toEqual([]);
});
