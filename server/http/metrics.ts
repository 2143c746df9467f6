import { createServer, type Server } from "node:http";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

/** What the server counts and measures, one set per process. */
export type Metrics = ReturnType<typeof createMetrics>;

/** Makes the registry and everything in it. Labels are names out of fixed lists: never an ID, an address or a person. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    requests: new Histogram({
      name: "desk_http_request_duration_seconds",
      help: "Requests answered, by route",
      labelNames: ["method", "route", "status"],
      buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60],
      registers,
    }),
    inFlight: new Gauge({ name: "desk_http_requests_in_flight", help: "Requests being answered", registers }),
    personaCalls: new Histogram({
      name: "desk_persona_call_duration_seconds",
      help: "Calls to Persona, by operation",
      labelNames: ["operation", "status"],
      buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers,
    }),
    personaWaits: new Histogram({
      name: "desk_persona_wait_seconds",
      help: "How long calls waited for the rate budget, by priority",
      labelNames: ["priority"],
      buckets: [0.01, 0.1, 0.5, 1, 5, 15, 30, 60],
      registers,
    }),
    personaShared: new Counter({
      name: "desk_persona_calls_saved_total",
      help: "Calls that needed no call of their own",
      labelNames: ["how"],
      registers,
    }),
    personaRemaining: new Gauge({ name: "desk_persona_calls_remaining", help: "Calls left in the rate window", registers }),
    personaOddAnswers: new Counter({
      name: "desk_persona_odd_answers_total",
      help: "Answers of Persona that could not be read wholly, by operation",
      labelNames: ["operation"],
      registers,
    }),
    webhooks: new Counter({ name: "desk_webhooks_total", help: "Webhooks received, by outcome", labelNames: ["outcome"], registers }),
    indexPages: new Counter({
      name: "desk_index_pages_total",
      help: "Pages of Persona's list that the index has gone through, by round",
      labelNames: ["round"],
      registers,
    }),
    indexMissed: new Counter({
      name: "desk_index_missed_total",
      help: "Inquiries that had changed without a webhook, as a round of the index found",
      registers,
    }),
    eventStreams: new Gauge({ name: "desk_event_streams", help: "Open event streams", registers }),
  };
}

/** Serves `/metrics` on a port of its own, which no load balancer shows to the world. Resolves once it listens. */
export async function serveMetrics({ registry }: Metrics, at: { host: string; port: number }): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url !== "/metrics") return void response.writeHead(404).end();
    registry
      .metrics()
      .then((text) => response.writeHead(200, { "content-type": registry.contentType }).end(text))
      .catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(at.port, at.host, resolve);
  });
  return server;
}
