import { Button } from "@/ui/button";

/** A failure whose words can't be had either: the network is likely gone. */
export function UntoldFailure({ onRetry }: { onRetry: () => void }) {
  return (
    <div role="alert" className="flex max-w-2xl flex-wrap items-center gap-3 rounded border border-line-strong p-4">
      <p>This could not be loaded, and neither could why. Check your connection.</p>
      <Button onClick={onRetry}>Try again</Button>
    </div>
  );
}
