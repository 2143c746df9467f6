import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { isUnreachable } from "@/api/errors";
import { newIdempotencyKey } from "@/api/idempotency";
import { accountQuery } from "@/api/accounts/queries";
import { inquiryQuery } from "@/api/inquiries/queries";
import { changeTag, type TagChange, type Tagged } from "@/api/tags/writes";
import { tagsOf } from "@/domain/tags";

type Intent = TagChange & { key: string };
type Failure = { intent: Intent; error: unknown };

/** Changing the tags of an account or an inquiry: shown at once, taken back when Persona refuses. */
export function useTags(of: Tagged) {
  const queryClient = useQueryClient();
  const [failed, setFailed] = useState<Failure>();
  const account = accountQuery(of.id);
  const inquiry = inquiryQuery(of.id);
  const { queryKey } = of.type === "account" ? account : inquiry;
  const mutationKey = [of.type, "tags", of.id];

  const show = (tags: (now: string[]) => string[]) =>
    of.type === "account"
      ? queryClient.setQueryData(
          account.queryKey,
          (detail) => detail && { ...detail, account: { ...detail.account, tags: tags(tagsOf(detail.account)) } },
        )
      : queryClient.setQueryData(
          inquiry.queryKey,
          (detail) => detail && { ...detail, inquiry: { ...detail.inquiry, tags: tags(tagsOf(detail.inquiry)) } },
        );

  const { mutate } = useMutation({
    mutationKey,
    // One after the other: each answer holds all tags, and an earlier one must not undo a later change.
    scope: { id: mutationKey.join(" ") },
    mutationFn: ({ key, ...change }: Intent) => changeTag(of, change, key),
    onMutate: async (change) => {
      setFailed((now) => (now?.intent.tag === change.tag ? undefined : now));
      await queryClient.cancelQueries({ queryKey });
      show((now) => changed(now, change));
    },
    onError: (error, intent) => {
      setFailed({ intent, error });
      show((now) => changed(now, { kind: intent.kind === "add" ? "remove" : "add", tag: intent.tag }));
    },
    onSuccess: (tags) => {
      // While another change waits for its turn, what is shown knows more than this answer.
      if (queryClient.isMutating({ mutationKey }) === 1) show(() => tags);
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: [of.type, "list"] }),
  });

  const change = (intent: TagChange) => mutate({ ...intent, key: newIdempotencyKey() });
  /** The same intent again. Without an answer it keeps its key; an answered failure is stored under its key and would be replayed. */
  const retry = ({ intent, error }: Failure) => mutate(isUnreachable(error) ? intent : { ...intent, key: newIdempotencyKey() });
  return { change, retry, failed, dismiss: () => setFailed(undefined) };
}

function changed(tags: readonly string[], { kind, tag }: TagChange): string[] {
  const others = tags.filter((other) => other !== tag);
  return kind === "add" ? [...others, tag] : others;
}
