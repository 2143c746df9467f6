import { expect, it } from "vitest";
import type { Simulator } from "../../simulator";
import { send, single, tinySimulator } from "../../testing/tiny-world";
import { addCaseTemplate } from "../template/catalog";
import { createCase } from "./cases";
import { checkInvariants } from "../invariants/invariants";

function caseIn(simulator: Simulator): string {
  const world = simulator.world();
  const actor = { type: "user", emailAddress: "maya.lindqvist@hollisgrey.example" } as const;
  return createCase(world, { caseTemplateId: addCaseTemplate(world, { name: "KYC" }).id }, actor).id;
}

it("a comment stands where the API shows it: with the case, when asked for, and in the events", async () => {
  const simulator = tinySimulator();
  const path = `/api/v1/cases/${caseIn(simulator)}`;
  const message = "The passport is her mother's.";
  const { data } = await single(await send(simulator, `${path}/add-comment`, { body: { meta: { message } } }));
  const shown = await single(await send(simulator, `${path}?include=case-comments`));
  expect(shown.data.relationships["caseComments"]).toEqual(data.relationships["caseComments"]);
  expect(shown.included).toEqual([
    { type: "case-comment", id: expect.stringMatching(/^cscm_/), attributes: expect.objectContaining({ message, commenterType: "user" }) },
  ]);
  expect([...simulator.world().tables.events.newestFirst()][0]?.attributes.name).toBe("case-comment.created");
  expect(checkInvariants(simulator.world())).toEqual([]);
});

it.each([
  ["", 400, { title: "Bad Request", details: "meta.message must be filled", source: { pointer: "/meta/message" } }],
  [" ", 422, { title: "Unprocessable entity", details: "Message can't be blank", source: { pointer: "/meta/message" } }],
])("a comment of '%s' is refused, and the answer points at it", async (message, status, error) => {
  const simulator = tinySimulator();
  const response = await send(simulator, `/api/v1/cases/${caseIn(simulator)}/add-comment`, { body: { meta: { message } } });
  expect(response.status).toBe(status);
  expect(await single(response)).toEqual({ errors: [error] });
});
