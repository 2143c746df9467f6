import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";
import { openEventStream } from "@/api/event-stream";
import type { DeskHealth, DeskSessionLife } from "@/api/generated/desk/types.gen";
import { createPushedChanges } from "@/api/pushed-changes";
import { noteSessionEnd } from "@/api/session-end";
import { whileShown } from "@/frame/session/while-shown";

/** A shorter break is nothing to speak of. */
const quietLossMs = 5_000;

/**
 * Keeps what is on screen as it is on the server, while this is on screen itself.
 * @param onLife told when the end of the session moved
 * @returns whether changes have not been heard for some seconds, and what the desk's database can do as far as is known
 */
export function usePushes(onLife: (life: DeskSessionLife) => void): { isLost: boolean; health: DeskHealth | undefined } {
  const queryClient = useQueryClient();
  const [isLost, setLost] = useState(false);
  const [health, setHealth] = useState<DeskHealth>();
  const tellLife = useEffectEvent(onLife);
  useEffect(() => {
    // nowhere but in old browsers; there the desk reads again when its tab is shown
    if (typeof EventSource === "undefined") return;
    const changes = createPushedChanges(queryClient);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const connected = (isConnected: boolean) => {
      if (isConnected) {
        clearTimeout(timer);
        timer = undefined;
        setLost(false);
      } else {
        timer ??= setTimeout(() => setLost(true), quietLossMs);
      }
    };
    const listen = () =>
      openEventStream({
        change: changes.take,
        resync: changes.resync,
        life: (life) => tellLife(life),
        health: setHealth,
        signedOut: () => noteSessionEnd("expired"),
        connected,
      });
    const stop = whileShown(listen, changes.resync);
    return () => {
      stop();
      changes.stop();
      clearTimeout(timer);
    };
  }, [queryClient]);
  return { isLost, health };
}
