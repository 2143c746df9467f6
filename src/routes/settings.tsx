import { createFileRoute } from "@tanstack/react-router";
import { deskSessionQuery, sessionsQuery } from "@/api/sessions/queries";
import { partnerTokensQuery } from "@/api/partner-tokens/queries";
import { prefetch } from "@/api/prefetch";
import { settingsQuery, settingVersionsQuery } from "@/api/settings/queries";
import { partnerTokensCapability } from "@/domain/desk-capability";
import { SettingsPage } from "@/features/settings/settings-page";
import { readSettingsSearch, type SettingsSearch } from "@/features/settings/settings-search";
import { unreadSearch } from "@/lib/unread-search";

const settingOfSection = {
  reasons: "decisionReasons",
  hold: "decisionHold",
  people: "twoPeople",
  duplicates: "duplicatePolicy",
  scripts: "scripts",
  sla: "sla",
  queue: "reviewQueue",
} as const;

export const Route = createFileRoute("/settings")({
  // what only this page needs stays out of what every page loads first
  codeSplitGroupings: [["loader", "component"]],
  validateSearch: unreadSearch<SettingsSearch>,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) => {
    const { section = "reasons" } = readSettingsSearch(deps);
    if (section === "look") return;
    if (section === "sessions") {
      void prefetch(queryClient, sessionsQuery());
      return;
    }
    if (section === "tokens") {
      // Asking without being allowed to is refused and recorded, so while the role is not known the page waits for it.
      const session = queryClient.getQueryData(deskSessionQuery().queryKey);
      if (session && partnerTokensCapability(session).allowed) void prefetch(queryClient, partnerTokensQuery());
      return;
    }
    void prefetch(queryClient, settingsQuery());
    void prefetch(queryClient, settingVersionsQuery(settingOfSection[section]));
  },
  component: Settings,
});

function Settings() {
  return <SettingsPage section={readSettingsSearch(Route.useSearch()).section} />;
}
