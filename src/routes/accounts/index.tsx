import { createFileRoute, redirect } from "@tanstack/react-router";
import { accountsQuery } from "@/api/queries/accounts";
import { RevealRecord } from "@/components/reveal";
import { accountListParams, readAccountSearch, referenceIdsOf } from "@/features/accounts/account-search";
import { PeoplePage } from "@/features/accounts/people-page";

export const Route = createFileRoute("/accounts/")({
  validateSearch: readAccountSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { queryClient }, deps }) => {
    const query = accountsQuery(accountListParams(deps));
    if (referenceIdsOf(deps).length !== 1) return void queryClient.prefetchQuery(query);
    // One exact hit is the person asked for; the page itself shows a failure.
    const page = await queryClient.fetchQuery(query).catch(() => undefined);
    const [only, ...others] = page?.accounts ?? [];
    if (only && others.length === 0) throw redirect({ to: "/accounts/$accountId", params: { accountId: only.id }, replace: true });
  },
  component: People,
});

function People() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <RevealRecord subject={null}>
      <PeoplePage search={search} onSearch={(next) => void navigate({ search: next })} />
    </RevealRecord>
  );
}
