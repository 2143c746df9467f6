import { isApiError, mayHaveHappened } from "./errors";
import { newIdempotencyKey } from "./idempotency";

type Sending = { readonly intent: string; readonly key: string; readonly body: unknown };

/** What is on its way, or may have arrived, by what it is about. For as long as the tab lives: the panel it was begun in may be closed. */
const open = new Map<string, Sending>();

/**
 * Sends one intent of a person under one Idempotency-Key. Key and body are kept until it is known whether it was sent: after a lost
 * answer, a timeout or a failure of the server (504 as well) another try is the same intent, whatever has become of the page since. What
 * was refused, or never left, is over. Another intent about the same thing has another key.
 * @param about what it does to what, e.g. `decide inq_1`
 * @param intent what makes it another one: not what the person saw, which the first try may have changed
 */
export async function sendOnce<Body, Answer>(
  about: string,
  intent: unknown,
  body: Body,
  send: (idempotencyKey: string, body: Body) => Promise<Answer>,
): Promise<Answer> {
  const words = JSON.stringify(intent);
  const before = open.get(about);
  const one = before?.intent === words ? before : { intent: words, key: newIdempotencyKey(), body };
  open.set(about, one);
  const settle = () => open.get(about) === one && open.delete(about);
  try {
    // what is kept about one thing was put there by the same caller, with a body of the same kind
    const answer = await send(one.key, one.body as Body);
    settle();
    return answer;
  } catch (error) {
    if (isApiError(error) && !mayHaveHappened(error)) settle();
    throw error;
  }
}
