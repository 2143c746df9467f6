import { useQuery } from "@tanstack/react-query";
import BookmarkIcon from "lucide-react/icons/bookmark";
import ChevronDownIcon from "lucide-react/icons/chevron-down";
import { useState } from "react";
import type { SavedView } from "@/api/generated/desk/types.gen";
import { savedViewsQuery } from "@/api/saved-views/queries";
import { displayLine } from "@/lib/display-text";
import { Button } from "@/ui/button";
import { late } from "@/ui/late";
import { Popover } from "@/ui/popover";
import { SkeletonLines } from "@/ui/skeleton";
import type { ViewsOfPage } from "./view-row";

// with the libraries of forms, which the list of inquiries has no use for
const ViewMenu = late(async () => (await import("./view-menu")).ViewMenu);

/**
 * The saved views of the list of inquiries, one's own and the shared ones. The list of people has none: its only filter is reference IDs,
 * and a kept list of those would be a list of persons.
 */
export function SavedViews(page: ViewsOfPage) {
  const views = useQuery({ ...savedViewsQuery(), select: ofInquiries });
  const [isOpen, setOpen] = useState(false);
  const current = views.data?.find(({ search }) => page.current !== "" && page.normal(search) === page.current);
  return (
    <Popover
      label="Views"
      align="end"
      className="w-80"
      onOpenChange={setOpen}
      trigger={(popoverTarget) => (
        // As wide with a name as without one: nothing moves when the address matches.
        <Button size="small" popoverTarget={popoverTarget} className="w-44" icon={<BookmarkIcon className="size-3.5" />}>
          <span className="min-w-0 flex-1 truncate text-start">
            {current ? (
              <>
                <span className="sr-only">View: </span>
                <bdi>{displayLine(current.name, 60)}</bdi>
              </>
            ) : (
              "Views"
            )}
          </span>
          <ChevronDownIcon className="size-3.5" />
        </Button>
      )}
    >
      <ViewMenu
        page={page}
        views={views}
        current={current}
        isOpen={isOpen}
        fallback={<SkeletonLines count={3} />}
        instead={<p className="p-2">The views can't be shown now.</p>}
      />
    </Popover>
  );
}

const ofInquiries = (views: SavedView[]) => views.filter(({ screen }) => screen === "inquiries");
