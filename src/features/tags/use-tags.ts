import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { isUnreachable } from "@/api/errors";
import { newIdempotencyKey } from "@/api/idempotency";
import { changeTagMutation, type TagChange, type Tagged, type TagIntent } from "@/api/tags/writes";

type Failure = { intent: TagIntent; error: unknown };

/** Changing the tags of an account or an inquiry; a change that failed is kept, to be tried again. */
export function useTags(of: Tagged) {
  const [failed, setFailed] = useState<Failure>();
  const { mutate } = useMutation({ ...changeTagMutation(of), onError: (error, intent) => setFailed({ intent, error }) });
  const send = (intent: TagIntent) => {
    setFailed((now) => (now?.intent.tag === intent.tag ? undefined : now));
    mutate(intent);
  };
  const change = (intent: TagChange) => send({ ...intent, key: newIdempotencyKey() });
  /** The same intent again. Without an answer it keeps its key; an answered failure is stored under its key and would be replayed. */
  const retry = ({ intent, error }: Failure) => send(isUnreachable(error) ? intent : { ...intent, key: newIdempotencyKey() });
  return { change, retry, failed, dismiss: () => setFailed(undefined) };
}
