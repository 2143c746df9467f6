import type { AuditEntry, Decision, DecisionRequest, DeskRole } from "@/api/generated/desk/types.gen";
import { pictureOf } from "../desk/decisions/differences";
import { personOf } from "../desk/people";
import type { Simulator } from "../simulator";
import { inquiryId, send } from "./tiny-world";

export type Answered = {
  status: number;
  body: Decision & { decision?: Decision; data: Decision[]; errors: { title: string; details: string }[] };
};
export type Asked = {
  role?: DeskRole;
  key?: string;
  headers?: Record<string, string>;
};

let count = 0;

/** A call of a page that was loaded for whoever plays the role, who is signed in. */
export function askDesk(simulator: Simulator, method: string, path: string, body?: unknown, asked: Asked = {}): Promise<Response> {
  const { role = "lead", key = `key-${(count += 1)}`, headers } = asked;
  const person = personOf(simulator.world(), role).id;
  return send(simulator, `/desk/v1/${path}`, {
    method,
    body,
    headers: { "desk-client": "web", "desk-person": person, "idempotency-key": key, ...headers },
  });
}

/** The same, and what was answered. */
export async function ask(...of: Parameters<typeof askDesk>): Promise<Answered> {
  const response = await askDesk(...of);
  return { status: response.status, body: (await response.json()) as Answered["body"] };
}

export const inquiryOf = (simulator: Simulator, number: number) => simulator.world().tables.inquiries.get(inquiryId(simulator, number))!;
export const statusOf = (simulator: Simulator, number: number) => inquiryOf(simulator, number).attributes.status;

const reasons = { approve: "evidence-consistent", decline: "document-altered", markForReview: "second-opinion" };

/** With a reason and a comment, since none of the people has finished. */
export const request = (simulator: Simulator, number: number, more: Partial<DecisionRequest> = {}): DecisionRequest => ({
  inquiryId: inquiryId(simulator, number),
  action: "approve",
  reasonIds: [reasons[more.action ?? "approve"]],
  comment: "Looked at it",
  seen: pictureOf(simulator.world(), inquiryOf(simulator, number)),
  ...more,
});
export const decide = (simulator: Simulator, number: number, more: Partial<DecisionRequest> = {}, asked: Asked = {}) =>
  ask(simulator, "POST", "decisions", request(simulator, number, more), asked);

export const decline: Partial<DecisionRequest> = { action: "decline", reasonIds: ["document-altered"] };
export const signIn = (simulator: Simulator, role: DeskRole) => simulator.control("sign-in", { role });
export const wait = async (simulator: Simulator, seconds: number) => {
  await simulator.control("clock/advance", { seconds });
  await simulator.tick();
};
export const decisions = async (simulator: Simulator, query = "", asked: Asked = {}) =>
  (await ask(simulator, "GET", `decisions${query}`, undefined, asked)).body.data;
export const latest = async (simulator: Simulator) => (await decisions(simulator))[0];
export const audited = async (simulator: Simulator) => {
  const response = await send(simulator, "/desk/v1/audit-entries?page[size]=100");
  const { data } = (await response.json()) as { data: AuditEntry[] };
  return data.filter(({ details }) => details["decision"] !== undefined);
};
export const called = (simulator: Simulator, operation: string) =>
  simulator.requests().filter((entry) => entry.operation === operation).length;
