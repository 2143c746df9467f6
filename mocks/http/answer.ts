/** An answer before it becomes a `Response`: what idempotency stores and what a door sends. */
export type Answer = {
  readonly status: number;
  readonly contentType: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
  /** Beside the usual ones. */
  readonly headers?: Readonly<Record<string, string>>;
};

/** A JSON answer, as nearly all of Persona's are. */
export const jsonAnswer = (status: number, body: unknown): Answer => ({
  status,
  contentType: "application/json",
  body: JSON.stringify(body),
});

/** Done, and nothing to say about it. */
export const noContent: Answer = { status: 204, contentType: "", body: "" };

/** What a door sends. Nothing of it may be kept by a browser: it is personal data. @param headers beside the usual ones */
export const toResponse = (answer: Answer, headers: Readonly<Record<string, string>> = {}): Response =>
  answer.status === 204
    ? new Response(null, { status: 204, headers: { "cache-control": "no-store", ...headers } })
    : new Response(answer.body, {
        status: answer.status,
        headers: { "content-type": answer.contentType, "cache-control": "no-store", ...answer.headers, ...headers },
      });
