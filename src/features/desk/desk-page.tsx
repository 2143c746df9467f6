import type { ReactNode } from "react";
import { FailurePanel } from "@/components/failure-panel";
import { Page } from "@/components/page";
import { useDocumentTitle } from "@/components/page-header";
import { PeopleSeenList } from "./people-seen-list";
import { QueueNumbers } from "./queue-numbers";
import { RescueList } from "./rescue-list";
import { useCommonFailure } from "./use-common-failure";

/** Where the day begins: one field to paste into, and what waits. @param omnibox the large search field */
export function DeskPage({ omnibox }: { omnibox: ReactNode }) {
  useDocumentTitle("Desk");
  const common = useCommonFailure();
  return (
    <Page>
      <div className="max-w-2xl">
        <h1 className="mb-3 text-lg font-semibold tracking-tight">Find a person or inquiry</h1>
        {omnibox}
        <p className="mt-2 text-xs text-ink-muted">
          Paste what the ticket gives you: a reference ID, any ID of Persona’s, or the link the user complains about.
        </p>
      </div>
      {common && <FailurePanel {...common} />}
      <div className="grid items-start gap-4 lg:grid-cols-[20rem_minmax(0,1fr)]">
        <div className="grid gap-4 sm:max-lg:grid-cols-2">
          <QueueNumbers isToldAbove={common !== undefined} />
          <PeopleSeenList />
        </div>
        <RescueList isToldAbove={common !== undefined} />
      </div>
    </Page>
  );
}
