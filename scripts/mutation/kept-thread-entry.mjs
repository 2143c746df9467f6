// What runs in the thread of kept-thread.mjs: Vitest's own worker, which can be started again.
import { parentPort } from "node:worker_threads";
import { init, runBaseTests, setupEnvironment } from "vitest/worker";

if (parentPort === null) throw new Error("kept-thread-entry.mjs runs in a thread");
const port = parentPort;

/** The first that Vitest adds hears what to do; each start adds one for the answers to its questions, in the place of the last. */
const listeners = [];

init({
  post: (response) => port.postMessage(response),
  on: (listener) => {
    if (listeners.length > 1) port.off("message", listeners.pop());
    listeners.push(listener);
    port.on("message", listener);
  },
  off: (listener) => port.off("message", listener),
  runTests: (state, traces) => runBaseTests("run", state, traces),
  collectTests: (state, traces) => runBaseTests("collect", state, traces),
  setup: setupEnvironment,
});
