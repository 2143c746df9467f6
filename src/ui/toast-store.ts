import type { Tone } from "@/ui/tone";

export type Toast = {
  readonly id: number;
  readonly text: string;
  readonly tone: Tone;
  readonly action?: { readonly label: string; readonly run: () => void };
};

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

/** Tells of something that happened elsewhere: in another tab, or to an object that isn't on screen. Nothing important only here. */
export function showToast(toast: Omit<Toast, "id">): void {
  lastId += 1;
  // Three at most: a fourth pushes out the oldest.
  set([...toasts, { ...toast, id: lastId }].slice(-3));
}

export function dismissToast(id: number): void {
  set(toasts.filter((toast) => toast.id !== id));
}

export function currentToasts(): readonly Toast[] {
  return toasts;
}

export function subscribeToToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function set(next: readonly Toast[]) {
  toasts = next;
  for (const listener of listeners) listener();
}
