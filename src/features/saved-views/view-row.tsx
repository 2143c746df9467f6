import { useMutation } from "@tanstack/react-query";
import { createLink } from "@tanstack/react-router";
import { clsx } from "clsx";
import CheckIcon from "lucide-react/icons/check";
import PencilIcon from "lucide-react/icons/pencil";
import { type ComponentProps, type MouseEvent, type ReactNode, useId, useState } from "react";
import type { SavedView } from "@/api/generated/desk/types.gen";
import type { IndexFilters } from "@/api/inquiry-index/index-page";
import { deleteSavedViewMutation, updateSavedViewMutation } from "@/api/saved-views/writes";
import { FailurePanel } from "@/components/failure-panel";
import { displayLine, displayValue } from "@/lib/display-text";
import { parseSearchString } from "@/lib/search-string";
import { pluralOf } from "@/lib/words";
import { Button } from "@/ui/button";
import { IconButton } from "@/ui/icon-button";
import { ViewForm } from "./view-form";

/** What the page that has the views knows of its own address. */
export type ViewsOfPage = {
  /** The present filters; empty for none. Two that mean the same are the same text. */
  current: string;
  /** The text of a saved view in the same form. */
  normal: (search: string) => string;
  /** What a saved view's text asks of the index, to be counted. */
  filters: (search: string) => IndexFilters;
  /** Why a text can't be shared. */
  whyNotShared: (search: string) => string | undefined;
};

type ViewLinkProps = {
  search: string;
  isCurrent: boolean;
  /** How many inquiries it shows, where that is known. */
  total: number | undefined;
  children: ReactNode;
};

/** The router calls any link to the list current whose filters are among those of the page; a view is it only when they are the same. */
function ViewAnchor({ isCurrent, children, ...rest }: ComponentProps<"a"> & { isCurrent: boolean }) {
  return (
    <a {...rest} aria-current={isCurrent ? "true" : undefined}>
      {children}
    </a>
  );
}

const ViewAnchorLink = createLink(ViewAnchor);

/** Applies a view. A link, so that a new tab and Back work. */
export function ViewLink({ search, isCurrent, total, children }: ViewLinkProps) {
  const totalId = useId();
  return (
    <>
      <ViewAnchorLink
        to="/inquiries"
        search={parseSearchString(search)}
        preload={false}
        isCurrent={isCurrent}
        className="flex min-h-8 min-w-0 flex-1 items-center gap-2 rounded px-2 hover:bg-hover"
        onClick={closeMenu}
        aria-describedby={total === undefined ? undefined : totalId}
      >
        <CheckIcon className={clsx("size-3.5", !isCurrent && "invisible")} />
        <span className="min-w-0 truncate">{children}</span>
      </ViewAnchorLink>
      {total !== undefined && (
        <span id={totalId} className="shrink-0 px-1 text-xs text-ink-muted tabular-nums">
          {total.toLocaleString("en")}
          <span className="sr-only"> {pluralOf(total, "inquiry", "inquiries")}</span>
        </span>
      )}
    </>
  );
}

function closeMenu(event: MouseEvent<HTMLElement>) {
  if (!event.ctrlKey && !event.metaKey && !event.shiftKey) event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
}

/** One saved view: its name applies it, and who may changes it in place. */
export function ViewRow({ view, page, mine, total }: { view: SavedView; page: ViewsOfPage; mine: boolean; total: number | undefined }) {
  const [isOpen, setIsOpen] = useState(false);
  const update = useMutation({ ...updateSavedViewMutation(view.id), onSuccess: () => setIsOpen(false) });
  const search = page.normal(view.search);
  const name = displayLine(view.name, 60);
  return (
    <li>
      <div className="flex items-center gap-1">
        <ViewLink search={search} isCurrent={search === page.current} total={total}>
          <bdi>{name}</bdi>
          {!mine && <span className="text-ink-muted"> · {displayValue(view.owner.name, "A colleague", 40)}</span>}
          {mine && view.shared && <span className="text-ink-muted"> · Shared</span>}
        </ViewLink>
        {view.editable && (
          <IconButton size="small" label={`Change view ${name}`} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            <PencilIcon className="size-3.5" />
          </IconButton>
        )}
      </div>
      {isOpen && (
        <div className="mt-1 mb-2 rounded border border-line p-2">
          <ViewForm
            label="Save changes"
            initial={view}
            canReplace={search !== page.current}
            whyNotShared={({ replace }) => page.whyNotShared(replace ? page.current : search)}
            saving={update}
            onSave={({ name: next, shared, replace }) =>
              update.mutate({ name: next, shared, ...(replace ? { search: page.current } : {}) })
            }
          >
            <DeleteView view={view} name={name} />
          </ViewForm>
        </div>
      )}
    </li>
  );
}

/** Asks once more in the place of the button. */
function DeleteView({ view, name }: { view: SavedView; name: string }) {
  const [isAsking, setIsAsking] = useState(false);
  const remove = useMutation(deleteSavedViewMutation(view.id));
  if (!isAsking) {
    return (
      <Button size="small" variant="quiet" onClick={() => setIsAsking(true)}>
        Delete…
      </Button>
    );
  }
  return (
    <div role="group" aria-label={`Delete ${name}`} className="flex w-full flex-wrap items-center gap-2 border-t border-line pt-2">
      <p role="status" className="w-full text-xs text-ink-muted">
        Delete “{name}”? {view.shared && "Everybody loses it."}
      </p>
      <Button size="small" variant="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
        Delete
      </Button>
      <Button size="small" variant="quiet" onClick={() => setIsAsking(false)}>
        Keep
      </Button>
      {remove.isError && <FailurePanel error={remove.error} during="write" headingLevel={3} />}
    </div>
  );
}
