import type { ReactNode } from "react";
import { Page } from "@/components/page";
import { useDocumentTitle } from "@/components/page-header";
import { PeopleSeenList } from "./people-seen-list";
import { QueueNumbers } from "./queue-numbers";
import { RescueList } from "./rescue-list";

/** Where the day begins: one field to paste into, and what waits. @param omnibox the large search field */
export function DeskPage({ omnibox }: { omnibox: ReactNode }) {
  useDocumentTitle("Desk");
  return (
    <Page>
      <div className="mx-auto flex w-full max-w-5xl flex-col gap-6">
        <div className="mx-auto w-full max-w-2xl pt-4 pb-2 md:pt-10">
          <h1 className="mb-3 text-center text-lg font-semibold tracking-tight">Find a person or inquiry</h1>
          {omnibox}
          <p className="mt-2 text-center text-xs text-ink-muted">
            Paste what the ticket gives you: a reference ID, any ID of Persona’s, or the link the user complains about.
          </p>
        </div>
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <RescueList />
          <div className="grid gap-4 max-lg:order-first sm:max-lg:grid-cols-2">
            <QueueNumbers />
            <PeopleSeenList />
          </div>
        </div>
      </div>
    </Page>
  );
}
