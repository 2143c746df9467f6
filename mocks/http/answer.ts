/** An answer before it becomes a `Response`: what idempotency stores and what a door sends. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
}

export const jsonAnswer = (status: number, body: unknown): Answer => ({
  status,
  contentType: "application/json",
  body: JSON.stringify(body),
});

export const toResponse = (answer: Answer, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(answer.body, {
    status: answer.status,
    headers: { "content-type": answer.contentType, "cache-control": "no-store", ...headers },
  });
