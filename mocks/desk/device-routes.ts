import type { Inquiry, InquirySession } from "@/api/generated/persona/types.gen";
import type { SharedDeviceInquiry, SharedDevices } from "@/api/generated/desk/types.gen";
import { jsonAnswer } from "../http/answer";
import { badRequest } from "../world/core/refusal";
import type { World } from "../world/core/world";
import { deskRoute } from "./desk-route";

const mostShared = 100;

export const deviceRoutes = [
  deskRoute("retrieve-shared-devices", "GET /shared-devices/{inquiryId}", ({ desk, path: { inquiryId = "" } }) => {
    if (!/^inq_[A-Za-z0-9]+$/.test(inquiryId)) throw badRequest("inquiryId is no inquiry ID");
    const all = sharedWith(desk.world, inquiryId);
    const inquiries = all.slice(0, mostShared);
    const accounts = new Set(inquiries.map((other) => other.accountId ?? other.inquiryId)).size;
    return jsonAnswer(200, { inquiries, accounts, hasMore: all.length > mostShared } satisfies SharedDevices);
  }),
];

/** The desk of the simulation has heard of everything. Nobody of the bulk shares a device, so that its sessions need not be made. */
function sharedWith(world: World, inquiryId: string): SharedDeviceInquiry[] {
  const inquiry = world.tables.inquiries.get(inquiryId);
  if (inquiry === undefined) return [];
  const sessions = [...world.tables.inquirySessions.added()];
  const own = new Set(sessions.filter((session) => inquiryOf(session) === inquiryId).map(deviceOf));
  own.delete(undefined);
  const lastSeen = new Map<string, string>();
  for (const session of sessions.filter((each) => own.has(deviceOf(each)))) {
    const { startedAt, createdAt } = session.attributes;
    const [of, at] = [inquiryOf(session), startedAt ?? createdAt ?? ""];
    if (at > (lastSeen.get(of) ?? "")) lastSeen.set(of, at);
  }
  return [...lastSeen]
    .flatMap(([id, lastSeenAt]) => {
      const other = world.tables.inquiries.get(id);
      return other === undefined || !isOfAnother(inquiry, other) ? [] : [shown(other, lastSeenAt)];
    })
    .toSorted((one, other) => other.lastSeenAt.localeCompare(one.lastSeenAt) || one.inquiryId.localeCompare(other.inquiryId));
}

const deviceOf = ({ relationships }: InquirySession) => relationships.device.data?.id;
const inquiryOf = ({ relationships }: InquirySession) => relationships.inquiry.data?.id ?? "";
const accountOf = ({ relationships }: Inquiry) => relationships.account.data?.id;
const keyOf = ({ attributes }: Inquiry) => attributes.referenceId?.toLowerCase();

/** The same account is the same person, and so is the same reference ID on two. */
const isOfAnother = (inquiry: Inquiry, other: Inquiry) =>
  other.id !== inquiry.id &&
  other.attributes.redactedAt === null &&
  (accountOf(other) === undefined || accountOf(other) !== accountOf(inquiry)) &&
  (keyOf(other) === undefined || keyOf(other) !== keyOf(inquiry));

const shown = (inquiry: Inquiry, lastSeenAt: string): SharedDeviceInquiry => ({
  inquiryId: inquiry.id,
  accountId: accountOf(inquiry) ?? null,
  referenceId: inquiry.attributes.referenceId ?? null,
  inquiryTemplateId: inquiry.relationships.inquiryTemplate.data?.id ?? inquiry.relationships.template.data?.id ?? null,
  status: inquiry.attributes.status,
  createdAt: inquiry.attributes.createdAt ?? null,
  lastSeenAt,
});
