import { useMutation, useQueryClient } from "@tanstack/react-query";
import { isApiError } from "@/api/errors";
import { newIdempotencyKey } from "@/api/idempotency";
import { accountQuery } from "@/api/queries/accounts";
import { changeAccountTag, type TagChange } from "@/api/tags";
import { tagsOf } from "@/domain/tags";

type Intent = TagChange & { key: string };

/** Changing the tags of an account: shown at once, taken back when Persona refuses. */
export function useAccountTags(accountId: string) {
  const queryClient = useQueryClient();
  const { queryKey } = accountQuery(accountId);

  const show = (tags: (now: string[]) => string[]) =>
    queryClient.setQueryData(
      queryKey,
      (detail) => detail && { ...detail, account: { ...detail.account, tags: tags(tagsOf(detail.account)) } },
    );

  const mutation = useMutation({
    // One after the other, so that a failure takes back its own change and no other.
    scope: { id: `tags of ${accountId}` },
    mutationFn: ({ key, ...change }: Intent) => changeAccountTag(accountId, change, key),
    onMutate: async (change) => {
      await queryClient.cancelQueries({ queryKey });
      show((now) => changed(now, change));
    },
    onError: (_, { kind, tag }) => show((now) => changed(now, { kind: kind === "add" ? "remove" : "add", tag })),
    onSuccess: (account) => show(() => tagsOf(account)),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ["account", "list"] }),
  });

  const change = (intent: TagChange) => mutation.mutate({ ...intent, key: newIdempotencyKey() });
  /** The same intent again. Without an answer it keeps its key; an answered failure is stored under its key and would be replayed. */
  const retry = () => {
    const { variables, error } = mutation;
    if (!variables) return;
    const unanswered = isApiError(error) && error.status === 0;
    mutation.mutate(unanswered ? variables : { ...variables, key: newIdempotencyKey() });
  };
  return {
    change,
    retry,
    dismiss: mutation.reset,
    failed: mutation.isError ? { change: mutation.variables, error: mutation.error } : undefined,
  };
}

function changed(tags: readonly string[], { kind, tag }: TagChange): string[] {
  const others = tags.filter((other) => other !== tag);
  return kind === "add" ? [...others, tag] : others;
}
