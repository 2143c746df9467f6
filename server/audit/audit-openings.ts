import type { AuditActor, AuditWriter } from "./audit-entry";

/** The reads by which somebody opens an object, as the log names them: Persona's operationIds. */
export const openingActions: readonly string[] = ["retrieve-an-inquiry", "retrieve-an-account"];

/** That somebody was shown an object. */
export type Opening = {
  /** One of `openingActions`. */
  readonly action: string;
  readonly actor: AuditActor;
  readonly subject: { readonly type: string; readonly id: string };
  /** That of the object; asked for only where an entry is written. */
  readonly referenceId: () => string | null;
  readonly requestId: string;
  readonly personaRequestId: string | null;
};

export type Openings = {
  /** Resolves when it stands in the log that the person opened the object within this hour. @throws the database's error */
  note(opening: Opening): Promise<void>;
};

const hourMs = 60 * 60_000;

/**
 * Who opened what: one entry a person, object and hour of the clock, however often the object is read and by whichever instance. An open
 * screen reads again by itself, and an entry for each of these would bury the others.
 */
export function createOpenings({ audit, now }: { readonly audit: Pick<AuditWriter, "append">; readonly now: () => number }): Openings {
  // spares the question whether it stands there already; another instance asks once more
  let known = { hour: 0, intents: new Set<string>() };
  return {
    async note({ action, actor, subject, referenceId, requestId, personaRequestId }) {
      const hour = Math.floor(now() / hourMs);
      if (known.hour !== hour) known = { hour, intents: new Set() };
      const { intents } = known;
      const intent = `opened/${actor.id}/${subject.id}/${hour}`;
      if (intents.has(intent)) return;
      await audit.append({ action, outcome: "done", actor, subject, referenceId: referenceId(), requestId, personaRequestId, intent });
      intents.add(intent);
    },
  };
}
