import { urlBelowBase } from "@/api/client-config";
import type { DeskSessionLife } from "@/api/generated/desk/types.gen";

/** What the tabs of one browser tell each other about the session they share. */
export type TabMessage =
  | { kind: "left" }
  | { kind: "began"; userId: string }
  /** Somebody is active in one of them, so the end has moved for all. */
  | { kind: "extended"; life: DeskSessionLife };

const open = () => new BroadcastChannel(`inquiry-desk ${urlBelowBase("")}`);

/** Tells the other tabs, and the listeners in this one. */
export function tellTabs(message: TabMessage): void {
  const channel = open();
  channel.postMessage(message);
  channel.close();
}

/** Listens until the returned function is called. Only this very app can speak on the channel, so what comes is what was told. */
export function hearTabs(listener: (message: TabMessage) => void): () => void {
  const channel = open();
  channel.onmessage = ({ data }: MessageEvent<TabMessage>) => listener(data);
  return () => channel.close();
}
