import type { DeskHealth, DeskSessionLife } from "@/api/generated/desk/types.gen";
import type { StoredPush } from "../push/push";

/** How a `text/event-stream` is written (WHATWG HTML, server-sent events). JSON has no line breaks, so a value is always one line. */
const block = (...lines: string[]) => `${lines.join("\n")}\n\n`;

/** How long the browser waits before it comes back, ms: spread, so that a restart is not followed by everybody at once. */
export const retryText = (): string => `retry: ${2_000 + Math.floor(Math.random() * 1_000)}\n`;

/** Tells the browser how far it has come without an event: it will say so in `Last-Event-ID` when it comes back. */
export const positionText = (seq: number): string => block(`id: ${seq}`);

/** Keeps proxies from closing a quiet connection. */
export const heartbeatText = (seq: number): string => block(":", `id: ${seq}`);

export const changeText = ({ seq, change }: StoredPush): string => block(`id: ${seq}`, "event: change", `data: ${JSON.stringify(change)}`);

/** What was missed is no longer known: read everything on screen again. */
export const resyncText = (seq: number): string => block(`id: ${seq}`, "event: resync", "data: {}");

export const sessionText = (life: DeskSessionLife): string => block("event: session", `data: ${JSON.stringify(life)}`);

export const healthText = (health: DeskHealth): string => block("event: health", `data: ${JSON.stringify(health)}`);

export const signedOutText = (): string => block("event: signed-out", "data: {}");
