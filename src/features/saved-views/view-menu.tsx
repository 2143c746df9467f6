import { useMutation, useQuery, type UseQueryResult } from "@tanstack/react-query";
import { useState } from "react";
import type { SavedView } from "@/api/generated/desk/types.gen";
import type { IndexFilters } from "@/api/inquiry-index/index-page";
import { inquiryTotalsQuery } from "@/api/inquiry-index/queries";
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
  /** What is in it stays when it is closed, and is counted when it is opened. */
  isOpen: boolean;
};

/** The views to choose from, and the form that makes one of the present filters. */
export function ViewMenu({ page, views, current, isOpen }: ViewMenuProps) {
  const myId = useQuery(deskSessionQuery()).data?.user.id;
  const mine = views.data?.filter(({ owner }) => owner.id === myId) ?? [];
  const shared = views.data?.filter(({ owner }) => owner.id !== myId) ?? [];
  const { totalOf, said } = useTotals(page, views.data, isOpen);
  return (
    <div className="flex max-h-[min(36rem,calc(100dvh-8rem))] flex-col gap-2 overflow-auto p-1">
      <ul aria-label="Without a view">
        <li className="flex items-center gap-1">
          <ViewLink search="" isCurrent={page.current === ""} total={totalOf("")}>
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
          <Views title="Yours" views={mine} page={page} mine totalOf={totalOf} />
          <Views title="Shared by others" views={shared} page={page} mine={false} totalOf={totalOf} />
        </>
      )}
      {said !== undefined && <p className="px-2 text-xs text-ink-muted">{said}</p>}
      <div className="border-t border-line pt-2">
        <SaveView page={page} matching={current} />
      </div>
    </div>
  );
}

/** How many inquiries each view shows, asked for in one request while the menu is open; and why that is not told. */
function useTotals(page: ViewsOfPage, views: readonly SavedView[] | undefined, isOpen: boolean) {
  const texts = ["", ...new Set(views?.map(({ search }) => page.normal(search)).filter((text) => text !== ""))];
  const countable = texts.map((text) => [text, page.filters(text)] as const).filter(([, filters]) => isCountable(filters));
  const { data, isError } = useQuery({
    ...inquiryTotalsQuery(countable.map(([, filters]) => filters)),
    enabled: isOpen && views !== undefined,
  });
  const isWhole = data?.index.whole === true;
  const said = isError
    ? "How many inquiries they show could not be counted."
    : data && !isWhole
      ? "They are counted once the desk has read all inquiries into its index."
      : undefined;
  const totalOf = (text: string) => (isWhole ? data.totals[countable.findIndex(([other]) => other === text)] : undefined);
  return { totalOf, said };
}

/** One that asks for more than the desk takes would leave all of them uncounted. */
const isCountable = (filters: IndexFilters) => Object.values(filters).every((values) => !Array.isArray(values) || values.length <= 100);

type ViewsProps = {
  title: string;
  views: readonly SavedView[];
  page: ViewsOfPage;
  mine: boolean;
  totalOf: (search: string) => number | undefined;
};

function Views({ title, views, page, mine, totalOf }: ViewsProps) {
  if (views.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className="px-2 pb-1 text-xs font-medium text-ink-muted">{title}</h3>
      <ul>
        {views.map((view) => (
          <ViewRow key={view.id} view={view} page={page} mine={mine} total={totalOf(page.normal(view.search))} />
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
