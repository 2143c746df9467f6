import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ComponentProps, useSyncExternalStore } from "react";
import type { DeskSessionLife } from "@/api/generated/desk/types.gen";
import { deskSessionQuery } from "@/api/sessions/queries";
import { onSessionEnd, sessionEnd } from "@/api/session-end";
import { ConnectionSign } from "@/frame/session/connection-sign";
import type { SignInAs } from "@/frame/session/role-choice";
import { SessionWatch } from "@/frame/session/session-watch";
import { SignedOutDialog } from "@/frame/session/signed-out-dialog";
import { usePushes } from "@/frame/session/use-pushes";
import { useTabs } from "@/frame/session/use-tabs";

type PresenceProps = {
  userId: string;
  /** How to sign in where there is no server side to do it. */
  signInAs: SignInAs | undefined;
};

/**
 * What goes on beside every page once it stands: hearing of changes, knowing when the session ends, and the other tabs. When the session
 * has ended it covers the page.
 */
export function Presence({ userId, signInAs }: PresenceProps) {
  const queryClient = useQueryClient();
  const { data: life } = useQuery({ ...deskSessionQuery(), select: (session) => session.life });
  const hasEnded = useSyncExternalStore(onSessionEnd, sessionEnd) !== undefined;
  const onLife = (life: DeskSessionLife) => {
    queryClient.setQueryData(deskSessionQuery().queryKey, (known) => known && { ...known, life });
  };
  useTabs(userId, onLife);
  if (hasEnded) return <SignedOutDialog userId={userId} signInAs={signInAs} />;
  return life && <SignedIn life={life} onLife={onLife} hasSignIn={signInAs === undefined} />;
}

function SignedIn(watch: ComponentProps<typeof SessionWatch>) {
  const pushes = usePushes(watch.onLife);
  return (
    <>
      <ConnectionSign {...pushes} />
      <SessionWatch {...watch} />
    </>
  );
}
