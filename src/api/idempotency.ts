import { randomUuid } from "@/lib/random-uuid";

/**
 * A fresh key for one intent of a person: made when they decide to act and kept with that intent, so
 * that a repeated attempt carries the same key. Persona docs, "Idempotency": a UUID per operation, never a reference ID.
 */
export const newIdempotencyKey = (): string => randomUuid();

/** The headers that carry a key, for the `headers` of an SDK call. */
export const idempotent = (key: string) => ({ "Idempotency-Key": key });
