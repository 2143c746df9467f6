import { randomUUID } from "node:crypto";
import type { APIRequestContext, Page } from "@playwright/test";
import type { Decision, DecisionAction, DecisionRequest } from "@/api/generated/desk/types.gen";
import { type InquirySeen, seenOf } from "@/domain/inquiry-seen";
import type { SimulatorControl } from "./simulator-control";

/** How somebody holds their own decisions, whatever the company says; before the page is opened. */
export const holdFor = (page: Page, seconds: 0 | 5 | 20) =>
  page.addInitScript((chosen) => localStorage.setItem("desk.hold", chosen), String(seconds));

/** For what is shown once a decision is over: it is held for 5 seconds, by the server's own clock, and then Persona is asked. */
export const afterTheHold = { timeout: 30_000 };

type Related = { id: string; type: string; attributes: { status: string; hasMatch?: boolean | null } };
type InquiryAnswer = {
  data: {
    attributes: { status: string; updatedAt: string; redactedAt: string | null };
    relationships: { reviewer: { data: { id: string } | null } };
  };
  included?: Related[];
};

/** What somebody sees of an inquiry who looks at it now. */
export async function pictureOf(simulator: SimulatorControl, inquiryId: string): Promise<InquirySeen> {
  const path = `inquiries/${inquiryId}?include=verifications,reports`;
  const { data, included = [] } = await simulator.call<InquiryAnswer>("GET", path, undefined, "api");
  const ofKind = (kind: string) =>
    included.filter(({ type }) => type === kind || type.startsWith(`${kind}/`)).map(({ id, attributes }) => ({ id, ...attributes }));
  return seenOf({
    inquiry: data.attributes,
    reviewerId: data.relationships.reviewer.data?.id ?? null,
    verifications: ofKind("verification"),
    reports: ofKind("report"),
  });
}

const reasons = { approve: "evidence-consistent", decline: "document-altered", markForReview: "second-opinion" };

/** The command of a decision that is sent at once, on what is to be seen now. */
export const decisionNow = async (simulator: SimulatorControl, inquiryId: string, action: DecisionAction): Promise<DecisionRequest> => ({
  inquiryId,
  action,
  reasonIds: [reasons[action]],
  comment: "Looked at it",
  seen: await pictureOf(simulator, inquiryId),
  holdSeconds: 0,
});

/** What the app sends along with a command, for whom the cookies of `request` are signed in at `url`. */
export async function commandHeaders(request: APIRequestContext, url: string, key: string = randomUUID()) {
  const session = (await (await request.get(`${url}/desk/v1/session`)).json()) as { user: { id: string } };
  return { origin: url, "sec-fetch-site": "same-origin", "desk-client": "web", "desk-person": session.user.id, "idempotency-key": key };
}

/** Decides as whom the cookies of `request` are signed in at `url`. @throws Error unless Persona has confirmed it */
export async function decideAt(request: APIRequestContext, url: string, command: DecisionRequest): Promise<void> {
  const answer = await request.post(`${url}/desk/v1/decisions`, { headers: await commandHeaders(request, url), data: command });
  mustBeConfirmed(answer.status(), await answer.text());
}

/** Decides in the demo as the reviewer, whoever the visitor plays. @throws Error unless it is confirmed */
export async function decideInDemo(page: Page, decision: DecisionRequest): Promise<void> {
  const { status, text } = await page.evaluate(
    async (body) => {
      const url = new URL("simulator/v1/colleague", document.baseURI);
      const answer = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
      return { status: answer.status, text: await answer.text() };
    },
    { role: "reviewer", idempotencyKey: randomUUID(), decision },
  );
  mustBeConfirmed(status, text);
}

function mustBeConfirmed(status: number, text: string) {
  // the shape that openapi/desk.yaml promises
  if (status === 201 && (JSON.parse(text) as Decision).state === "confirmed") return;
  throw new Error(`The decision was answered ${status} ${text}`);
}

/** The decisions on an inquiry that have taken effect at Persona, oldest first. */
export async function decidedAtPersona(simulator: SimulatorControl, inquiryId: string): Promise<string[]> {
  type Events = { data: { attributes: { name: string } }[] };
  const { data } = await simulator.call<Events>("GET", `events?filter[object-id]=${inquiryId}`, undefined, "api");
  const names = data.map(({ attributes }) => attributes.name);
  return names.filter((name) => /^inquiry\.(approved|declined|marked-for-review)$/.test(name)).toReversed();
}

/** The decisions on an inquiry that were sent to Persona, whatever it did with them; none in the demo, which sends nothing anywhere. */
export async function sentToPersona(simulator: SimulatorControl, inquiryId: string): Promise<string[]> {
  const { data } = await simulator.call<{ data: { method: string; path: string }[] }>("GET", "requests");
  return data
    .filter(({ method, path }) => method === "POST" && path.startsWith(`/api/v1/inquiries/${inquiryId}/`))
    .map(({ path }) => path.split("/").at(-1) ?? "");
}
