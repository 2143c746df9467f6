import { validateAnswer, validateRequest, validateSchema } from "./contract-validator";

/**
 * What an answer of the desk's or the partners' API (or of Persona's, below `/api/v1`) does that its contract does not say. Empty when
 * it is as it should be.
 * @param path from the origin on, with the query as sent
 * @param body parsed when JSON, the text of other types, undefined when there is none
 */
export function validateDeskAnswer(method: string, path: string, status: number, body: unknown, contentType?: string | null): string[] {
  const type = contentType === undefined && body !== undefined ? "application/json" : (contentType ?? null);
  return validateAnswer({ method, path, status, body, contentType: type, headers: undefined });
}

/** What a request to the desk's or the partners' API does that its contract does not say: query and body. */
export function validateDeskRequest(method: string, path: string, body?: unknown): string[] {
  return validateRequest({ method, path, ...(body !== undefined && { body }) });
}

/** What a value of a setting does that `SettingsValues` does not say; the contract leaves it open where it travels. */
export function validateSettings(values: unknown): string[] {
  return validateSchema("desk.yaml", "SettingsValues", values);
}

/** An answer, read, with what is wrong about it. */
export type DeskAnswer = {
  readonly status: number;
  readonly contentType: string | null;
  /** Parsed when JSON, text otherwise, undefined when empty. */
  readonly body: unknown;
  readonly headers: Headers;
  readonly problems: readonly string[];
};

/** Reads an answer whole and holds it against its contract. */
export async function readDeskAnswer(method: string, path: string, response: Response): Promise<DeskAnswer> {
  const contentType = response.headers.get("content-type")?.split(";")[0] ?? null;
  const text = await response.text();
  const body: unknown = text === "" ? undefined : contentType === "application/json" ? JSON.parse(text) : text;
  const { status } = response;
  const headers = new Headers(response.headers);
  const problems = validateAnswer({ method, path, status, body, contentType, headers: undefined });
  return { status, contentType, body, headers, problems };
}
