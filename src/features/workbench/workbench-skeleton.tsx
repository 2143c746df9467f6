import { Page } from "@/components/page";
import { WorkbenchLayout } from "@/features/workbench/workbench-layout";
import { Section } from "@/ui/section";
import { Skeleton, SkeletonLines } from "@/ui/skeleton";

/** The workbench before its code. */
export function WorkbenchSkeleton() {
  return (
    <Page>
      <WorkbenchLayout
        header={<HeaderSkeleton />}
        evidence={<EvidenceSkeleton />}
        story={
          <Section title="Story">
            <SkeletonLines count={14} />
          </Section>
        }
        below={null}
        rail={<SkeletonLines count={4} />}
        isPlaceUnknown
      />
    </Page>
  );
}

/** Where nothing is known of the inquiry. */
export function HeaderSkeleton() {
  return (
    <>
      <div role="status" className="flex h-17 flex-col justify-between py-0.5">
        <span className="sr-only">Loading the inquiry</span>
        <Skeleton className="h-3 w-40" />
        <Skeleton className="h-5 w-56" />
        <Skeleton className="h-3 w-96 max-w-full" />
      </div>
      <div className="flex h-18.5 flex-col justify-center gap-2 rounded border border-line px-5">
        <Skeleton className="h-4 w-80 max-w-full" />
        <Skeleton className="h-3 w-64 max-w-full" />
      </div>
    </>
  );
}

export function EvidenceSkeleton() {
  return (
    <>
      <Section title="Documents and selfies">
        <Skeleton className="h-28 w-full" />
      </Section>
      <Section title="Verifications">
        <SkeletonLines count={10} />
      </Section>
    </>
  );
}
