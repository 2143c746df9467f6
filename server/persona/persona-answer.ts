/** What Persona answered: a status, the headers that may go on, and the body as it came. */
export type PersonaAnswer = {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
};

const decoder = new TextDecoder();

/** The body as JSON; undefined when it is none, e.g. a PDF. */
export function jsonOf({ headers, body }: PersonaAnswer): unknown {
  if (!isJson(headers["content-type"])) return undefined;
  try {
    return JSON.parse(decoder.decode(body));
  } catch {
    return undefined;
  }
}

/** Whether a content type is JSON. */
export const isJson = (contentType: string | undefined): boolean =>
  /^application\/(?:[\w.]+\+)?json(?:\s*;|$)/i.test(contentType?.trim() ?? "");
