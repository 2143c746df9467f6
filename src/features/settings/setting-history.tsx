import { useQuery } from "@tanstack/react-query";
import RotateCcwIcon from "lucide-react/icons/rotate-ccw";
import type { FieldValues } from "react-hook-form";
import type { SettingVersion } from "@/api/generated/desk/types.gen";
import { mostVersions, settingVersionsQuery } from "@/api/settings/queries";
import { FailurePanel } from "@/components/failure-panel";
import { UntrustedText } from "@/components/untrusted-text";
import { defaultSettings } from "@/domain/default-settings";
import { displayValue } from "@/lib/display-text";
import { Button } from "@/ui/button";
import { Disclosure } from "@/ui/disclosure";
import { Section } from "@/ui/section";
import { SkeletonLines } from "@/ui/skeleton";
import { Time } from "@/ui/time";
import { ChangeList } from "./setting-conflict";
import type { SettingDefinition } from "./setting-definition";

type SettingHistoryProps<Form extends FieldValues> = {
  definition: SettingDefinition<Form>;
  /** The version that is in the form. */
  current: number;
  /** Why nothing can be restored now. */
  unavailable: string | false;
  onRestore: (form: Form, version: number) => void;
};

/** Who changed a setting, when, why and how; an old version goes into the form and is saved as a new one. */
export function SettingHistory<Form extends FieldValues>({ definition, current, unavailable, onRestore }: SettingHistoryProps<Form>) {
  const history = useQuery(settingVersionsQuery(definition.key));
  /** What it came with, before anybody changed it: no version of its own. */
  const first = definition.read(defaultSettings[definition.key]);
  const formOf = (version: SettingVersion | undefined) => (version ? definition.read(version.value) : undefined);
  const restore = (form: Form | undefined, version: number) => (
    <Button
      size="small"
      icon={<RotateCcwIcon />}
      unavailable={version === current ? "Current version" : form ? unavailable : "It is in a form that this desk does not know"}
      onClick={() => form && onRestore(form, version)}
    >
      Restore<span className="sr-only"> version {version}</span>
    </Button>
  );
  return (
    <Section title="History" flush>
      {history.isError ? (
        <div className="p-4">
          <FailurePanel error={history.error} headingLevel={3} onRetry={() => void history.refetch()} />
        </div>
      ) : history.data ? (
        <ol aria-label={`History of ${definition.title.toLowerCase()}`} className="[&>li:not(:last-child)]:border-b [&>li]:border-line">
          {history.data.versions.map((version, index, versions) => {
            const form = formOf(version);
            const before = version.version === 1 ? first : formOf(versions[index + 1]);
            return (
              <li key={version.version} className="px-4 py-3 text-sm">
                <div className="flex items-start justify-between gap-2">
                  <p>
                    <span className="font-medium">Version {version.version}</span>
                    <span className="block text-xs text-ink-muted">
                      <bdi>{displayValue(version.changedBy.name, "Somebody", 60)}</bdi>, <Time value={version.changedAt} />
                    </span>
                  </p>
                  {restore(form, version.version)}
                </div>
                {version.note !== null && (
                  <p className="mt-1">
                    <UntrustedText value={version.note} limit={200} />
                  </p>
                )}
                {form && before && (
                  <Disclosure summary="What changed" bodyClassName="pb-1 text-xs text-ink-muted">
                    <ChangeList changes={definition.changes(before, form)} />
                  </Disclosure>
                )}
              </li>
            );
          })}
          {history.data.hasOlder ? (
            <li className="px-4 py-3 text-xs text-ink-muted">The newest {mostVersions} are shown; there are older ones.</li>
          ) : (
            <li className="flex items-start justify-between gap-2 px-4 py-3 text-sm">
              <p>
                <span className="font-medium">Default</span>
                <span className="block text-xs text-ink-muted">Before anybody changed it</span>
              </p>
              {restore(first, 0)}
            </li>
          )}
        </ol>
      ) : (
        <div className="p-4" aria-busy="true">
          <SkeletonLines count={3} />
        </div>
      )}
    </Section>
  );
}
