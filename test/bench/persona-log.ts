import type { LoggedRequest } from "@mocks/http/request-log";
import { readList, readProperty, readText } from "@/lib/read";

const windowMs = 60_000;
const key = { authorization: "Bearer persona_production_benchmark", "key-inflection": "camel" };

/** What reached the simulated Persona. */
export type PersonaLog = {
  readonly calls: readonly LoggedRequest[];
  /** Calls in each of its windows: a window begins with the first call after the one before has ended. */
  readonly windows: readonly number[];
};

/** Reads what the simulator has seen since `from`, ms of the real clock. @throws Error when it has forgotten some of it */
export async function readPersonaLog(url: string, from: number): Promise<PersonaLog> {
  const answer: unknown = await (await fetch(`${url}/simulator/v1/requests`)).json();
  // the simulator answers with what its own request log holds
  const all = readList(readProperty(answer, "data")) as LoggedRequest[];
  if ((all[0]?.startedAt ?? 0) > from && all.length >= 2_000) throw new Error("The simulator keeps no more than 2000 calls.");
  const calls = all.filter(({ path }) => path.startsWith("/api/v1/"));
  const windows: number[] = [];
  let end = 0;
  for (const { startedAt } of calls) {
    if (startedAt >= end) [end] = [startedAt + windowMs, windows.push(0)];
    windows.push((windows.pop() ?? 0) + 1);
  }
  return { calls: calls.filter(({ startedAt }) => startedAt >= from), windows };
}

/** The inquiries that Persona says were decided since `from`, each as often as it was: `approved inq_…`. Waits for its rate limit. */
export async function decidedAtPersona(url: string, from: number): Promise<string[]> {
  const found: string[] = [];
  const names = ["approved", "declined", "marked-for-review"].map((status) => `inquiry.${status}`);
  let path: string | undefined = `/api/v1/events?page[size]=100&filter[name]=${names.join(",")}`;
  while (path !== undefined) {
    const page = await askPersona(url, path);
    for (const event of readList(readProperty(page, "data"))) {
      const attributes = readProperty(event, "attributes");
      // the list is newest first
      if (Date.parse(readText(readProperty(attributes, "createdAt")) ?? "") < from) return found;
      const inquiryId = readText(readProperty(readProperty(readProperty(attributes, "payload"), "data"), "id"));
      found.push(`${readText(readProperty(attributes, "name"))} ${inquiryId}`);
    }
    path = readText(readProperty(readProperty(page, "links"), "next"));
  }
  return found;
}

async function askPersona(url: string, path: string): Promise<unknown> {
  for (;;) {
    const response = await fetch(url + path, { headers: key });
    if (response.status !== 429) return response.json();
    const seconds = Number(response.headers.get("ratelimit-reset") ?? 1);
    await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
  }
}
