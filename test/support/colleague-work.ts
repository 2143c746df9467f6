import type { AuditEntry, Claim, DeskRole } from "@/api/generated/desk/types.gen";
import type { Simulator } from "@mocks/simulator";
import { asColleague } from "@test/support/colleague";

/** When the worlds of tests begin; what the demo's people did stands before it. */
const worldBegins = "2026-03-02T09:00:00.000Z";

/** Asks the desk API as an admin, and gives the seat back. @throws Error when it is refused */
async function asked(simulator: Simulator, seat: DeskRole, method: string, path: string, body?: object): Promise<unknown> {
  const response = await asColleague(simulator, { role: "admin", seat, method, path: `/desk/v1/${path}`, body });
  if (!response.ok) throw new Error(`${method} ${path} was answered with ${response.status}`);
  return response.json();
}

/** A colleague, an admin, claims an inquiry, whoever has it. @param seat the role of the person of the test */
export const claimAsColleague = async (simulator: Simulator, seat: DeskRole, inquiryId: string) =>
  (await asked(simulator, seat, "PUT", `claims/${inquiryId}`, { takeOver: true })) as Claim;

/** Who works on an inquiry. */
export async function claimsOf(simulator: Simulator, seat: DeskRole, inquiryId: string): Promise<Claim[]> {
  return ((await asked(simulator, seat, "GET", `claims?filter[inquiry-id]=${inquiryId}`)) as { data: Claim[] }).data;
}

/** What the audit log has of an action since the test began, newest first. @param since another beginning, ISO 8601 */
export async function auditEntries(simulator: Simulator, seat: DeskRole, action: string, since = worldBegins): Promise<AuditEntry[]> {
  const { data } = (await asked(simulator, seat, "GET", `audit-entries?filter[action]=${action}`)) as { data: AuditEntry[] };
  return data.filter(({ createdAt }) => createdAt >= since);
}
