import { createManualClock, createRealClock } from "@mocks/world/core/clock";
import { addAccountType } from "@mocks/world/template/catalog";
import { resumeInquiry } from "@mocks/world/inquiry/inquiry-access";
import { createInquiry } from "@mocks/world/inquiry/inquiry-creation";
import { runScript } from "@mocks/world/core/script";
import { addInquiryTemplate } from "@mocks/world/template/templates";
import { day, hour, iso } from "@mocks/world/core/time";
import { createWorld, type World } from "@mocks/world/core/world";
import { expect, it } from "vitest";
import { apiKey, reviewer, start, templateId } from "./sample-world";

const setUp = {
  at: start - 90 * day,
  run: (world: World) => {
    addAccountType(world, { name: "User" });
    addInquiryTemplate(world, { id: templateId, name: "Plain" }, reviewer);
  },
};

const create = (world: World) => createInquiry(world, { attributes: { inquiryTemplateId: templateId } }, apiKey).inquiry;
const emptyWorld = (clock = createManualClock(start)) => createWorld({ seed: "script", clock, environment: "production" });

it("people's steps are played by time, with what falls due in between", () => {
  const world = emptyWorld();
  const seen: string[] = [];
  let first = "";
  runScript(world, [
    {
      at: start - 2 * day,
      run: () => {
        seen.push(`${world.tables.inquiries.get(first)?.attributes.status} when the second comes`);
        create(world);
      },
    },
    { at: start - 4 * day, run: () => (first = create(world).id) },
    { at: start - hour, run: () => resumeInquiry(world, { inquiryId: first }, apiKey) },
    setUp,
  ]);
  expect(seen).toEqual(["expired when the second comes"]);
  world.settle();
  expect([...world.tables.inquiries.newestFirst()].map(({ attributes }) => [attributes.createdAt, attributes.status])).toEqual([
    [iso(start - 2 * day), "expired"],
    [iso(start - 4 * day), "pending"],
  ]);
  expect(world.clock.now()).toBe(start);
});

it("a real clock can be seeded backwards and runs on", () => {
  const world = emptyWorld(createRealClock({ source: () => start + 5 }));
  runScript(world, [setUp, { at: start - day, run: create }]);
  expect([...world.tables.inquiries.newestFirst()][0]?.attributes.createdAt).toBe(iso(start - day));
  expect(create(world).attributes.createdAt).toBe(iso(start + 5));
});

it("nothing is scripted in the future, or before what the world has seen", () => {
  const world = emptyWorld();
  expect(() => runScript(world, [{ at: start + 1, run: () => undefined }])).toThrow(RangeError);
  runScript(world, [{ at: start - hour, run: () => undefined }]);
  expect(() => runScript(world, [setUp])).toThrow(RangeError);
});
