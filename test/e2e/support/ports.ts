import { createServer, type Server } from "node:net";

/** Systems hand out ports from 32,768 (Linux) or 49,152 on, to whoever asks for any: nobody comes upon one of these by chance. */
const lowest = 20_000;
const highest = 30_000;
const together = 10;

/** How the processes that run the tests are told. */
const variable = "INQUIRY_DESK_E2E_PORTS";

/** A port of loopback that is ours until it is closed, or until the process ends; undefined while somebody else has it. */
const hold = (port: number) =>
  new Promise<Server | undefined>((resolve) => {
    const server = createServer().once("error", () => resolve(undefined));
    server.listen(port, "127.0.0.1", () => resolve(server.unref()));
  });

async function isFree(port: number): Promise<boolean> {
  const server = await hold(port);
  await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  return server !== undefined;
}

const groups = (highest - lowest) / together;

/**
 * Nine ports that follow one another and are free; the one before them is held for as long as this process lives, so that no other run takes them.
 * @param begin the group to try first, from 0
 */
export async function takePorts(begin: number): Promise<{ ports: number[]; release: () => void }> {
  for (let tried = 0; tried < groups; tried += 1) {
    const start = lowest + ((begin + tried) % groups) * together;
    const ports = Array.from({ length: together - 1 }, (_, index) => start + 1 + index);
    const held = await hold(start);
    if (held && (await Promise.all(ports.map(isFree))).every(Boolean)) return { ports, release: () => held.close() };
    held?.close();
  }
  throw new Error(`No ${together} ports that follow one another are free on 127.0.0.1 between ${lowest} and ${highest}.`);
}

/**
 * Ports of loopback for one run of the browser tests: free when it begins, and not those of a run beside it, of this checkout or another.
 * The same ones in every process of the run.
 */
export async function portsOfRun(): Promise<number[]> {
  const told = process.env[variable];
  if (told !== undefined) return told.split(",").map(Number);
  const { ports } = await takePorts(Math.floor(Math.random() * groups));
  process.env[variable] = ports.join(",");
  return ports;
}
