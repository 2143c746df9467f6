import { screen, within } from "@testing-library/react";
import { http } from "msw";
import { describe, expect, it, onTestFinished } from "vitest";
import { createQueryClient } from "@/api/query-client";
import { auditEntriesQuery } from "@/api/audit-entries/queries";
import { claimsQuery } from "@/api/claims/queries";
import { inquiryDecisionsQuery, myDecisionsQuery } from "@/api/decisions/queries";
import { issuedLinksQuery } from "@/api/links/queries";
import { partnerTokensQuery } from "@/api/partner-tokens/queries";
import { savedViewsQuery } from "@/api/saved-views/queries";
import { sessionsQuery } from "@/api/sessions/queries";
import { settingsQuery, settingVersionsQuery } from "@/api/settings/queries";
import { describeFailure } from "@/components/failure";
import { isRecord } from "@/lib/read";
import { renderApp } from "@test/render-app";
import { spoilAnswers } from "@test/support/hostile-answers";
import { resetSimulator, server } from "@mocks/doors/node";

const [one, other] = [...resetSimulator().world().tables.inquiries.newestFirst()];

/** The list of inquiries is Persona's own then. */
const withoutIndex = () => resetSimulator().fault({ operation: "listIndexedInquiries", status: 503, times: 1000 });

describe("half an answer is a failure, not none", () => {
  it.each(["/inquiries", "/accounts", `/inquiries/${one?.id}`, `/accounts/${one?.relationships.account.data?.id}`])(
    "at %s",
    async (path) => {
      withoutIndex();
      spoilAnswers(() => ({}));
      await renderApp(path);
      expect(await screen.findByText("Persona's answer could not be read")).toBeVisible();
      expect(screen.queryByText(/No inquiry matches|There are no people yet|No verification yet/)).toBeNull();
    },
  );
});

describe("whose answer could not be read is said", () => {
  const questions: Record<string, { queryKey: readonly unknown[] }> = {
    claims: claimsQuery(["inq_1"]),
    "one's own decisions": myDecisionsQuery(),
    "decisions on an inquiry": inquiryDecisionsQuery("inq_1"),
    "the audit log": auditEntriesQuery(),
    links: issuedLinksQuery(),
    "saved views": savedViewsQuery(),
    "partner tokens": partnerTokensQuery(),
    sessions: sessionsQuery(),
    settings: settingsQuery(),
    "what a setting was": settingVersionsQuery("sla"),
  };

  it.each(Object.entries(questions))("%s are the desk's", async (_, question) => {
    server.use(http.get("*/desk/v1/*", () => Response.json({})));
    onTestFinished(() => server.resetHandlers());
    const failure: unknown = await createQueryClient()
      .query({ ...question, retry: false })
      .catch((error: unknown) => error);
    expect(describeFailure(failure).title).toBe("The desk's answer could not be read");
  });

  it("on the page, too", async () => {
    resetSimulator();
    server.use(http.get("*/desk/v1/links", () => Response.json({ data: "none" })));
    onTestFinished(() => server.resetHandlers());
    await renderApp("/links");
    expect(await screen.findByText("The desk's answer could not be read")).toBeVisible();
  });
});

/** Puts inquiries of somebody else among those of a list, or in their place. */
const strangers = (keep: number) => (body: unknown) =>
  isRecord(body) && Array.isArray(body["data"]) && isRecord(body["data"][0]) && body["data"][0]["type"] === "inquiry"
    ? { ...body, data: [...(body["data"] as unknown[]).slice(0, keep), stranger] }
    : body;
const stranger = {
  type: "inquiry",
  id: "inq_1",
  attributes: { status: "approved", referenceId: "usr_other", createdAt: "2019-12-31T12:00:00.000Z" },
  relationships: {
    account: { data: { type: "account", id: "act_other" } },
    inquiryTemplate: { data: { type: "inquiry-template", id: "itmpl_other" } },
  },
};
const [reference, account] = [one?.attributes.referenceId ?? "", one?.relationships.account.data?.id ?? ""];

describe("what was not asked for", () => {
  it("is left out of a list, and told", async () => {
    withoutIndex();
    spoilAnswers(strangers(1));
    await renderApp(`/inquiries?reference=${reference}`);
    expect(await screen.findByText(/answered with 1 inquiry that does not match/)).toBeVisible();
    expect(screen.getByRole("link", { name: reference })).toBeVisible();
    expect(screen.queryByText("usr_other")).toBeNull();
  });

  it.each([
    `/inquiries?reference=${reference}`,
    "/inquiries?status=needs_review",
    "/inquiries?from=2020-01-02",
    `/inquiries?template=${one?.relationships.inquiryTemplate.data?.id}`,
    `/accounts/${account}`,
  ])("is no answer where nothing else came: %s", async (path) => {
    withoutIndex();
    spoilAnswers(strangers(0));
    await renderApp(path);
    expect(await screen.findByText("Persona's answer could not be read")).toBeVisible();
    expect(screen.queryByText(/usr_other|No inquiry matches|Never tried/)).toBeNull();
  });

  it("is no person among those whose reference IDs were pasted", async () => {
    resetSimulator();
    spoilAnswers((body) => (isRecord(body) && Array.isArray(body["data"]) ? { ...body, data: [{ ...stranger, type: "account" }] } : body));
    await renderApp(`/accounts?reference-id=${reference},usr_2c5e88`);
    expect(await screen.findByText("Persona's answer could not be read")).toBeVisible();
    expect(screen.queryByText(/usr_other|Nobody has this reference ID/)).toBeNull();
  });

  it("is told beside the verdict on a person, and does not count for it", async () => {
    resetSimulator();
    spoilAnswers(strangers(1));
    await renderApp(`/accounts/${account}`);
    expect(await screen.findByText(/answered with 1 inquiry of other people, left out here/)).toBeVisible();
    expect(screen.queryByText("usr_other")).toBeNull();
  });

  it("is nobody's page, and no miss either, where a reference ID was looked up", async () => {
    resetSimulator();
    spoilAnswers((body) => (isRecord(body) && Array.isArray(body["data"]) ? { ...body, data: [{ ...stranger, type: "account" }] } : body));
    const { user, router } = await renderApp("/");
    await user.type(screen.getByRole("textbox", { name: "Find a person or an inquiry" }), `${reference}{Enter}`);
    expect(await within(screen.getByRole("search")).findByText("Persona's answer could not be read")).toBeVisible();
    expect(screen.queryByText("Nobody has this reference ID")).toBeNull();
    expect(router.state.location.pathname).toBe("/");
  });

  it.each([
    ["inquiry", `/inquiries/${one?.id}`, other?.id],
    ["person", `/accounts/${account}`, "act_other"],
  ])("is not shown under the address of another %s", async (_, path, id) => {
    resetSimulator();
    spoilAnswers((body) => (isRecord(body) && isRecord(body["data"]) ? { ...body, data: { ...body["data"], id } } : body));
    await renderApp(path);
    expect(await screen.findByText("Persona's answer could not be read")).toBeVisible();
  });
});
