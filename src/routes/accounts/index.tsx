import { createFileRoute, redirect, useLocation, useRouter } from "@tanstack/react-router";
import { useMemo } from "react";
import { accountsQuery } from "@/api/accounts/queries";
import { prefetch } from "@/api/prefetch";
import { peopleNamed } from "@/components/people-link";
import { RevealRecord } from "@/components/reveal";
import { useCleanAddress } from "@/components/use-clean-address";
import {
  accountListParams,
  type AccountSearch,
  mendedAddress,
  readAccountSearch,
  referenceIdsOf,
  splitOf,
} from "@/features/accounts/account-search";
import { PeoplePage } from "@/features/accounts/people-page";
import { unknownParts, unreadParts, unreadSearch } from "@/lib/unread-search";

export const Route = createFileRoute("/accounts/")({
  // what reads pasted texts stays out of what every page loads first
  codeSplitGroupings: [["loader", "component"]],
  validateSearch: unreadSearch<AccountSearch>,
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { queryClient }, deps: unread, location: { state } }) => {
    const search = readAccountSearch(unread);
    const mended = mendedAddress(search);
    if (mended) throw redirect({ to: "/accounts", ...peopleNamed(mended.ids, mended.leftOut), replace: true });
    const referenceIds = referenceIdsOf(search, state.referenceIds);
    const query = accountsQuery(accountListParams(search, referenceIds));
    if (referenceIds.length !== 1) return void prefetch(queryClient, query);
    // One exact hit is the person asked for; the page itself shows a failure.
    const page = await queryClient.query(query).catch(() => undefined);
    const [only, ...others] = page?.accounts ?? [];
    const pieces = page?.accounts.length === 0 ? splitOf(referenceIds) : undefined;
    if (pieces) throw redirect({ to: "/accounts", ...peopleNamed(pieces.ids, pieces.leftOut), replace: true });
    if (only && others.length === 0 && page?.strangers === 0) {
      throw redirect({ to: "/accounts/$accountId", params: { accountId: only.id }, replace: true });
    }
  },
  component: People,
});

function People() {
  const unread = Route.useSearch();
  const navigate = Route.useNavigate();
  const router = useRouter();
  const kept = useLocation({ select: ({ state }) => state.referenceIds });
  const leftOut = useLocation({ select: ({ state }) => state.leftOut });
  const { search, referenceIds } = useMemo(() => {
    const read = readAccountSearch(unread);
    return { search: read, referenceIds: referenceIdsOf(read, kept) };
  }, [unread, kept]);
  useCleanAddress("/accounts", readAccountSearch);
  return (
    <RevealRecord subject={null}>
      <PeoplePage
        key={referenceIds.join(",")}
        search={search}
        referenceIds={referenceIds}
        leftOut={leftOut}
        unknown={unknownParts(unread, search)}
        unread={unreadParts(unread, search)}
        onForget={() => void navigate({ search, state: true, replace: true })}
        onSearch={(next) => void navigate({ search: next })}
        onOpen={(path) => router.history.push(path)}
        onNamed={({ ids, leftOut: left }) => void navigate(peopleNamed(ids, left))}
      />
    </RevealRecord>
  );
}
