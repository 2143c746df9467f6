import { useQuery } from "@tanstack/react-query";
import { sharedDevicesQuery } from "@/api/shared-devices/queries";
import type { SessionFacts } from "@/domain/facts";
import { hasDevice } from "@/domain/signals/shared-devices";

/**
 * Who else used a device of the inquiry; not asked before it is known that there is one. Asked after the inquiry, since a desk that hears no
 * webhooks learns of its devices from that very answer.
 * @param sessions of the inquiry; undefined while they are not known
 */
export function useSharedDevices(
  inquiryId: string,
  sessions: readonly SessionFacts[] | undefined,
  { enabled = true }: { enabled?: boolean } = {},
) {
  const isAsked = enabled && sessions !== undefined && hasDevice(sessions);
  return useQuery({ ...sharedDevicesQuery(inquiryId), enabled: isAsked });
}
