import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";

/**
 * One thread for all runs of a process. Vitest would start one for each run, which loads Vitest and every module anew: most of the time that a
 * mutant takes. Only test files and setup files are evaluated again, so it is for code that keeps nothing.
 *
 * @type {Worker | undefined}
 */
let thread;

/** @implements {import("vitest/node").PoolWorker} */
class KeptThread {
  name = "kept-thread";
  /** @type {[event: string, callback: (argument: any) => void][]} */
  #listeners = [];

  /** @param {import("vitest/node").PoolOptions} options */
  constructor(options) {
    this.options = options;
  }

  start() {
    const { env, execArgv } = this.options;
    thread ??= new Worker(fileURLToPath(new URL("kept-thread-entry.mjs", import.meta.url)), { env, execArgv });
    // it must not keep a process that is done
    thread.unref();
    return Promise.resolve();
  }

  /** The end of a run, not of the thread. */
  stop() {
    for (const [event, callback] of this.#listeners.splice(0)) thread?.off(event, callback);
    return Promise.resolve();
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
 * @returns {import("vite").Plugin}
 */
export const keptThread = () => ({
  name: "kept-thread",
  configureVitest({ project }) {
    project.config.pool = "kept-thread";
    project.config.poolRunner = { name: "kept-thread", createPoolWorker: (options) => new KeptThread(options) };
  },
});
