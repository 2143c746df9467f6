import { createFileRoute, Outlet, useMatch, useRouterState } from "@tanstack/react-router";
import { Activity, useState } from "react";
import type { InquirySearch } from "@/features/inquiries/inquiry-search";
import { InquiryList } from "./-inquiry-list";

export const Route = createFileRoute("/inquiries")({ component: Inquiries });

/** The list, and the inquiry that is opened from it. The list is not thrown away meanwhile: Back shows it as it was left, at once. */
function Inquiries() {
  const { visit, isShown } = useListVisit();
  return (
    <>
      {visit && (
        <Activity mode={isShown ? "visible" : "hidden"}>
          <InquiryList key={visit.number} asked={visit.asked} />
        </Activity>
      )}
      {!isShown && <Outlet />}
    </>
  );
}

type ListVisit = {
  asked: InquirySearch;
  /** The entry of the history that shows it. */
  entry: string | undefined;
  /** Counts the lists that were begun afresh. */
  number: number;
  isLeft: boolean;
};

/** Which list is shown, or was. One that is come to by another way than Back is another visit, and begins at its top. */
function useListVisit() {
  const status = useMatch({ ...list, select: (match) => match.status });
  const asked = useMatch({ ...list, select: (match) => match.search });
  const entry = useRouterState({ select: ({ location }) => (isList.test(location.pathname) ? location.state.__TSR_key : undefined) });
  const [visit, setVisit] = useState<ListVisit>();
  const isStill = visit?.isLeft === false;
  // an address that is still being looked at may hold what must not be asked for
  const isLoaded = asked !== undefined && status === "success";
  const isShown = isLoaded || (isStill && status === "pending");
  if (isStill && !isShown) {
    setVisit({ ...visit, isLeft: true });
  } else if (isLoaded && (!isStill || visit.asked !== asked || (entry !== undefined && visit.entry !== entry))) {
    const isAnother = visit?.isLeft === true && visit.entry !== entry;
    setVisit({ asked, entry: entry ?? visit?.entry, number: (visit?.number ?? 0) + (isAnother ? 1 : 0), isLeft: false });
  }
  return { visit, isShown };
}

const list = { from: "/inquiries/", shouldThrow: false } as const;
const isList = /^\/inquiries\/?$/;
