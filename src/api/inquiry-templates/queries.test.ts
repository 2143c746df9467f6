import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createQueryClient } from "../query-client";
import { inquiryTemplatesQuery } from "./queries";

// The client asks for its base as soon as it is loaded.
vi.hoisted(() => vi.stubGlobal("document", { baseURI: "http://localhost/" }));

const fetching = vi.fn<(request: Request) => Promise<Response>>();
beforeEach(() => vi.stubGlobal("fetch", fetching));
afterEach(() => fetching.mockReset());

const read = () => createQueryClient().query(inquiryTemplatesQuery());
const answer = (status: number, body: object) => fetching.mockResolvedValueOnce(Response.json(body, { status }));

it("templates come with their names", async () => {
  answer(200, { data: [{ type: "inquiry-template", id: "itmpl_1", attributes: { name: "KYC" } }], links: {} });
  expect(await read()).toMatchObject({ available: true, templates: [{ id: "itmpl_1", name: "KYC" }] });
});

it("a sandbox key may not read them, which is no error", async () => {
  answer(403, { errors: [{ title: "Forbidden" }] });
  expect(await read()).toEqual({ available: false, templates: [] });
});

it("any other refusal is", async () => {
  answer(400, { errors: [] });
  await expect(read()).rejects.toMatchObject({ status: 400 });
});
