import { expect, it } from "vitest";
import * as z from "zod/mini";
import { noBody, parseBody } from "./body";

const schema = z.strictObject({
  data: z.strictObject({
    attributes: z.strictObject({
      inquiryTemplateId: z.string().check(z.minLength(1)),
      tags: z.optional(z.array(z.string())),
      fields: z.optional(z.record(z.string(), z.unknown())),
    }),
  }),
});

it.each(["inquiryTemplateId", "inquiry-template-id", "inquiry_template_id"])("a body may spell its keys %s", (key) => {
  const body = { data: { attributes: { [key]: "itmpl_1", fields: { "name-first": "Ada", name_last: "L" } } } };
  expect(parseBody(JSON.stringify(body), schema)).toEqual({
    data: { attributes: { inquiryTemplateId: "itmpl_1", fields: { "name-first": "Ada", name_last: "L" } } },
  });
});

it.each([
  ['{"data":{"attributes":{}}}', "/data/attributes/inquiry-template-id"],
  ['{"data":{"type":"inquiry","attributes":{"inquiry-template-id":"i"}}}', "/data/type"],
  ['{"data":{"attributes":{"inquiry-template-id":"i","tags":[1]}}}', "/data/attributes/tags"],
  ["{", undefined],
  ["{}", undefined],
])("the refusal of %s points at %s", (text, pointer) => {
  expect(() => parseBody(text, schema)).toThrow(expect.objectContaining({ status: 400, pointer }));
});

it.each([
  ["{", "Request body must be valid JSON"],
  ["", "data is missing"],
  ["{}", "data is missing"],
  ['{"data":{"attributes":{}}}', "data.attributes.inquiry_template_id is missing"],
  ['{"data":{"attributes":{"inquiry-template-id":""}}}', "data.attributes.inquiry_template_id must be filled"],
  ['{"data":{"attributes":{"inquiry-template-id":7}}}', "data.attributes.inquiry_template_id must be a string"],
  ['{"data":{"attributes":{"inquiry-template-id":"i","tags":"x"}}}', "data.attributes.tags must be an array"],
  ['{"data":{"attributes":{"inquiry-template-id":"i","tags":[1]}}}', "data.attributes.tags must be a string"],
  ['{"data":{"type":"inquiry","attributes":{"inquiry-template-id":"i"}}}', "data.type is not allowed"],
  ["[]", "Request body must be an object"],
])("%s is refused: %s", (text, details) => {
  expect(() => parseBody(text, schema)).toThrow(expect.objectContaining({ status: 400, title: "Bad Request", details }));
});

it("an operation without a body takes nothing or an empty object, and nothing else", () => {
  expect(parseBody("", noBody)).toEqual({});
  expect(parseBody("{}", noBody)).toEqual({});
  expect(() => parseBody('{"meta":{"comment":"x"}}', noBody)).toThrow(expect.objectContaining({ details: "meta is not allowed" }));
});
