import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { FieldValues } from "react-hook-form";
import { deskSessionQuery } from "@/api/sessions/queries";
import { settingsQuery } from "@/api/settings/queries";
import { FailurePanel } from "@/components/failure-panel";
import { Page } from "@/components/page";
import { PageHeader } from "@/components/page-header";
import { settingsCapability } from "@/domain/desk-capability";
import { Notice } from "@/ui/notice";
import { SkeletonLines } from "@/ui/skeleton";
import { TabLink, TabLinks } from "@/ui/tab-link";
import { holdSetting } from "./hold-setting";
import { LookSettings } from "./look-settings";
import { PartnerTokens } from "./partner-tokens";
import { peopleSetting } from "./people-setting";
import { policySetting } from "./policy-setting";
import { queueSetting } from "./queue-setting";
import { reasonSetting } from "./reason-setting";
import { scriptSetting } from "./script-setting";
import type { SettingDefinition } from "./setting-definition";
import { SettingEditor } from "./setting-editor";
import { SessionSettings } from "./session-settings";
import { type SettingSection, settingSections } from "./settings-search";
import { slaSetting } from "./sla-setting";

/** What the company sets for everybody, the tokens of its systems, who is signed in, and one's own taste. */
export function SettingsPage({ section }: { section: SettingSection | undefined }) {
  const session = useQuery(deskSessionQuery());
  const current = section ?? settingSections[0].section;
  const parts: Record<SettingSection, ReactNode> = {
    reasons: <CompanySetting key="reasons" definition={reasonSetting} />,
    hold: <CompanySetting key="hold" definition={holdSetting} />,
    people: <CompanySetting key="people" definition={peopleSetting} />,
    duplicates: <CompanySetting key="duplicates" definition={policySetting} />,
    scripts: <CompanySetting key="scripts" definition={scriptSetting} />,
    sla: <CompanySetting key="sla" definition={slaSetting} />,
    queue: <CompanySetting key="queue" definition={queueSetting} />,
    tokens: <PartnerTokens session={session.data} />,
    sessions: <SessionSettings session={session.data} />,
    look: <LookSettings />,
  };
  return (
    <Page>
      <PageHeader title="Settings" documentTitle="Settings" />
      <TabLinks label="Settings">
        {settingSections.map(({ section: one, label }) => (
          <TabLink
            key={one}
            to="/settings"
            search={{ section: one === settingSections[0].section ? undefined : one }}
            preload={false}
            activeOptions={{ explicitUndefined: true }}
            aria-current={one === current ? "page" : undefined}
          >
            {label}
          </TabLink>
        ))}
      </TabLinks>
      {parts[current]}
    </Page>
  );
}

function CompanySetting<Form extends FieldValues>({ definition }: { definition: SettingDefinition<Form> }) {
  const session = useQuery(deskSessionQuery());
  const settings = useQuery(settingsQuery());
  const setting = settings.data?.get(definition.key);
  if (settings.isError && !settings.data) return <FailurePanel error={settings.error} onRetry={() => void settings.refetch()} />;
  if (!settings.data || session.isPending) {
    return (
      <div aria-busy="true" className="rounded border border-line p-4">
        <SkeletonLines count={12} />
      </div>
    );
  }
  if (!setting) return <Notice kind="warning" title="The server did not tell this setting." />;
  return <SettingEditor definition={definition} setting={setting} fetchedAt={settings.dataUpdatedAt} refusal={refusalOf(session.data)} />;
}

function refusalOf(viewer: Parameters<typeof settingsCapability>[0] | undefined): string | undefined {
  if (!viewer) return "Your role could not be read, so nothing can be changed. Load the page again.";
  const capability = settingsCapability(viewer);
  return capability.allowed ? undefined : [capability.reason, capability.wayOut?.sentence].filter(Boolean).join(" ");
}
