import { Page } from "@/components/page";
import { Skeleton, SkeletonLines } from "@/ui/skeleton";

/** The shape of a page whose own skeleton has not arrived yet. */
export function RoutePending() {
  return (
    <Page>
      <h1 className="sr-only">Loading</h1>
      <div aria-busy="true" className="flex flex-col gap-4">
        <div className="flex h-8 items-center">
          <Skeleton className="h-5 w-48" />
        </div>
        <div className="rounded border border-line p-4">
          <SkeletonLines count={4} />
        </div>
        <div className="rounded border border-line p-4">
          <SkeletonLines count={8} />
        </div>
      </div>
    </Page>
  );
}
