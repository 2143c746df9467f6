import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { request, requestFile } from "./client";
import { retrieveDeskSession } from "./sessions/queries";
import { deskClient } from "./desk-client";
import { noteSessionBegin, noteSessionEnd, sessionEnd } from "./session-end";
import { ApiError, mayHaveHappened } from "./errors";
import * as deskCalls from "./generated/desk/sdk.gen";
import * as personaCalls from "./generated/persona/sdk.gen";
import { approveAnInquiry, listAllInquiries, printAnInquiryPdf, resumeAnInquiry, retrieveAnInquiry } from "./generated/persona/sdk.gen";
import { idempotent } from "./idempotency";
import { notePagePerson } from "./page-person";

// The client asks for its base as soon as it is loaded.
vi.hoisted(() => vi.stubGlobal("document", { baseURI: "https://desk.example/some/base/#/inquiries/inq_1" }));

const fetching = vi.fn<(request: Request) => Promise<Response>>();
beforeEach(() => {
  vi.stubGlobal("document", { baseURI: "https://desk.example/some/base/#/inquiries/inq_1" });
  vi.stubGlobal("navigator", { onLine: true });
  vi.stubGlobal("fetch", fetching);
});
afterEach(() => {
  vi.unstubAllGlobals();
  fetching.mockReset();
});

/** Where the application lives: its own base, relative in the demo build. */
const base = new URL(import.meta.env.BASE_URL, "https://desk.example/some/base/").href;

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  fetching.mockResolvedValueOnce(
    new Response(typeof body === "string" ? body : JSON.stringify(body), {
      status,
      headers: { "Content-Type": "application/json", "Request-Id": "req_1", ...headers },
    }),
  );
const sentRequest = () => {
  const request = fetching.mock.lastCall?.[0];
  if (!request) throw new Error("Nothing was sent");
  return request;
};
const read = () => request(() => retrieveAnInquiry({ path: { inquiryId: "inq_secret" } }));
const write = () => request(() => approveAnInquiry({ path: { inquiryId: "inq_secret" }, headers: idempotent("key-1") }));
const failureOf = async (call: () => Promise<unknown>): Promise<ApiError> => {
  const outcome = await call().catch((error: unknown) => error);
  if (!(outcome instanceof ApiError)) throw new Error(`No ApiError but ${String(outcome)}`);
  return outcome;
};

describe("what is sent", () => {
  it("goes to the application's own origin with the inflection of the contract, and neither a version nor a credential", async () => {
    answer(200, { data: [], links: {} });
    await request(() => listAllInquiries({ query: { page: { size: 10 }, filter: { status: "pending,expired" } } }));
    expect(sentRequest().url).toBe(`${base}api/v1/inquiries?page[size]=10&filter[status]=pending,expired`);
    expect(sentRequest().method).toBe("GET");
    expect(Object.fromEntries(sentRequest().headers)).toEqual({
      "desk-client": "web",
      "key-inflection": "camel",
    });
  });

  it("carries the key of the intent on a write, and a body only where there is one", async () => {
    answer(200, { data: {} });
    await write();
    expect(sentRequest().headers.get("Idempotency-Key")).toBe("key-1");
    answer(200, { data: {}, meta: {} });
    await request(() => resumeAnInquiry({ path: { inquiryId: "inq_1" } }));
    expect(await sentRequest().text()).toBe("");
    expect(sentRequest().headers.has("Content-Type")).toBe(false);
  });

  it("names on every write of both APIs, and on no read, the person its page was loaded for", async () => {
    onTestFinished(() => notePagePerson(""));
    const calls = Object.entries({ ...personaCalls, ...deskCalls }).filter(([name]) => name !== "streamDeskEvents");
    const sendAll = async () => {
      const names: Record<"read" | "write", Set<string | null>> = { read: new Set(), write: new Set() };
      for (const [name, call] of calls) {
        answer(200, { data: {} });
        const options = name in deskCalls ? { client: deskClient } : {};
        // every one of them takes such options; which of them a call needs does not matter here
        await request(() => (call as unknown as (options: object) => ReturnType<typeof retrieveAnInquiry>)(options));
        names[sentRequest().method === "GET" ? "read" : "write"].add(sentRequest().headers.get("Desk-Person"));
      }
      return names;
    };
    // before it is known who is signed in, an empty name would be somebody else's
    expect(await sendAll()).toEqual({ read: new Set([null]), write: new Set([null]) });
    notePagePerson("per_1");
    expect(await sendAll()).toEqual({ read: new Set([null]), write: new Set(["per_1"]) });
  });

  it("escapes ids in paths", async () => {
    answer(200, { data: {} });
    await request(() => retrieveAnInquiry({ path: { inquiryId: "../accounts?x" } }));
    expect(sentRequest().url).toBe(`${base}api/v1/inquiries/..%2Faccounts%3Fx`);
  });

  it("asks the desk's own API below the same base", async () => {
    const session = { user: { name: "S" }, role: "support", permissions: [], environment: "demo", organization: { name: "O" } };
    answer(200, session);
    expect(await retrieveDeskSession()).toEqual(session);
    expect(sentRequest().url).toBe(`${base}desk/v1/session`);
  });
});

it("hands over data and Request-Id", async () => {
  answer(200, { data: { type: "inquiry", id: "inq_1" } });
  expect(await read()).toMatchObject({ data: { data: { id: "inq_1" } }, requestId: "req_1", status: 200 });
});

describe("refusals", () => {
  it.each([400, 422])("become one error with Persona's words: %i", async (status) => {
    answer(status, {
      errors: [{ title: "Unprocessable entity", details: "no", source: { pointer: "/data/attributes/note" } }, { details: "nor that" }],
    });
    const error = await failureOf(write);
    expect(error).toMatchObject({
      status,
      title: "Unprocessable entity",
      details: ["no", "nor that"],
      pointer: "/data/attributes/note",
      requestId: "req_1",
      operation: "POST /inquiries/{inquiryId}/approve",
      sent: "yes",
      retryable: false,
    });
    expect(mayHaveHappened(error)).toBe(false);
  });

  it.each([
    ["RateLimit-Reset", { "RateLimit-Reset": "17", "Retry-After": "5" }, 17],
    ["Retry-After, which gateways send", { "Retry-After": "5" }, 5],
    ["a gateway's date", { "Retry-After": "Mon, 02 Mar 2026 09:00:04 GMT", Date: "Mon, 02 Mar 2026 09:00:00 GMT" }, 4],
    ["a date that nothing tells the distance to", { "Retry-After": "Mon, 02 Mar 2026 09:00:04 GMT" }, undefined],
    ["nothing usable", { "RateLimit-Reset": "soon" }, undefined],
    ["an absurd wait", { "RateLimit-Reset": "99999999" }, 3_600],
  ])("a rate limit waits as %s says", async (_, headers, expected) => {
    answer(429, { errors: [{ title: "Rate limit exceeded" }] }, headers);
    expect(await failureOf(read)).toMatchObject({ status: 429, retryable: true, retryAfterSeconds: expected });
  });

  it.each([
    ["a page of HTML", "<html><script>alert(1)</script>"],
    ["nothing", ""],
    ["a list", []],
    ["null errors", { errors: null }],
    ["errors of odd kinds", { errors: [null, 7, { title: 3, details: {}, source: "x" }] }],
  ])("survive a body of %s", async (_, body) => {
    answer(403, body);
    expect(await failureOf(read)).toMatchObject({ status: 403, title: "The request failed", details: [], pointer: undefined });
  });

  it("cut off endless texts", async () => {
    answer(500, { errors: [{ title: "x".repeat(1_000_000) }] });
    expect((await failureOf(read)).title).toHaveLength(1_000);
  });
});

describe("whether a write was sent", () => {
  it.each([
    [400, "yes", false],
    [409, "yes", false],
    [429, "yes", false],
    [500, "yes", true],
    [502, "unknown", true],
    [504, "unknown", true],
  ] as const)("status %i: %s, may have happened: %s", async (status, sent, happened) => {
    answer(status, {});
    const error = await failureOf(write);
    expect(error.sent).toBe(sent);
    expect(mayHaveHappened(error)).toBe(happened);
  });

  it.each([502, 503])("status %i: no, where the server side says that Persona never got it", async (status) => {
    answer(status, { errors: [{ title: "Persona can't be reached" }] }, { "Desk-Sent": "no" });
    const error = await failureOf(write);
    expect(error.sent).toBe("no");
    expect(mayHaveHappened(error)).toBe(false);
  });

  it("says why the server side has no answer, and that a key that was refused is refused again", async () => {
    answer(503, {}, { "Desk-Failure": "budget" });
    expect(await failureOf(read)).toMatchObject({ failure: "budget", retryable: true });
    answer(502, {}, { "Desk-Failure": "key" });
    expect(await failureOf(read)).toMatchObject({ failure: "key", retryable: false, sent: "no" });
  });

  it("is unknown when the connection broke", async () => {
    fetching.mockRejectedValueOnce(new TypeError("Failed to fetch"));
    expect(await failureOf(write)).toMatchObject({
      status: 0,
      sent: "unknown",
      retryable: true,
      operation: "POST /inquiries/{inquiryId}/approve",
    });
  });

  it("is no when the browser is offline, and for every read", async () => {
    fetching.mockRejectedValue(new TypeError("Failed to fetch"));
    expect(await failureOf(read)).toMatchObject({ status: 0, sent: "no" });
    vi.stubGlobal("navigator", { onLine: false });
    expect(await failureOf(write)).toMatchObject({ sent: "no", title: "You are offline" });
  });

  it("is yes when a good answer cannot be read", async () => {
    answer(200, "<html>Sign in</html>", { "Content-Type": "text/html" });
    const error = await failureOf(write);
    expect(error).toMatchObject({ status: 200, sent: "yes", title: "The answer could not be read", retryable: true });
    expect(mayHaveHappened(error)).toBe(true);
  });
});

it("passes on the end of a call that its caller ended", async () => {
  const reason = new DOMException("Aborted", "AbortError");
  fetching.mockRejectedValueOnce(reason);
  await expect(read()).rejects.toBe(reason);
});

it("does not take half a session for one", async () => {
  answer(200, { role: "admin" });
  expect(await failureOf(() => retrieveDeskSession())).toMatchObject({
    title: "The answer could not be read",
    operation: "GET /desk/v1/session",
  });
});

describe("a file", () => {
  const print = () => requestFile(() => printAnInquiryPdf({ path: { inquiryId: "inq_1" } }), "application/pdf");

  it("comes as a blob", async () => {
    answer(200, "%PDF", { "Content-Type": "application/pdf" });
    expect((await print()).data.size).toBe(4);
  });

  it("is refused when it is something else", async () => {
    answer(200, "<html>", { "Content-Type": "text/html" });
    expect(await failureOf(print)).toMatchObject({ title: "The answer could not be read", sent: "no" });
  });
});

describe("the end of the session", () => {
  beforeEach(() => noteSessionBegin());
  const failed = (call: Promise<unknown>) => expect(call).rejects.toBeInstanceOf(ApiError);

  it("is noted wherever an answer tells of it", async () => {
    answer(401, { errors: [{ title: "Nobody is signed in" }] }, { "Request-Id": "" });
    await failed(request(() => listAllInquiries()));
    expect(sessionEnd()).toBe("expired");
  });

  it("is not what Persona means by 401: that is about the desk's key", async () => {
    answer(401, { errors: [{ title: "Must be authenticated" }] });
    await failed(request(() => listAllInquiries()));
    expect(sessionEnd()).toBeUndefined();
  });

  it("ends when somebody is signed in again", async () => {
    noteSessionEnd("expired");
    answer(200, { user: {}, role: "lead", permissions: [], environment: "demo", organization: {} });
    await retrieveDeskSession();
    expect(sessionEnd()).toBeUndefined();
  });

  it("stays on purpose where it was on purpose", () => {
    noteSessionEnd("left");
    noteSessionEnd("expired");
    expect(sessionEnd()).toBe("left");
  });
});

it("an error carries the request ID of Persona and the desk's own", async () => {
  answer(500, {}, { "Desk-Request-Id": "dr_1" });
  const error: unknown = await request(() => listAllInquiries()).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ requestId: "req_1", deskRequestId: "dr_1" });
});
