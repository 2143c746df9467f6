import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { createQueryClient } from "@/api/query-client";
import type { IndexParams } from "@/api/inquiry-index/index-page";
import { indexedInquiriesQuery, inquiryCountsQuery } from "@/api/inquiry-index/queries";
import { changeAnswers, failAnswers } from "@test/support/failing-answers";
import { renderApp } from "@test/render-app";
import { calls } from "@test/support/request-log";
import { server, simulator } from "@mocks/doors/node";

const read = (params?: IndexParams) => createQueryClient().query({ ...indexedInquiriesQuery(params), retry: false });
/** The index is there, and its first round is not over. */
const beginIndex = () =>
  changeAnswers("*/desk/v1/inquiries", (body) => ({ ...body, index: { whole: false, sweptAt: null, lastWebhookAt: null } }));
const times = (rows: readonly { decisionedAt?: string | null | undefined }[]) => rows.map(({ decisionedAt }) => decisionedAt ?? "");

describe("a page of the index", () => {
  it("holds of each inquiry what Persona's list does, and asks Persona nothing", async () => {
    const { inquiries, index, standIn } = await read({ size: 3 });
    expect(calls(simulator())).toEqual(["GET /desk/v1/inquiries?page[size]=3"]);
    expect(standIn).toBeUndefined();
    expect(index?.whole).toBe(true);
    const newest = [...simulator().world().tables.inquiries.newestFirst()].slice(0, 3);
    const facts = newest.map(({ id, attributes: { status, referenceId, createdAt }, relationships: { account, inquiryTemplate } }) => {
      const links = { account: account.data, inquiryTemplate: inquiryTemplate.data };
      return { id, type: "inquiry", status, referenceId, createdAt, links };
    });
    expect(inquiries).toMatchObject(facts);
  });

  it("leads on to the next and back, in the order asked for", async () => {
    const asked = { sort: "decisioned-at", statuses: ["approved"], size: 5 } as const;
    const first = await read(asked);
    const second = await read({ ...asked, ...first.next });
    const all = [...times(first.inquiries), ...times(second.inquiries)];
    expect(all).toEqual(all.toSorted());
    expect(new Set([...first.inquiries, ...second.inquiries].map(({ id }) => id)).size).toBe(10);
    expect((await read({ ...asked, ...second.previous })).inquiries).toEqual(first.inquiries);
  });

  it("finds old approvals", async () => {
    const monthAgo = new Date(simulator().world().clock.now() - 30 * 86_400_000).toISOString();
    const { inquiries } = await read({ statuses: ["approved"], decisionedAtEnd: monthAgo, sort: "-decisioned-at" });
    expect(inquiries.length).toBeGreaterThan(0);
    expect(times(inquiries).filter((time) => time > monthAgo)).toEqual([]);
  });

  it("has one who was redacted for redacted, whether or not it was told when", async () => {
    changeAnswers("*/desk/v1/inquiries", (body) => {
      const [first, ...others] = Array.isArray(body["data"]) ? (body["data"] as object[]) : [];
      return { ...body, data: [{ ...first, redacted: true, redactedAt: null }, ...others] };
    });
    const [first, second] = (await read()).inquiries;
    expect([first?.redactedAt, second?.redactedAt]).toEqual([first?.updatedAt, null]);
  });
});

describe("Persona's own list stands in for the index", () => {
  it("until it is whole, and says what it could not be asked", async () => {
    beginIndex();
    const page = await read({ statuses: ["approved"], tags: ["vip"], sort: "decisioned-at" });
    expect(page.standIn).toEqual({ why: "not-whole", unasked: ["tags", "sort"] });
    expect(page.index?.whole).toBe(false);
    expect(page.inquiries.map(({ status }) => status)).not.toContain("pending");
    expect(calls(simulator()).at(-1)).toBe("GET /api/v1/inquiries?filter[status]=approved");
  });

  it.each(["403", "404", "500", "no JSON"] as const)("where it can't be had (%s)", async (kind) => {
    failAnswers("*/desk/v1/inquiries", kind);
    expect(await read({ sort: "-created-at" })).toMatchObject({ standIn: { why: "unavailable", unasked: [] }, index: undefined });
  });

  it("as long as its pages are turned, without asking the index first", async () => {
    failAnswers("*/desk/v1/inquiries", "500");
    const { next } = await read();
    const index = failAnswers("*/desk/v1/inquiries", "500");
    const page = await read({ ...next });
    expect(page.standIn?.why).toBe("begun");
    expect(page.previous).not.toBeNull();
    expect(index.asked()).toBe(0);
  });

  it("but not for too many calls, nor in the middle of the index", async () => {
    const { next } = await read();
    failAnswers("*/desk/v1/inquiries", "500");
    await expect(read({ ...next })).rejects.toMatchObject({ status: 500 });
    failAnswers("*/desk/v1/inquiries", "429");
    await expect(read()).rejects.toMatchObject({ status: 429 });
    expect(calls(simulator()).filter((call) => call.includes("/api/v1/"))).toEqual([]);
  });
});

it("counts are of all that fit, not of a page", async () => {
  const counts = await createQueryClient().query(inquiryCountsQuery({ statuses: ["approved", "declined"] }));
  const all = [...simulator().world().tables.inquiries.newestFirst()].filter(({ attributes: { status } }) =>
    ["approved", "declined"].includes(status),
  );
  expect(counts.total).toBe(all.length);
  expect(counts.byStatus.map(({ status }) => status).toSorted()).toEqual(["approved", "declined"]);
});

describe("the page over Persona's own list", () => {
  it("says that the index isn't whole yet, and what was left out", async () => {
    beginIndex();
    await renderApp("/inquiries?status=failed");
    expect(
      await screen.findByText(/^The desk is still reading all inquiries into its index\. .* Persona's own list, newest first\.$/),
    ).toBeVisible();
    expect(screen.getByRole("table", { name: "Inquiries" })).toHaveAttribute("aria-busy", "false");
  });

  it("turns its pages, and leads back to the index", async () => {
    failAnswers("*/desk/v1/inquiries", "500");
    const { user, router } = await renderApp("/inquiries");
    expect(await screen.findByText(/could not be read, so this is Persona's own list/)).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Next" }));
    await waitFor(() => expect(router.state.location.searchStr).toMatch(/^\?after=inq_/));
    server.resetHandlers();
    await user.click(await screen.findByRole("button", { name: "Begin again" }));
    await waitFor(() => expect(screen.queryByText(/Persona's own list/)).toBeNull());
    expect(router.state.location.searchStr).toBe("");
  });
});
