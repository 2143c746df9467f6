import { Button } from "@/ui/button";

type AskingProgressProps = { asked: number; total: number; isStopped: boolean; onStop: () => void; onGoOn: () => void };

/** How many of a long list of reference IDs were asked for, with a way to stop and to go on. */
export function AskingProgress({ asked, total, isStopped, onStop, onGoOn }: AskingProgressProps) {
  const words = `Asked for ${asked.toLocaleString("en")} of ${total.toLocaleString("en")} reference IDs`;
  return (
    <div className="flex flex-wrap items-center gap-3 text-sm">
      <progress className="h-1.5 w-48" max={total} value={asked} aria-label={words} />
      <span className="text-ink-muted tabular-nums">{isStopped ? `Stopped. ${words}.` : words}</span>
      <Button size="small" onClick={isStopped ? onGoOn : onStop}>
        {isStopped ? "Go on" : "Stop"}
      </Button>
    </div>
  );
}
