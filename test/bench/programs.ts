import { spawn } from "node:child_process";

/** A program that runs beside the benchmark. */
export type Program = {
  /** What it said of itself when it was ready. */
  readonly said: string;
  /** Sends it a signal: SIGKILL ends it at once, SIGSTOP and SIGCONT freeze it and let it go on. */
  signal(name: "SIGKILL" | "SIGSTOP" | "SIGCONT"): void;
  /** Resolves when it has ended. */
  readonly ended: Promise<void>;
  /** Tells it to stop and waits until it has. */
  stop(): Promise<void>;
};

/**
 * Starts a program of Node's.
 * @param ready what it prints once it is ready; its first group is what it said of itself
 * @throws Error when it ends before that
 */
export async function startProgram(script: string, args: readonly string[], env: NodeJS.ProcessEnv, ready: RegExp): Promise<Program> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, ...env } });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const killed = () => void child.kill("SIGKILL");
  process.once("exit", killed);
  const said = await new Promise<string>((resolve, reject) => {
    let printed = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      printed = (printed + text).slice(-4_096);
      const match = ready.exec(printed);
      if (match) resolve(match[1] ?? match[0]);
    });
    void ended.then(() => reject(new Error(`${script} ended before it was ready`)));
  });
  return {
    said,
    signal: (name) => void child.kill(name),
    ended: ended.then(() => void process.off("exit", killed)),
    async stop() {
      child.kill("SIGTERM");
      await ended;
      process.off("exit", killed);
    },
  };
}
