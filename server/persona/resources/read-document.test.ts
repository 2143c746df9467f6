import { describe, expect, it } from "vitest";
import { readDocument, readEvent, readInquiry, readWholePage, referenceIdIn, relatedId } from "./read-document";

const inquiry = (more: object = {}) => ({
  type: "inquiry",
  id: "inq_1",
  attributes: { status: "pending", "reference-id": "usr_1", "updated-at": "2026-03-02T09:00:00.000Z" },
  ...more,
});

describe("a document", () => {
  it.each([
    [
      "kebab-case",
      { "next-step-name": "a", fields: { "name-first": 1 } },
      { "inquiry-template": 1 },
      { "one-time-link": "https://a.example/" },
    ],
    ["snake_case", { next_step_name: "a", fields: { "name-first": 1 } }, { inquiry_template: 1 }, { one_time_link: "https://a.example/" }],
    ["camelCase", { nextStepName: "a", fields: { "name-first": 1 } }, { inquiryTemplate: 1 }, { oneTimeLink: "https://a.example/" }],
  ])("in %s is read as camelCase, and a template's fields keep their names", (_, attributes, names, meta) => {
    const related = { data: { type: "inquiry-template", id: "itmpl_1" } };
    const relationships = Object.fromEntries(Object.keys(names).map((name) => [name, related]));
    const { value, problems } = readDocument({ data: { type: "inquiry", id: "inq_1", attributes, relationships }, meta });
    expect(problems).toEqual([]);
    expect(value?.data[0]?.attributes).toEqual({ nextStepName: "a", fields: { "name-first": 1 } });
    expect(value?.data[0] && relatedId(value.data[0], "inquiryTemplate")).toBe("itmpl_1");
    expect(value?.meta?.oneTimeLink).toBe("https://a.example/");
  });

  it("about one, many or nothing has a list", () => {
    const ids = (data: unknown) => readDocument({ data }).value?.data.map(({ id }) => id);
    expect([ids(inquiry()), ids([inquiry(), inquiry({ id: "inq_2" })]), ids(null), ids(undefined)]).toEqual([
      ["inq_1"],
      ["inq_1", "inq_2"],
      [],
      [],
    ]);
  });

  it("keeps what is fine beside what is not", () => {
    const { value, problems } = readDocument({
      data: [inquiry(), { id: "inq_0" }, inquiry({ id: "inq_2", relationships: { account: 7, sessions: { data: [{ id: "iqse_1" }] } } })],
      included: "none",
      links: { next: 5 },
      meta: { "session-token": 9 },
      errors: [{ title: ["Mara"] }],
    });
    expect(value).toMatchObject({ data: [{ id: "inq_1" }, { id: "inq_2", relationships: { sessions: { data: [] } } }], included: [] });
    expect([value?.links?.next, value?.meta?.sessionToken, value?.errors[0]?.title]).toEqual([undefined, undefined, undefined]);
    expect(problems.toSorted()).toEqual([
      "answer.data[].relationships.account: expected object, received number",
      "answer.data[].relationships.sessions.data[].type: expected string, received undefined",
      "answer.data[].type: expected string, received undefined",
      "answer.errors[].title: expected string, received array",
      "answer.included[]: expected object, received string",
      "answer.links.next: expected string, received number",
      "answer.meta.sessionToken: expected string, received number",
    ]);
  });

  it("pollutes nothing, whatever its keys", () => {
    const text =
      '{"__proto__":{"polluted":1},"data":{"type":"inquiry","id":"inq_1","__proto__":{"polluted":1},"attributes":{"__proto__":{"status":"approved","polluted":1},"constructor":{"prototype":{"polluted":1}}},"relationships":{"__proto__":{"data":{"type":"account","id":"act_1"}}}}}';
    const { value } = readDocument(JSON.parse(text));
    const [resource] = value?.data ?? [];
    expect(readInquiry(resource).value?.attributes.status).toBeUndefined();
    for (const part of [{}, value, resource, resource?.attributes, resource?.relationships]) {
      expect(part).toBeDefined();
      expect(part).not.toHaveProperty("polluted");
    }
    expect(resource && relatedId(resource, "__proto__")).toBeUndefined();
    expect(resource && relatedId(resource, "constructor")).toBeUndefined();
  });

  it("of a million parts is read as far as anybody could need", () => {
    const many = (parts: number) => Array.from({ length: parts }, () => 1);
    const relationships = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`many${index}`, { data: many(1_000) }]));
    const { value, problems } = readDocument({ data: { ...inquiry(), relationships }, included: many(1_000_000) });
    expect(value?.data[0]?.id).toBe("inq_1");
    expect(Object.keys(value?.data[0]?.relationships ?? {})).toHaveLength(100);
    expect(problems.length).toBeLessThanOrEqual(10);
  });

  it("may be as deep as it likes where nobody looks", () => {
    const deep: unknown = JSON.parse(`${'{"a":'.repeat(3_000)}1${"}".repeat(3_000)}`);
    const { value, problems } = readDocument({ data: { ...inquiry(), attributes: { deep } }, deep });
    expect([value?.data[0]?.id, problems]).toEqual(["inq_1", []]);
  });

  it.each([undefined, null, 7, "Mara", [], true])("%j is none", (body) => {
    const { value, problems } = readDocument(body);
    expect(value).toBeUndefined();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^answer: expected object, received \w+$/);
  });
});

describe("a page of a list", () => {
  it("has its resources, and tells whether more follow", () => {
    const { resources, hasNext } =
      readWholePage({ data: [inquiry(), inquiry({ id: "inq_2" })], links: { prev: null, next: "/more" } }) ?? {};
    expect([resources?.map(({ id }) => id), hasNext]).toEqual([["inq_1", "inq_2"], true]);
    expect(resources?.[0]?.attributes).toHaveProperty("referenceId", "usr_1");
    for (const links of [{}, { next: null }]) expect(readWholePage({ data: [], links })?.hasNext).toBe(false);
  });

  it.each([
    ["nothing", undefined],
    ["no list", { links: { next: null } }],
    ["one resource", { data: inquiry() }],
    ["a resource of no type", { data: [inquiry(), { id: "inq_2" }], links: { next: null } }],
    ["a number", { data: [7], links: { next: null } }],
    ["no word of a next page", { data: [] }],
    ["nothing for a next page", { data: [], links: null }],
    ["a next page that can't be asked for", { data: [], links: { next: 5 } }],
  ])("is none where there is %s", (_, body) => {
    expect(readWholePage(body)).toBeUndefined();
  });
});

describe("an inquiry", () => {
  it("whose times are none is one without them", () => {
    const attributes = { status: "approved", "reference-id": "", "updated-at": "yesterday", "created-at": 12, "redacted-at": null };
    const { value, problems } = readInquiry(inquiry({ attributes }));
    expect(value?.attributes).toEqual({ status: "approved", referenceId: null, redactedAt: null });
    expect(problems.toSorted()).toEqual([
      "inquiry.attributes.createdAt: expected string, received number",
      "inquiry.attributes.updatedAt: expected a time",
    ]);
  });

  it("with two spellings of a name goes by camelCase", () => {
    const attributes = { redacted_at: null, redactedAt: "2026-03-02T09:00:00.000Z", "redacted-at": null };
    expect(readInquiry(inquiry({ attributes })).value?.attributes.redactedAt).toBe("2026-03-02T09:00:00.000Z");
  });

  it.each([
    ["Needs Review", "needs_review"],
    ["APPROVED", "approved"],
    ["On Hold", "On Hold"],
  ])("has a known status as the contract spells it, and any other as it came: %s", (status, read) => {
    expect(readInquiry(inquiry({ attributes: { status } })).value?.attributes.status).toBe(read);
  });

  it("whose status no database takes has none", () => {
    const { value, problems } = readInquiry(inquiry({ attributes: { status: "a\u0000" } }));
    expect([value?.attributes, problems]).toEqual([{}, ["inquiry.attributes.status: expected text that can be stored"]]);
  });
});

describe("the reference ID of an answer", () => {
  it.each([
    [{ "reference-id": "Cus-1", "redacted-at": null }, "Cus-1"],
    [{ referenceId: "Cus-1" }, "Cus-1"],
    [{ referenceId: " " }, null],
    [{ referenceId: 7 }, null],
    [{ referenceId: "Cus-1", redactedAt: "2026-03-02T09:00:00.000Z" }, null],
    [{}, null],
  ])("%j: %j", (attributes, expected) => {
    expect(referenceIdIn({ data: { type: "account", id: "act_1", attributes } })).toBe(expected);
    expect(referenceIdIn({ data: [], errors: [] })).toBeNull();
  });
});

describe("what a webhook posts", () => {
  const posted = (attributes: object) => ({
    data: { type: "event", id: "evt_1", attributes: { name: "inquiry.approved", ...attributes } },
  });

  it.each([
    ["an empty included", { payload: { data: inquiry(), included: [] } }],
    ["no included", { payload: { data: inquiry() } }],
    ["included that is null", { payload: { data: inquiry(), included: null } }],
  ])("with %s reads well", (_, attributes) => {
    const { value, problems } = readEvent(posted(attributes));
    expect([value?.data.attributes.payload?.data[0]?.id, problems]).toEqual(["inq_1", []]);
  });

  it("with a payload that is none is an event all the same", () => {
    const { value, problems } = readEvent(posted({ payload: "Mara", "created-at": "soon" }));
    expect(value?.data).toMatchObject({ id: "evt_1", attributes: { name: "inquiry.approved" } });
    expect(problems).toEqual([
      "webhook.data.attributes.createdAt: expected a time",
      "webhook.data.attributes.payload: expected object, received string",
    ]);
  });
});
