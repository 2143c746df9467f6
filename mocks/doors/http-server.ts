import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { httpListener } from "./http-door";
import type { Scenario } from "../seed/index";
import { seeded } from "../seeded";
import { createSimulator, type Simulator } from "../simulator";
import type { SimulatorOptions } from "../simulator-options";
import { createWebhooks, type WebhookOptions, type Webhooks } from "../webhooks/webhooks";

/** How often what falls due happens by itself, milliseconds. */
const tickMs = 500;

export type MockApiOptions = Partial<
  Pick<SimulatorOptions, "seed" | "clock" | "startedAt" | "rateLimit" | "permissions" | "sandboxLimits" | "populate">
> & {
  /** 0, the default, takes any that is free. */
  readonly port?: number;
  readonly scenario?: Scenario;
  /** Absolute address of the files, ending with a slash; default: this server's own. */
  readonly filesBase?: string;
  readonly webhooks?: WebhookOptions;
};

export type MockApi = {
  /** Where it is: an origin. Persona's API is at `/api/v1` below it. */
  readonly url: string;
  readonly simulator: Simulator;
  /** Undefined unless there are some to be sent. */
  readonly webhooks: Webhooks | undefined;
  readonly close: () => Promise<void>;
};

/**
 * The simulator as a server for this machine alone, on 127.0.0.1: Persona's API, the control API and the files. Any key
 * `persona_sandbox_…` or `persona_production_…` is good.
 */
export async function startMockApi(options: MockApiOptions = {}): Promise<MockApi> {
  const { port = 0, webhooks: webhookOptions, filesBase, ...rest } = options;
  const webhooks = webhookOptions === undefined ? undefined : createWebhooks(webhookOptions);
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  // A server that listens on a port has an address of this kind.
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const simulator = createSimulator({
    standsFor: "persona",
    ...seeded,
    filesBase: filesBase ?? `${url}/files/`,
    webhooks,
    onEvent: webhooks?.send,
    ...rest,
  });
  server.on("request", httpListener(simulator));
  // A world that cannot be read now may be at the next tick.
  const timer = setInterval(() => void simulator.tick().catch(() => undefined), tickMs);
  timer.unref();
  return {
    url,
    simulator,
    webhooks,
    async close() {
      clearInterval(timer);
      webhooks?.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
