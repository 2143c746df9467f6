import { describe, expect, it } from "vitest";
import { describeFailure } from "@/components/failure";

const apiError = (status: number, more: object = {}) => Object.assign(new Error("title"), { status, sent: "yes", details: [], ...more });

describe("describeFailure", () => {
  it.each([
    [0, "network", 0],
    [200, "server", 0],
    [400, "refused", undefined],
    [401, "signed-out", undefined],
    [403, "forbidden", undefined],
    [404, "not-found", undefined],
    [408, "server", 0],
    [409, "conflict", 0],
    [422, "refused", undefined],
    [429, "rate-limited", 10],
    [503, "server", 0],
  ])("status %i is %s and may be tried again after %s s", (status, kind, afterSeconds) => {
    const failure = describeFailure(apiError(status));
    expect(failure.kind).toBe(kind);
    expect(failure.retry?.afterSeconds).toBe(afterSeconds);
  });

  it("a rate limit waits for the reset the API names", () => {
    expect(describeFailure(apiError(429, { retryAfterSeconds: 42 })).retry).toEqual({ afterSeconds: 42 });
  });

  it.each([400, 422])("a refusal with %i names the value it is about", (status) => {
    expect(describeFailure(apiError(status, { pointer: "/data/attributes/reference-id" })).text).toMatch(/ It is about “reference-id”\.$/);
    expect(describeFailure(apiError(status)).text).not.toContain("It is about");
  });

  it("a missing permission is named", () => {
    expect(describeFailure(apiError(403, { details: ["The API key lacks inquiry.write"] })).text).toContain("inquiry.write");
  });

  it.each([
    ["no", 0, "Nothing was sent."],
    ["part", 422, "It was done in part."],
    ["yes", 409, "It was refused. Nothing was changed."],
    ["unknown", 0, "It is not known whether it took effect. Look at the present state before you send it again."],
    ["yes", 500, "It is not known whether it took effect. Look at the present state before you send it again."],
    ["yes", 408, "It is not known whether it took effect. Look at the present state before you send it again."],
  ])("a write with sent: %s and status %i says: %s", (sent, status, sentence) => {
    expect(describeFailure(apiError(status, { sent }), "write").sent).toBe(sentence);
  });

  it.each([0, 408, 500, 502, 504])("a read that failed with %i never changed anything, and nothing else is said", (status) => {
    const { sent, text, title, details } = describeFailure(apiError(status, { failure: status === 502 ? "lost" : undefined }));
    expect(sent).toBe("Nothing was changed.");
    expect([text, title, ...details].join()).not.toMatch(/may have|may or may not|not known/);
  });

  it.each([
    ["as the desk's server tells it", apiError(502, { failure: "key", details: ["Nothing was done."] })],
    ["as Persona answers it", apiError(401, { requestId: "req_1" })],
  ])("a key that Persona refuses is told as that, and no other try can help: %s", (_, error) => {
    const { title, text, retry } = describeFailure(error);
    expect(title).toBe("Persona refused the desk's key");
    expect(text).not.toContain("in a moment");
    expect(retry).toBeUndefined();
  });

  it.each([
    ["budget", 503, "Persona is busy", 10],
    ["timeout", 504, "Persona could not be reached", 0],
    ["unconnected", 503, "Persona could not be reached", 0],
    ["unreadable", 502, "Persona's answer could not be read", 0],
  ])("what the desk's server calls %s is told in words of its own", (failure, status, title, afterSeconds) => {
    const described = describeFailure(apiError(status, { failure, details: ["Nothing was sent."] }));
    expect([described.title, described.details, described.retry]).toEqual([title, [], { afterSeconds }]);
  });

  it.each([
    ["GET /inquiries", "Persona returned an error (500)"],
    ["GET /desk/v1/claims", "The desk returned an error (500)"],
  ])("whose error it was stands in the title: %s", (operation, title) => {
    expect(describeFailure(apiError(500, { operation })).title).toBe(title);
  });

  it("what the desk does not find is not said of Persona", () => {
    expect(describeFailure(apiError(404, { operation: "PUT /desk/v1/saved-views/{viewId}" })).text).toMatch(/^The desk found nothing/);
    expect(describeFailure(apiError(404, { operation: "GET /inquiries/{inquiryId}" })).text).toMatch(/^Persona knows no such object/);
  });

  it.each([["a thrown text"], [undefined], [null], [new TypeError("x is undefined")]])(
    "anything else is the desk's own fault: %s",
    (thrown) => {
      expect(describeFailure(thrown).kind).toBe("crash");
    },
  );

  it("the words of the API lose what would steer the page's text", () => {
    expect(describeFailure(apiError(422, { details: ["bad\u202Evalue"] })).details).toEqual(["badvalue"]);
  });
});
