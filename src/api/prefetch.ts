import type { DefaultError, QueryClient, QueryExecuteOptions, QueryKey } from "@tanstack/react-query";

/**
 * Begins a read, unless a fresh answer is there. What it finds, and whether it fails, is told by the page that reads the same query.
 * @returns settles with the read, and is never rejected
 */
export async function prefetch<Data, QueryData, Key extends QueryKey>(
  queryClient: QueryClient,
  options: QueryExecuteOptions<QueryData, DefaultError, Data, QueryData, Key>,
): Promise<void> {
  try {
    await queryClient.query(options);
  } catch {
    // kept in the query, where the page finds it
  }
}
