import { createServer } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { takePorts } from "@test/e2e/support/ports";

/** Where to look first: anywhere, since the browser tests of another checkout may run meanwhile. */
const anywhere = () => Math.floor(Math.random() * 1_000);

it("two runs of the browser tests never share a port", async () => {
  const begin = anywhere();
  const [one, other] = [await takePorts(begin), await takePorts(begin)];
  expect(new Set([...one.ports, ...other.ports]).size).toBe(one.ports.length + other.ports.length);
});

it("a program that listens on one of them is left alone", async () => {
  const { ports, release } = await takePorts(anywhere());
  release();
  const [first = 0, second = 0] = ports;
  const program = createServer();
  onTestFinished(() => new Promise<void>((resolve) => void program.close(() => resolve())));
  await new Promise<void>((resolve) => void program.listen(second, "127.0.0.1", resolve));
  // its group is the first that is tried
  const next = await takePorts((first - 1 - 20_000) / 10);
  expect(next.ports).not.toContain(second);
});
