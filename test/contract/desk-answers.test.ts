import { tinySimulator, send } from "@mocks/testing/tiny-world";
import { deskApiSuite } from "./desk-api-suite";

const web = { "desk-client": "web", "content-type": "application/json" };

deskApiSuite("the simulator", async () => {
  const simulator = tinySimulator({ unused: "refused" });
  const as = async (role: string | null, method: string, path: string, sent: { headers: Record<string, string>; body?: unknown }) => {
    await simulator.control("sign-in", { role });
    return send(simulator, path, { method, ...sent });
  };
  return {
    fetch: (role, method, path, body, headers) =>
      as(role, method, path, { headers: { ...web, "idempotency-key": crypto.randomUUID(), ...headers }, body }),
    postWithKey: (key, role, path, body) =>
      as(role, "POST", path, { headers: { ...web, ...(key !== null && { "idempotency-key": key }) }, body }),
    opensLink: async (link, device) => {
      // the control API answers with its own outcome
      const { inquiryId } = (await simulator.control("end-user/open", { link, device })) as { inquiryId: string };
      return inquiryId;
    },
    fetchFromElsewhere: (role, method, path, body) => as(role, method, path, { headers: {}, body }),
  };
});
