import { connect } from "node:net";
import { afterAll, beforeAll, expect } from "vitest";
import type { InquirySeen } from "@/api/generated/desk/types.gen";
import { pictureOf } from "@mocks/desk/decisions/differences";
import { describeOnSharedDatabase, type TestDatabase } from "@test/server/support/databases";
import { type FullDesk, type FullDeskOptions, startFullDesk } from "@test/server/support/full-desk";

/** What a refused caller may be told. */
export const refusals = [400, 401, 403, 404, 405, 409, 413, 414, 415, 429, 431];

export type Target = {
  readonly desk: FullDesk;
  readonly db: TestDatabase;
  /** How many writes have reached Persona. */
  readonly writes: () => number;
  /** Makes an attempt. Fails when the desk did not refuse it, or anything was written at Persona, or a secret came back. */
  readonly refused: (attempt: () => Promise<{ status: number; text: string }>) => Promise<{ status: number; text: string }>;
  /** The ID of some inquiry that could be decided. */
  readonly inquiryId: string;
  /** The ID of some account that could be given a tag. */
  readonly accountId: string;
  /** Some inquiry of that status now, and what there is to see of it. */
  readonly inquiryIn: (status: string) => { readonly inquiryId: string; readonly seen: InquirySeen };
};

/** Attempts against one whole desk. */
export function describeAttacks(name: string, define: (target: () => Target) => void, options: FullDeskOptions = {}): void {
  describeOnSharedDatabase(name, (db) => {
    let target: Target | undefined;
    beforeAll(async () => {
      target = targetOf(await startFullDesk(db(), options), db());
    });
    afterAll(() => target?.desk.stop());
    define(() => {
      if (target === undefined) throw new Error("The desk is there in tests, not before.");
      return target;
    });
  });
}

function targetOf(desk: FullDesk, db: TestDatabase): Target {
  const { simulator } = desk;
  if (simulator === undefined) throw new Error("The desk was started without its own simulator");
  const world = simulator.world("sandbox");
  function inquiryIn(status: string) {
    const inquiry = [...world.tables.inquiries.newestFirst()].find(({ attributes }) => attributes.status === status);
    if (inquiry === undefined) throw new Error(`There is nobody whose inquiry is ${status}`);
    return { inquiryId: inquiry.id, seen: pictureOf(world, inquiry) };
  }
  const account = [...world.tables.accounts.newestFirst()].find(({ attributes }) => attributes.redactedAt === null);
  if (account === undefined) throw new Error("There is nobody with an account");
  const writes = () => simulator.requests().filter(({ method }) => method !== "GET").length;
  const secret = desk.config.persona.apiKey;
  return {
    desk,
    db,
    writes,
    inquiryId: inquiryIn("needs_review").inquiryId,
    inquiryIn,
    accountId: account.id,
    async refused(attempt) {
      const before = writes();
      const answer = await attempt();
      expect(refusals, `answered ${answer.status}: ${answer.text.slice(0, 200)}`).toContain(answer.status);
      expect(writes(), "writes at Persona").toBe(before);
      expect(answer.text).not.toContain(secret);
      return answer;
    },
  };
}

/** As if a minute had passed: of one person's refusals the first few of a minute are entries of their own, and the rest is summed. */
export const refusedAfresh = (db: TestDatabase): Promise<unknown> => db.query("delete from audit_refusals");

/** An answer as attempts look at it. */
export const told = async (response: Promise<Response>): Promise<{ status: number; text: string }> => {
  const { status, text } = await response.then(async (answer) => ({ status: answer.status, text: await answer.text() }));
  return { status, text };
};

/** Bytes onto a socket, as no well-meaning client would send them; the first answer that comes back. Status 0 where the server hangs up. */
export function raw(port: number, bytes: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes, "latin1"));
    let text = "";
    socket.setEncoding("latin1");
    socket.on("data", (chunk: string) => {
      text += chunk;
    });
    socket.on("error", reject);
    socket.on("close", () => resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), text }));
  });
}

type Head = {
  readonly status: number;
  readonly headers: Headers;
  /** As it came. */
  readonly text: string;
};

/** The beginning of the answer to bytes on a socket, which is then closed: some answers have no end. */
export function head(port: number, bytes: string): Promise<Head> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes, "latin1"));
    let text = "";
    const end = () => {
      socket.destroy();
      const [status = "", ...lines] = (text.split("\r\n\r\n")[0] ?? "").split("\r\n");
      const headers = new Headers(
        lines.map((line): [string, string] => [line.split(":")[0] ?? "", line.slice(line.indexOf(":") + 1).trim()]),
      );
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(status)?.[1] ?? 0), headers, text });
    };
    socket.setEncoding("latin1");
    socket.on("data", (piece: string) => {
      text += piece;
      if (text.includes("\r\n\r\n")) end();
    });
    socket.on("error", reject);
    socket.on("close", end);
  });
}
