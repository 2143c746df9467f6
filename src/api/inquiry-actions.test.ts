import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "./errors";
import {
  approveInquiry,
  declineInquiry,
  generateOneTimeLink,
  markInquiryForReview,
  resumeInquiry,
  showWrittenInquiry,
} from "./inquiry-actions";
import { inquiryModel } from "./models";
import { inquiryDetail } from "./queries/inquiry";
import { createQueryClient } from "./query-client";
import { keys } from "./query-keys";

// The client asks for its base as soon as it is loaded.
vi.hoisted(() => vi.stubGlobal("document", { baseURI: "http://localhost/" }));

const fetching = vi.fn<(request: Request) => Promise<Response>>();
beforeEach(() => {
  vi.stubGlobal("document", { baseURI: "http://localhost/" });
  vi.stubGlobal("fetch", fetching);
});
afterEach(() => {
  vi.unstubAllGlobals();
  fetching.mockReset();
});

const intent = { inquiryId: "inq_1", idempotencyKey: "key-1" };
const resource = (status: string) => ({ type: "inquiry" as const, id: "inq_1", attributes: { status }, relationships: {} });
const answer = (body: unknown) => fetching.mockResolvedValueOnce(Response.json(body, { headers: { "Request-Id": "req_1" } }));

async function sent() {
  const request = fetching.mock.lastCall?.[0];
  if (!request) throw new Error("Nothing was sent");
  return { path: new URL(request.url).pathname, key: request.headers.get("Idempotency-Key"), body: await request.text() };
}

describe("what is sent", () => {
  it.each([
    ["approve", () => approveInquiry({ ...intent, comment: "Fits." }), "approve", `{"meta":{"comment":"Fits."}}`],
    ["approve without a comment", () => approveInquiry({ ...intent, comment: "" }), "approve", `{"meta":{}}`],
    ["decline", () => declineInquiry({ ...intent, comment: "Does not fit." }), "decline", `{"meta":{"comment":"Does not fit."}}`],
    ["mark for review, which takes no body", () => markInquiryForReview(intent), "mark-for-review", ""],
    ["resume, which takes no body", () => resumeInquiry(intent), "resume", ""],
  ])("%s", async (_, act, path, body) => {
    answer({ data: resource("pending"), meta: {} });
    expect(await act()).toMatchObject({ id: "inq_1", status: "pending" });
    expect(await sent()).toEqual({ path: `/api/v1/inquiries/inq_1/${path}`, key: "key-1", body });
  });

  it.each([
    [3_600, `{"meta":{"expiresInSeconds":3600}}`],
    [undefined, `{"meta":{}}`],
  ])("a link that lives %s seconds", async (expiresInSeconds, body) => {
    answer({ data: resource("pending"), meta: { oneTimeLink: "https://withpersona.com/verify?code=us1-x", oneTimeLinkShort: "" } });
    await generateOneTimeLink({ ...intent, expiresInSeconds });
    expect(await sent()).toEqual({ path: "/api/v1/inquiries/inq_1/generate-one-time-link", key: "key-1", body });
  });
});

describe("what is answered", () => {
  it("drops the session token of a resume", async () => {
    answer({ data: resource("pending"), meta: { sessionToken: "a-secret" } });
    expect(JSON.stringify(await resumeInquiry(intent))).not.toContain("a-secret");
  });

  it("gives the link, its short form and the inquiry", async () => {
    const meta = { oneTimeLink: "https://withpersona.com/verify?code=us1-x", oneTimeLinkShort: "https://perso.na/x" };
    answer({ data: resource("pending"), meta });
    expect(await generateOneTimeLink(intent)).toMatchObject({
      link: meta.oneTimeLink,
      shortLink: meta.oneTimeLinkShort,
      inquiry: { status: "pending" },
    });
  });

  it.each([undefined, null, {}, { oneTimeLink: 7 }, { oneTimeLink: "" }, { oneTimeLink: "javascript:alert(1)" }])(
    "is an error that says it was sent when there is no link in it: %j",
    async (meta) => {
      answer({ data: resource("pending"), meta });
      const error: unknown = await generateOneTimeLink(intent).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(ApiError);
      expect(error).toMatchObject({ sent: "yes", requestId: "req_1", title: "The answer could not be read" });
    },
  );
});

describe("a written inquiry", () => {
  const detailOf = (status: string) =>
    // half a resource, as an answer may hold
    inquiryDetail({ data: resource(status) } as unknown as Parameters<typeof inquiryDetail>[0], {
      method: "GET",
      path: "/inquiries/inq_1",
      requestId: undefined,
    });
  const written = inquiryModel(resource("approved") as unknown as Parameters<typeof inquiryModel>[0]);

  it("is shown at once, and everything it may have changed counts as old", async () => {
    const queryClient = createQueryClient();
    queryClient.setQueryData(keys.inquiry("inq_1"), detailOf("completed"));
    queryClient.setQueryData(keys.inquiries({ statuses: ["completed"] }), { inquiries: [] });
    queryClient.setQueryData(keys.events({ objectId: "inq_1" }), { events: [] });
    queryClient.setQueryData(keys.account("act_1"), {});
    await showWrittenInquiry(queryClient, written);
    expect(queryClient.getQueryData(keys.inquiry("inq_1"))).toMatchObject({ inquiry: { status: "approved" }, sessions: [] });
    const old = queryClient
      .getQueryCache()
      .getAll()
      .flatMap(({ queryKey, state }) => (state.isInvalidated ? [queryKey[0]] : []));
    expect(old).toEqual(["inquiry", "inquiry", "event"]);
  });

  it("makes up no detail where none was loaded", async () => {
    const queryClient = createQueryClient();
    await showWrittenInquiry(queryClient, written);
    expect(queryClient.getQueryData(keys.inquiry("inq_1"))).toBeUndefined();
  });
});
