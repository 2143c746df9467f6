import { useEffect, useState, useSyncExternalStore } from "react";
import { Button } from "@/ui/button";
import { IconButton } from "@/ui/icon-button";
import { XIcon } from "@/ui/icons";
import { currentToasts, dismissToast, subscribeToToasts, type Toast } from "@/ui/toast-store";

const lifetime = 8000;

/** Where toasts appear; in the page from the start, so that assistive technology hears what is added. */
export function Toaster() {
  const toasts = useSyncExternalStore(subscribeToToasts, currentToasts);
  return (
    <div aria-live="polite" className="pointer-events-none fixed right-4 bottom-4 z-40 flex max-w-[calc(100vw-2rem)] flex-col gap-2">
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastCard({ toast }: { toast: Toast }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismissToast(toast.id), lifetime);
    return () => clearTimeout(timer);
  }, [held, toast.id]);
  const hold = () => setHeld(true);
  const release = () => setHeld(false);
  return (
    <div
      data-tone={toast.tone}
      className="pointer-events-auto flex items-center gap-2 rounded border border-line bg-raised py-1.5 pr-1.5 pl-3 text-sm shadow-float"
      onPointerEnter={hold}
      onPointerLeave={release}
      onFocus={hold}
      onBlur={release}
    >
      <span aria-hidden="true" className="size-2 shrink-0 rounded-full bg-tone-mark" />
      <p className="min-w-0">{toast.text}</p>
      {toast.action && (
        <Button size="small" variant="quiet" onClick={toast.action.run}>
          {toast.action.label}
        </Button>
      )}
      <IconButton size="small" label="Dismiss" onClick={() => dismissToast(toast.id)}>
        <XIcon />
      </IconButton>
    </div>
  );
}
