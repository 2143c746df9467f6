import "./session.css";
import ClockIcon from "lucide-react/icons/clock";
import { useState } from "react";
import { describeFailure } from "@/components/failure";
import { clockOf, type SessionEnding } from "@/frame/session/session-ending";
import { SignInLink } from "@/frame/session/sign-in-link";
import type { useExtension } from "@/frame/session/use-extension";
import { Button } from "@/ui/button";

type SessionNoticeProps = { ending: SessionEnding; extension: ReturnType<typeof useExtension>; hasSignIn: boolean };

/** The warning before a session ends. It stands beside the page and takes no focus: nobody loses a word they are typing. */
export function SessionNotice({ ending: { kind, seconds }, extension, hasSignIn }: SessionNoticeProps) {
  const [isDismissed, setDismissed] = useState(false);
  if (isDismissed) return null;
  return (
    <section aria-label="End of the session" data-session-notice="" data-tone="amber" className="session-notice">
      <ClockIcon className="mt-0.5 size-5 text-tone-mark" />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <h2 className="text-base font-semibold">
          {seconds === 0 ? "Your session has ended" : "You will be signed out in "}
          {seconds > 0 && <span className="tabular-nums">{clockOf(seconds)}</span>}
        </h2>
        {kind === "idle" ? (
          <p className="text-sm text-ink-muted">You have done nothing here for a while. Any key or click keeps you signed in.</p>
        ) : (
          <p className="text-sm text-ink-muted">
            A sign-in lasts only so long, and this one cannot be extended.
            {hasSignIn && " Sign in again in a new tab, and this page goes on."}
          </p>
        )}
        {extension.isError && kind === "idle" && (
          <p role="alert" className="text-sm font-medium">
            It could not be extended: {describeFailure(extension.error).title.toLowerCase()}. Try again.
          </p>
        )}
        <div className="mt-2 flex flex-wrap gap-2">
          {kind === "idle" ? (
            <Button variant="primary" busy={extension.isPending} onClick={() => extension.mutate()}>
              Stay signed in
            </Button>
          ) : (
            <>
              {hasSignIn && (
                <SignInLink newTab variant="primary">
                  Sign in again
                </SignInLink>
              )}
              <Button variant="quiet" onClick={() => setDismissed(true)}>
                Dismiss
              </Button>
            </>
          )}
        </div>
      </div>
    </section>
  );
}
