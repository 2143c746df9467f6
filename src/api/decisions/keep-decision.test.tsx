import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { expect, it, vi } from "vitest";
import { myDecisionsQuery } from "./queries";
import { type Decision, keepDecision } from "./writes";

// of a decision only what tells it apart from others
const decision = {
  id: "dec_1",
  inquiryId: "inq_1",
  mine: true,
  state: "held",
  statusAfter: null,
  changedAt: "2026-03-02T09:00:00.000Z",
} as Decision;

it("a list that was asked for before a decision, and is answered after it, does not take it away", async () => {
  const { queryKey } = myDecisionsQuery();
  const client = new QueryClient();
  let answerOld: (decisions: Decision[]) => void = () => undefined;
  const old = new Promise<Decision[]>((resolve) => (answerOld = resolve));
  const queryFn = vi.fn<() => Promise<Decision[]>>().mockReturnValueOnce(old).mockResolvedValue([decision]);
  const leave = new QueryObserver(client, { queryKey, queryFn }).subscribe(() => undefined);
  keepDecision(client, decision);
  answerOld([]);
  await vi.waitFor(() => expect(client.isFetching()).toBe(0));
  expect(client.getQueryData(queryKey)).toEqual([decision]);
  leave();
});
