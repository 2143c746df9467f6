import { useMutation, useQuery, type UseQueryResult } from "@tanstack/react-query";
import { useState } from "react";
import type { SavedView } from "@/api/generated/desk/types.gen";
import { createSavedViewMutation } from "@/api/saved-views/writes";
import { deskSessionQuery } from "@/api/sessions/queries";
import { FailurePanel } from "@/components/failure-panel";
import { SkeletonLines } from "@/ui/skeleton";
import { ViewForm } from "./view-form";
import { ViewLink, ViewRow, type ViewsOfPage } from "./view-row";

type ViewMenuProps = {
  page: ViewsOfPage;
  views: Pick<UseQueryResult<SavedView[]>, "data" | "isError" | "error" | "refetch">;
  /** The view that the filters on the page are. */
  current: SavedView | undefined;
};

/** The views to choose from, and the form that makes one of the present filters. */
export function ViewMenu({ page, views, current }: ViewMenuProps) {
  const myId = useQuery(deskSessionQuery()).data?.user.id;
  const mine = views.data?.filter(({ owner }) => owner.id === myId) ?? [];
  const shared = views.data?.filter(({ owner }) => owner.id !== myId) ?? [];
  return (
    <div className="flex max-h-[min(36rem,calc(100dvh-8rem))] flex-col gap-2 overflow-auto p-1">
      <ul aria-label="Without a view">
        <li>
          <ViewLink search="" isCurrent={page.current === ""}>
            All inquiries
          </ViewLink>
        </li>
      </ul>
      {views.isError ? (
        <FailurePanel error={views.error} headingLevel={3} onRetry={() => void views.refetch()} />
      ) : views.data === undefined ? (
        <SkeletonLines count={3} />
      ) : (
        <>
          <Views title="Yours" views={mine} page={page} mine />
          <Views title="Shared by others" views={shared} page={page} mine={false} />
        </>
      )}
      <div className="border-t border-line pt-2">
        <SaveView page={page} matching={current} />
      </div>
    </div>
  );
}

function Views({ title, views, page, mine }: { title: string; views: readonly SavedView[]; page: ViewsOfPage; mine: boolean }) {
  if (views.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className="px-2 pb-1 text-xs font-medium text-ink-muted">{title}</h3>
      <ul>
        {views.map((view) => (
          <ViewRow key={view.id} view={view} page={page} mine={mine} />
        ))}
      </ul>
    </section>
  );
}

/** Keeps the present filters. The form is a new one after each view, and empty. */
function SaveView({ page, matching }: { page: ViewsOfPage; matching: SavedView | undefined }) {
  const [saved, setSaved] = useState(0);
  const create = useMutation({ ...createSavedViewMutation(), onSuccess: () => setSaved(saved + 1) });
  if (page.current === "") return <p className="px-2 pb-1 text-xs text-ink-muted">Choose filters to save them as a view.</p>;
  if (matching) return <p className="px-2 pb-1 text-xs text-ink-muted">The filters on the page are this view already.</p>;
  return (
    <div className="px-2 pb-1">
      <ViewForm
        key={saved}
        label="Save as a view"
        initial={{ name: "", shared: false }}
        canReplace={false}
        whyNotShared={() => page.whyNotShared(page.current)}
        saving={create}
        onSave={({ name, shared }) => create.mutate({ name, screen: "inquiries", search: page.current, shared })}
      />
    </div>
  );
}
