import { useRef } from "react";
import type { FieldValues } from "react-hook-form";
import { isConflict } from "@/api/errors";
import type { Setting } from "@/api/generated/desk/types.gen";
import { WriteForm } from "@/components/write-form";
import { displayValue } from "@/lib/display-text";
import { Button } from "@/ui/button";
import { JsonView } from "@/ui/json-view";
import { Notice } from "@/ui/notice";
import { Section } from "@/ui/section";
import { Time } from "@/ui/time";
import { LeaveGuard } from "./leave-guard";
import { SaveBar } from "./save-bar";
import { SettingConflict } from "./setting-conflict";
import type { SettingDefinition } from "./setting-definition";
import { SettingHistory } from "./setting-history";
import { type SettingState, useSettingForm } from "./use-setting-form";

type SettingEditorProps<Form extends FieldValues> = {
  definition: SettingDefinition<Form>;
  setting: Setting;
  /** When it was read, ms. */
  fetchedAt: number;
  /** Why this person may not change it. */
  refusal: string | undefined;
};

/** One setting with its history. A value in a form this desk does not know is shown as it is and left alone. */
export function SettingEditor<Form extends FieldValues>({ definition, setting, fetchedAt, refusal }: SettingEditorProps<Form>) {
  const form = definition.read(setting.value);
  if (form) return <Editor definition={definition} now={{ setting, form }} fetchedAt={fetchedAt} refusal={refusal} />;
  return (
    <Section title={definition.title} aside={<LastChange setting={setting} />}>
      <div className="flex flex-col gap-3">
        <Notice kind="warning" title="This value is in a form that this desk does not know, so it can't be changed here." />
        <JsonView value={setting.value} label={definition.title} />
      </div>
    </Section>
  );
}

type EditorProps<Form extends FieldValues> = Pick<SettingEditorProps<Form>, "definition" | "fetchedAt" | "refusal"> & {
  now: SettingState<Form>;
};

function Editor<Form extends FieldValues>({ definition, now, fetchedAt, refusal }: EditorProps<Form>) {
  const editing = useSettingForm(definition, now);
  const { base, mine, isDirty, newer, save, setAside } = editing;
  const { Fields, Reading, changes } = definition;
  const saveButton = useRef<HTMLButtonElement>(null);
  const myChanges = isDirty ? changes(base.form, mine) : [];
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
      {Reading && (
        <div className="lg:col-span-2">
          <Reading form={now.form} setting={now.setting} fetchedAt={fetchedAt} />
        </div>
      )}
      <Section
        title={definition.title}
        description={definition.description}
        aside={<LastChange setting={base.setting} />}
        // paper has what is in force in its place
        className={Reading && "print:hidden"}
      >
        <WriteForm
          label={definition.title}
          // of a conflict the notice above says more
          error={newer ? null : save.error}
          busy={save.isPending}
          className="sm:[&_:is(input,select,textarea,button)]:scroll-mb-56"
          onSubmit={editing.submit}
          send={null}
          more={
            refusal === undefined && (
              <SaveBar
                button={saveButton}
                changes={myChanges}
                isDirty={isDirty}
                unavailable={newer !== undefined && "Choose first whether yours or theirs is kept"}
                isSaving={save.isPending}
                savedVersion={save.data?.version}
                note={editing.note}
                onNote={editing.setNote}
                onDiscard={editing.discard}
              />
            )
          }
        >
          {refusal !== undefined && <Notice>{refusal}</Notice>}
          {newer && (
            <SettingConflict
              theirs={newer.setting}
              theirChanges={changes(base.form, newer.form)}
              myChanges={myChanges}
              wasRefused={isConflict(save.error)}
              onKeepMine={editing.keepMine}
              onTakeTheirs={editing.takeTheirs}
            />
          )}
          {setAside && !newer && (
            <Notice
              role="status"
              title="What you had is not lost."
              actions={
                <Button size="small" onClick={editing.putBack}>
                  Put mine back
                </Button>
              }
            />
          )}
          <fieldset disabled={refusal !== undefined || save.isPending} className="min-w-0">
            <legend className="sr-only">{definition.title}</legend>
            <Fields control={editing.control} register={editing.register} />
          </fieldset>
        </WriteForm>
      </Section>
      <SettingHistory
        definition={definition}
        current={base.setting.version}
        unavailable={refusal ?? (isDirty && "Save or discard your changes first")}
        onRestore={(form, version) => {
          editing.restore(form, version);
          saveButton.current?.focus();
        }}
      />
      <LeaveGuard when={isDirty && !save.isPending} title="Leave without saving?" leave="Leave and lose them" stay="Stay">
        {`Your changes to “${definition.title}” have not been saved.`}
      </LeaveGuard>
    </div>
  );
}

function LastChange({ setting }: { setting: Setting }) {
  if (setting.version === 0) return "Default";
  return (
    <>
      Version {setting.version}, by <bdi>{displayValue(setting.changedBy?.name, "somebody", 60)}</bdi> <Time value={setting.changedAt} />
    </>
  );
}
