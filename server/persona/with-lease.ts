import type { Clock } from "./clock";

type Lease = {
  readonly clock: Clock;
  /** How long it lasts unless it is renewed, ms. */
  readonly leaseMs: number;
  readonly renew: () => Promise<void>;
  /** Told when it was not renewed. */
  readonly onLapse?: () => void;
};

/** Renews a lease three times within its time, as long as `work` goes on. One that is not renewed runs out: then somebody else carries on. */
export async function withLease<T>({ clock, leaseMs, renew, onLapse }: Lease, work: () => Promise<T>): Promise<T> {
  let cancel = () => {};
  const beat = () => {
    cancel = clock.later(leaseMs / 3, () => {
      renew().catch(() => onLapse?.());
      beat();
    });
  };
  beat();
  try {
    return await work();
  } finally {
    cancel();
  }
}
