import { expect, it } from "vitest";
import { createAuditHeadLog } from "./audit-head";

function setUp() {
  const state = { position: 0, at: 0 };
  const lines: unknown[] = [];
  const headLog = createAuditHeadLog({
    head: async () => ({ position: state.position, hash: `hash-${state.position}` }),
    now: () => state.at,
    log: { info: (details: unknown) => void lines.push(details) },
  });
  return { state, lines, check: headLog.check };
}

it("logs the head every hundred entries", async () => {
  const { state, lines, check } = setUp();
  state.position = 99;
  await check();
  expect(lines).toEqual([]);
  state.position = 100;
  await check();
  state.position = 199;
  await check();
  expect(lines).toEqual([{ position: 100, hash: "hash-100" }]);
});

it("logs the head every ten minutes, when there is anything new", async () => {
  const { state, lines, check } = setUp();
  state.position = 1;
  state.at = 599_999;
  await check();
  expect(lines).toEqual([]);
  state.at = 600_000;
  await check();
  state.at = 1_200_000;
  await check();
  expect(lines).toEqual([{ position: 1, hash: "hash-1" }]);
  state.position = 2;
  await check();
  expect(lines).toHaveLength(2);
});
