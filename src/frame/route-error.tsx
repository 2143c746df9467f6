import type { ErrorComponentProps } from "@tanstack/react-router";
import { Page } from "@/components/page";
import { UntoldFailure } from "@/components/untold-failure";
import { late } from "@/ui/late";

const RouteFailure = late(async () => (await import("@/frame/route-failure")).RouteFailure);

/** What stands in the place of a page that could not be loaded or shown. Its words come when they are needed: few pages fail. */
export function RouteError({ error, reset }: Pick<ErrorComponentProps, "error" | "reset">) {
  return (
    <RouteFailure
      error={error}
      reset={reset}
      instead={
        <Page>
          <UntoldFailure onRetry={() => window.location.reload()} />
        </Page>
      }
    />
  );
}
