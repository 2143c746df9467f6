import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef } from "react";
import type { DeskSessionLife } from "@/api/generated/desk/types.gen";
import { forgetEverything, startAfresh } from "@/frame/session/start-afresh";
import { hearTabs, tellTabs } from "@/frame/session/tab-channel";

/** Keeps the tabs of this browser of one mind: who is signed in, until when, and that they left. */
export function useTabs(userId: string, onLife: (life: DeskSessionLife) => void): void {
  const queryClient = useQueryClient();
  const tellLife = useEffectEvent(onLife);
  const loadedFor = useRef(userId);
  useEffect(() => {
    // the session was read again and is somebody else's: what is on screen is not
    if (loadedFor.current !== userId) return startAfresh(queryClient);
    const stop = hearTabs((message) => {
      if (message.kind === "extended") tellLife(message.life);
      else if (message.kind === "left") forgetEverything(queryClient);
      else if (message.userId !== userId) startAfresh(queryClient);
    });
    tellTabs({ kind: "began", userId });
    return stop;
  }, [queryClient, userId]);
}
