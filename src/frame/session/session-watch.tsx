import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { DeskSessionLife } from "@/api/generated/desk/types.gen";
import { deskSessionQuery } from "@/api/sessions/queries";
import { type SessionEnding, sessionEnding, spokenTimeOf } from "@/frame/session/session-ending";
import { SessionNotice } from "@/frame/session/session-notice";
import { useExtension } from "@/frame/session/use-extension";
import { useNow } from "@/ui/now";

type SessionWatchProps = {
  life: DeskSessionLife;
  onLife: (life: DeskSessionLife) => void;
  /** Whether there is a server side to sign in at. */
  hasSignIn: boolean;
};

const checkMs = 5_000;

/** Keeps the session of somebody who is active, warns before it ends, and finds out when it has. */
export function SessionWatch({ life, onLife, hasSignIn }: SessionWatchProps) {
  const ending = sessionEnding(life, useNow(1000));
  const extension = useExtension({ life, isWarning: ending !== undefined, onLife });
  useEndCheck(ending?.seconds === 0);
  return (
    <>
      {/* always there, so that what it says is read out */}
      <p role="status" className="sr-only">
        {ending && spokenEnding(ending)}
      </p>
      {ending && (
        <SessionNotice key={`${ending.kind} ${life.absoluteExpiresAt}`} ending={ending} extension={extension} hasSignIn={hasSignIn} />
      )}
    </>
  );
}

function spokenEnding({ kind, seconds }: SessionEnding): string {
  if (seconds === 0) return "Your session has ended.";
  return `You will be signed out in ${spokenTimeOf(seconds)}.${kind === "idle" ? " Any key keeps you signed in." : ""}`;
}

/** At the end the server has the last word: the session may have been extended where this tab could not hear of it. */
function useEndCheck(isOver: boolean): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (!isOver) return;
    // what comes of it is noted where the answer is read
    const ask = () => void queryClient.query({ ...deskSessionQuery(), staleTime: 0, retry: false }).catch(() => undefined);
    ask();
    const timer = setInterval(ask, checkMs);
    return () => clearInterval(timer);
  }, [queryClient, isOver]);
}
