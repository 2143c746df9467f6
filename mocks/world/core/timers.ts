/** Work that falls due at a time of the world. Timers of the same instant run in the order they were set. */
export type Timers = {
  /**
   * Sets a timer.
   * @param due milliseconds
   * @param run called once, with the world's clock frozen at `due`. It must check for itself that its reason still holds:
   *   timers are never cancelled, a resumed or finished inquiry simply makes them moot.
   */
  set(due: number, run: () => void): void;
  /** Takes out the earliest timer due at or before `limit`; undefined when there is none. */
  takeDue(limit: number): Timer | undefined;
  /** When the next timer falls due; undefined when none is set. */
  nextDue(): number | undefined;
};

type Timer = {
  due: number;
  order: number;
  run: () => void;
};

/** An empty due-ordered queue (binary heap). */
export function createTimers(): Timers {
  const heap: Timer[] = [];
  let order = 0;
  return {
    set(due, run) {
      heap.push({ due, order, run });
      order += 1;
      siftUp(heap);
    },
    takeDue(limit) {
      const first = heap[0];
      return first !== undefined && first.due <= limit ? takeFirst(heap) : undefined;
    },
    nextDue: () => heap[0]?.due,
  };
}

function before(a: Timer, b: Timer): boolean {
  return a.due < b.due || (a.due === b.due && a.order < b.order);
}

// Every index below is inside the heap by construction.
function swap(heap: Timer[], i: number, j: number): void {
  const held = heap[i]!;
  heap[i] = heap[j]!;
  heap[j] = held;
}

function siftUp(heap: Timer[]): void {
  let child = heap.length - 1;
  while (child > 0) {
    const parent = (child - 1) >> 1;
    if (!before(heap[child]!, heap[parent]!)) return;
    swap(heap, child, parent);
    child = parent;
  }
}

function takeFirst(heap: Timer[]): Timer | undefined {
  if (heap.length === 0) return undefined;
  swap(heap, 0, heap.length - 1);
  const first = heap.pop();
  let parent = 0;
  for (;;) {
    const left = 2 * parent + 1;
    const right = left + 1;
    let smallest = parent;
    if (left < heap.length && before(heap[left]!, heap[smallest]!)) smallest = left;
    if (right < heap.length && before(heap[right]!, heap[smallest]!)) smallest = right;
    if (smallest === parent) return first;
    swap(heap, parent, smallest);
    parent = smallest;
  }
}
