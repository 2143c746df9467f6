import type { Random } from "@mocks/world/core/random";
import type { Program } from "./programs";

export type Monkey = {
  readonly kills: number;
  readonly freezes: number;
  /** Resolves when all instances run again. */
  stop(): Promise<void>;
};

/**
 * Takes turns at killing and freezing instances; what is killed is started again.
 * @param start starts the instance of that number
 * @param between how long it leaves an instance alone, ms
 */
export function releaseMonkey(
  instances: Program[],
  start: (index: number) => Promise<Program>,
  random: Random,
  between: { readonly least: number; readonly most: number } = { least: 500, most: 3_000 },
): Monkey {
  let stopped = false;
  const counts = { kills: 0, freezes: 0 };
  const pause = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));

  async function kill(index: number): Promise<void> {
    instances[index]?.signal("SIGKILL");
    await instances[index]?.ended;
    counts.kills += 1;
    await pause(random.int(0, 400));
    instances[index] = await start(index);
  }

  async function freeze(index: number): Promise<void> {
    instances[index]?.signal("SIGSTOP");
    counts.freezes += 1;
    // beyond a lease now and then, so that another instance takes over what this one still believes to hold
    await pause(random.chance(0.25) ? random.int(5_500, 8_000) : random.int(300, 2_000));
    instances[index]?.signal("SIGCONT");
  }

  async function torment(index: number): Promise<void> {
    while (!stopped) {
      await pause(random.int(between.least, between.most));
      if (stopped) return;
      await (random.chance(0.6) ? kill(index) : freeze(index));
    }
  }

  const all = Promise.all(instances.map((_, index) => torment(index)));
  return {
    get kills() {
      return counts.kills;
    },
    get freezes() {
      return counts.freezes;
    },
    async stop() {
      stopped = true;
      await all;
    },
  };
}
