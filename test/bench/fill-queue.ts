import { readList, readProperty, readText } from "@/lib/read";
import type { Database } from "@server/db/database";
import { readInquiryObservation } from "@server/persona/inquiry-observation";
import { createInquiryStates } from "@server/persona/inquiry-states";

const statuses = ["needs_review", "completed"];

/**
 * Fills the index with what waits, as if the first round through Persona's list were over and the next one a day away, and lets what is completed
 * wait, too. A round through 100,000 inquiries takes longer than the benchmark.
 * @param personaUrl where the simulator listens
 */
export async function fillQueue(personaUrl: string, db: Database): Promise<void> {
  const states = createInquiryStates({ db, now: Date.now });
  let path: string | undefined = `/api/v1/inquiries?filter[status]=${statuses.join(",")}&page[size]=100`;
  while (path !== undefined) {
    const answer = await fetch(personaUrl + path, { headers: { authorization: "Bearer persona_production_filling" } });
    if (answer.status === 429) {
      // as long as Persona says, which is a minute at most
      const seconds = Number(answer.headers.get("ratelimit-reset") ?? 60);
      await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
      continue;
    }
    if (!answer.ok) throw new Error(`Persona's list: ${answer.status}`);
    const page: unknown = await answer.json();
    const now = Date.now();
    await states.noteMany(readList(readProperty(page, "data")).flatMap((one) => readInquiryObservation(one, "read", now) ?? []));
    path = readText(readProperty(readProperty(page, "links"), "next"));
  }
  await db.query("insert into inquiry_rounds (started_at, next_page_at, done_at) values (now(), now(), now())");
  await db.query(
    `insert into setting_versions (key, version, value, changed_by_id, changed_by_name, changed_by_email_address, changed_at)
     values ('reviewQueue', 1, $1::text::json, 'bench', 'Benchmark', 'bench@desk.example', now())`,
    [JSON.stringify({ alsoWaiting: ["completed"] })],
  );
}
