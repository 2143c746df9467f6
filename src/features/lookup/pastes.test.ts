import fc from "fast-check";
import { beforeEach, expect, it, vi } from "vitest";
import { findByReferenceId, findOwners } from "@/api/lookup";
import { recognizeLink } from "@/api/links/writes";
import { paste, personalTraces } from "@/domain/pasted/pastes.fixture";
import { forAddress } from "@/domain/pasted/for-address";
import { readPasted } from "@/domain/pasted/read-pasted";
import { linkTo } from "./destination";
import { lookUp } from "./look-up";

vi.mock("@/api/lookup", () => ({ findByReferenceId: vi.fn<typeof findByReferenceId>(), findOwners: vi.fn<typeof findOwners>() }));

vi.mock("@/api/links/writes", () => ({ recognizeLink: vi.fn<typeof recognizeLink>() }));

const asked: string[] = [];
beforeEach(() => {
  vi.mocked(recognizeLink).mockResolvedValue(null);
  vi.mocked(findByReferenceId).mockImplementation(async (referenceId) => {
    asked.push(referenceId);
    return { accountIds: [], inquiryIds: [] };
  });
  vi.mocked(findOwners).mockImplementation(async ({ id }) => {
    asked.push(id);
    return { accountIds: [], inquiryIds: [] };
  });
});

const here = "https://desk.example/";

/** What of a text must not be found where texts are kept or sent. */
const leaks = (text: string, traces: readonly string[]) => [
  ...traces.filter((trace) => text.includes(trace)),
  ...(personalTraces.exec(text) ?? []),
];

it("of 10,000 pastes no secret, name, birth date or e-mail address comes into an address, the cache or to Persona, and nothing breaks", async () => {
  await fc.assert(
    fc.asyncProperty(paste, async ({ text: pasted, traces }) => {
      asked.length = 0;
      const { text: field, pasted: link } = readPasted(pasted);
      // a text read once is read for good: what stands in the field is what is looked for
      expect(readPasted(field).text).toBe(field);
      const outcome = await lookUp({ text: field, pasted: link, here }, new AbortController().signal);
      const address = outcome.kind === "go" ? JSON.stringify(linkTo(outcome.destination)) : outcome.kind === "address" ? outcome.path : "";
      const used = outcome.kind === "go" ? JSON.stringify(outcome.used ?? null) : "";
      const kept = [
        address,
        used,
        ...asked,
        ...[forAddress(pasted, here), forAddress(field, here)].flatMap(({ ids, opens = "" }) => [...ids, opens]),
      ];
      expect(kept.flatMap((text) => leaks(text, traces))).toEqual([]);
    }),
    { numRuns: 10_000, seed: 20_261_129 },
  );
}, 60_000);

it("of the same pastes none leads to another's page: only what was pasted is opened", async () => {
  await fc.assert(
    fc.asyncProperty(paste, async ({ text: pasted }) => {
      const outcome = await lookUp({ ...readPasted(pasted), here: "https://desk.example/" }, new AbortController().signal);
      if (outcome.kind !== "go" || !("id" in outcome.destination)) return;
      const plain = pasted
        .replaceAll("-5F", "_")
        .replaceAll("%5F", "_")
        .replaceAll(/=?\r\n|\u200B/g, "");
      expect(plain).toContain(outcome.destination.id);
    }),
    { numRuns: 2_000, seed: 20_261_129 },
  );
}, 60_000);
