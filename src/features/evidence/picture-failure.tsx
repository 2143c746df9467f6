import type { PictureHealth, PictureState } from "@/features/evidence/use-picture-health";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";

export const failureWords: Record<Exclude<PictureState, "fine">, string> = {
  renewing: "Getting a fresh link…",
  failed: "Not loaded",
  blocked: "Blocked",
};

/** What is wrong with pictures, and what to do about it; nothing while all is well. */
export function PictureFailure({ urls, health }: { urls: readonly string[]; health: PictureHealth }) {
  const { blockedOrigins, stateOf, renew } = health;
  const hasFailed = urls.some((url) => stateOf(url) === "failed");
  return (
    <>
      {blockedOrigins.length > 0 && (
        <Notice kind="warning" role="status" title="The desk may not load pictures from there">
          Its policy does not allow {blockedOrigins.join(", ")}. Ask an administrator to add it to PERSONA_FILE_ORIGINS.
        </Notice>
      )}
      {hasFailed && (
        <Notice
          kind="warning"
          role="status"
          title="Some pictures could not be loaded, with fresh links neither"
          actions={
            <Button size="small" onClick={renew}>
              Get fresh links
            </Button>
          }
        >
          Persona&apos;s file host may not answer now, or the files are gone.
        </Notice>
      )}
    </>
  );
}
