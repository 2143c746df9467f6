import { expect, it } from "vitest";
import { apiKey, newInquiry, sampleWorld } from "@test/world/sample-world";
import { approveInquiry, markInquiryForReview } from "../inquiry/inquiry-decisions";
import { second } from "./time";

it("a new inquiry is found 60 seconds after it was made", () => {
  const world = sampleWorld();
  const inquiry = newInquiry(world);
  expect(world.indexed(inquiry)).toBeUndefined();
  world.clock.advance(59 * second);
  expect(world.indexed(inquiry)).toBeUndefined();
  world.clock.advance(second);
  expect(world.indexed(inquiry)?.attributes.status).toBe("created");
});

it("search shows each former status until its minute is over", () => {
  const world = sampleWorld();
  const inquiry = newInquiry(world);
  world.clock.advance(600 * second);
  markInquiryForReview(world, { inquiryId: inquiry.id }, apiKey);
  world.clock.advance(20 * second);
  approveInquiry(world, { inquiryId: inquiry.id }, apiKey);
  const found = () => world.indexed(inquiry)?.attributes.status;
  expect(found()).toBe("created");
  world.clock.advance(40 * second);
  expect(found()).toBe("needs_review");
  world.clock.advance(20 * second);
  expect(found()).toBe("approved");
});
