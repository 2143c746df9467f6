import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, it, onTestFinished } from "vitest";
import { projectRoot } from "@test/support/source-files";

it("npm run dev:persona takes a secret from a file, says that its port is taken, and leaves no server behind", async () => {
  const holder = createServer().listen(0, "127.0.0.1");
  await once(holder, "listening");
  onTestFinished(() => void holder.close());
  // listening on TCP, so it is no pipe's name
  const { port } = holder.address() as AddressInfo;
  const secretFile = join(mkdtempSync(join(tmpdir(), "secrets-")), "webhooks");
  writeFileSync(secretFile, "wbhsec_1\n");

  const script = spawn(process.execPath, ["scripts/dev-persona.mjs"], {
    cwd: projectRoot,
    // a group of its own: whoever is in it afterwards was left behind
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      PERSONA_API_URL: "http://127.0.0.1:9/api/v1",
      PERSONA_API_KEY: "persona_sandbox_1",
      PERSONA_WEBHOOK_SECRETS_FILE: secretFile,
      DATABASE_DIRECTORY: "memory",
    },
  });
  const { pid } = script;
  if (pid === undefined) throw new Error("It was not started.");
  onTestFinished(() => {
    if (isGroupAlive(pid)) process.kill(-pid, "SIGKILL");
  });
  const said = text(script.stderr);
  // not "close": a server left behind would hold the pipe open
  expect(await once(script, "exit")).toEqual([1, null]);

  expect(isGroupAlive(pid)).toBe(false);
  expect(await said).toBe(`Port ${port} is already in use. PORT names another one.\n`);
});

function isGroupAlive(pid: number): boolean {
  try {
    return process.kill(-pid, 0);
  } catch {
    return false;
  }
}
