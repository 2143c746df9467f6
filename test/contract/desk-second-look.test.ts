import { seeded } from "@mocks/seeded";
import { createSimulator } from "@mocks/simulator";
import { send } from "@mocks/testing/tiny-world";
import { describeSecondLooks } from "./desk-second-look-suite";

const simulator = createSimulator({
  ...seeded,
  seed: "looks",
  clock: "manual",
  startedAt: Date.now(),
  standsFor: "gateway",
  filesBase: "/",
});
const web = { "desk-client": "web", "content-type": "application/json" };

describeSecondLooks("the simulator", () => ({
  fetch: async (role, method, path, body, headers) => {
    await simulator.control("sign-in", { role });
    return send(simulator, path, { method, headers: { ...web, "idempotency-key": crypto.randomUUID(), ...headers }, body });
  },
}));
