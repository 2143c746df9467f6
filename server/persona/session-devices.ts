import { readTime } from "@/lib/read";
import type { DeviceUse } from "../devices/device-index";
import { readSession, relatedId } from "./resources/read-document";
import type { Resource } from "./resources/schemas";

/** On what devices inquiries were opened, as the sessions among the resources of one answer or event tell. */
export function deviceUsesIn(resources: readonly Resource[]): DeviceUse[] {
  return resources.flatMap((resource) => {
    const session = resource.type === "inquiry-session" ? readSession(resource).value : undefined;
    if (session === undefined) return [];
    const [inquiryId, deviceId] = [relatedId(session, "inquiry"), relatedId(session, "device")];
    const at = readTime(session.attributes.startedAt) ?? readTime(session.attributes.createdAt);
    return inquiryId === undefined || deviceId === undefined || at === undefined ? [] : [{ inquiryId, deviceId, at }];
  });
}
