import { parseArgs } from "node:util";
import { createHttpDoor } from "./http-door";
import { scenarioOf } from "./scenarios";
import { seeded } from "./seeded";
import { createSimulator } from "./simulator";

/** The simulator as a server for this machine alone: `npm run mock-api -- --port 4010 --scenario large --seed 7 --clock manual`. */
const HOST = "127.0.0.1";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "4010" },
    scenario: { type: "string", default: "default" },
    seed: { type: "string" },
    clock: { type: "string", default: "real" },
  },
});
const port = Number(values.port);
if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`--port must be a port number, not ${values.port}`);
if (values.clock !== "real" && values.clock !== "manual") throw new Error(`--clock must be real or manual, not ${values.clock}`);

const origin = `http://${HOST}:${port}`;
const server = createHttpDoor(
  createSimulator({
    door: "persona",
    ...seeded,
    filesBase: `${origin}/files/`,
    seed: values.seed,
    scenario: scenarioOf(values.scenario),
    clock: values.clock,
  }),
);
server.listen(port, HOST, () => console.log(`Simulated Persona API: ${origin}/api/v1 (any key persona_sandbox_… or persona_production_…)`));

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    server.close();
    server.closeAllConnections();
  });
}
