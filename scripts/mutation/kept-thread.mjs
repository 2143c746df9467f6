import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";

/**
 * One thread for many runs. Vitest would start one for each run, which loads Vitest and every module anew: most of the time that a mutant
 * takes. Only test files and setup files are evaluated again, so it is for modules that keep nothing. A run that failed may have left a
 * transaction or a timer behind: unless the tests are of pure functions alone, the next run has a new thread.
 *
 * @type {Worker | undefined}
 */
let thread;

/** @implements {import("vitest/node").PoolWorker} */
class KeptThread {
  name = "kept-thread";
  /** @type {[event: string, callback: (argument: any) => void][]} */
  #listeners = [];

  /**
   * @param {import("vitest/node").PoolOptions} options
   * @param {boolean} isPure
   */
  constructor(options, isPure) {
    this.options = options;
    this.isPure = isPure;
  }

  start() {
    const { env, execArgv } = this.options;
    thread ??= new Worker(fileURLToPath(new URL("kept-thread-entry.mjs", import.meta.url)), { env, execArgv });
    // it must not keep a process that is done
    thread.unref();
    return Promise.resolve();
  }

  /** The end of a run, and of the thread only where something may have been left behind. */
  async stop() {
    for (const [event, callback] of this.#listeners.splice(0)) thread?.off(event, callback);
    const { state } = this.options.project.vitest;
    const hasFailed = state.getFiles().some(({ result }) => result?.state === "fail") || state.getUnhandledErrors().length > 0;
    if (this.isPure || !hasFailed) return;
    const left = thread;
    thread = undefined;
    await left?.terminate();
  }

  send(message) {
    if (message.type !== "stop") {
      thread?.postMessage(message);
      return;
    }
    for (const [event, callback] of this.#listeners) {
      if (event === "message") callback({ type: "stopped", __vitest_worker_response__: true });
    }
  }

  on(event, callback) {
    this.#listeners.push([event, callback]);
    thread?.on(event, callback);
  }

  off(event, callback) {
    this.#listeners = this.#listeners.filter((listener) => listener[0] !== event || listener[1] !== callback);
    thread?.off(event, callback);
  }

  deserialize(data) {
    return data;
  }
}

/**
 * Makes Vitest run a project's tests in it, whatever pool its options name: Stryker's name one.
 *
 * @param {{ isPure: boolean }} tests
 * @returns {import("vite").Plugin}
 */
export const keptThread = ({ isPure }) => ({
  name: "kept-thread",
  configureVitest({ project }) {
    project.config.pool = "kept-thread";
    project.config.poolRunner = { name: "kept-thread", createPoolWorker: (options) => new KeptThread(options, isPure) };
  },
});
