import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { inquiryEventsQuery } from "@/api/events/queries";
import { spareCalls } from "@/api/spare-calls";

/**
 * The events of an inquiry: asked for when it is opened, but for a while when calls are short. It can be judged without them, and each is a
 * decision less that the same minute's calls would do for.
 * @param isNeeded they are what somebody wants to see
 */
export function useInquiryEvents(inquiryId: string, { isNeeded }: { isNeeded: boolean }) {
  const areLeft = useCallsShort() && !isNeeded;
  const events = useQuery({ ...inquiryEventsQuery(inquiryId), enabled: !areLeft });
  return { ...events, areLeft: areLeft && events.isPending };
}

/** Looks again when the time is over; once there are enough, what is asked for is asked for. */
function useCallsShort(): boolean {
  const [ms, setMs] = useState(() => spareCalls.shortFor());
  useEffect(() => {
    if (ms === 0) return undefined;
    const timer = setTimeout(() => setMs(spareCalls.shortFor()), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return ms > 0;
}
