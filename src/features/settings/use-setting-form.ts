import { useMutation } from "@tanstack/react-query";
import { useLayoutEffect, useState } from "react";
import { type DefaultValues, type FieldValues, useForm, useWatch } from "react-hook-form";
import { changeSettingMutation } from "@/api/settings/writes";
import type { Setting } from "@/api/generated/desk/types.gen";
import type { SettingDefinition } from "./setting-definition";

/** A setting at a version, with its value as a form. */
export type SettingState<Form> = { setting: Setting; form: Form };

/**
 * Editing one setting. What is edited began with a version. When the setting moves on meanwhile, by a colleague's change that was heard
 * of or by a refused save, nothing of either is lost: `newer` is theirs, the form holds mine, and the person chooses.
 * @param now the setting as the server last told it
 */
export function useSettingForm<Form extends FieldValues>(definition: SettingDefinition<Form>, now: SettingState<Form>) {
  const [base, setBase] = useState({ ...now, fillsForm: true });
  /** What was in the form before it was replaced, to get it back. */
  const [setAside, setSetAside] = useState<Form>();
  const [note, setNote] = useState("");
  const { control, register, handleSubmit, reset, resetDefaultValues, formState } = useForm<Form>({
    resolver: definition.resolver,
    // All of it: the type asks for less only because the form's is not known here.
    defaultValues: base.form as DefaultValues<Form>,
  });
  // Every field is registered, so nothing is left out of what is watched.
  const mine = useWatch({ control }) as Form;
  const { isDirty } = formState;

  /** Goes on from a state of the server's, with its values in the form. */
  const adopt = (state: SettingState<Form>) => setBase({ ...state, fillsForm: true });
  useLayoutEffect(() => {
    if (base.fillsForm) reset(base.form);
  }, [base, reset]);
  const save = useMutation(changeSettingMutation());
  const saveForm = (form: Form) =>
    save.mutate(
      { key: definition.key, value: definition.write(form), version: base.setting.version, note },
      {
        onSuccess: (setting) => {
          adopt({ setting, form });
          setNote("");
          setSetAside(undefined);
        },
      },
    );

  const isNewer = now.setting.version > base.setting.version && !save.isPending;
  /** Theirs is the same as mine: my own save, whose answer was lost, or a colleague who changed the same. */
  const isSettled = isNewer && (!isDirty || definition.changes(now.form, mine).length === 0);
  if (isSettled) adopt(now);

  const replace = (form: Form, withNote: string) => {
    setSetAside(isDirty ? mine : undefined);
    reset(form, { keepDefaultValues: true });
    setNote(withNote);
    save.reset();
  };
  return {
    control,
    register,
    base,
    mine,
    isDirty,
    note,
    setNote,
    save,
    submit: handleSubmit(saveForm),
    newer: isNewer && !isSettled ? now : undefined,
    /** Goes on with mine, on top of theirs: saving replaces theirs. */
    keepMine: () => {
      setBase({ ...now, fillsForm: false });
      resetDefaultValues(now.form as DefaultValues<Form>);
      save.reset();
    },
    takeTheirs: () => {
      setSetAside(mine);
      adopt(now);
      save.reset();
    },
    discard: () => {
      replace(base.form, "");
      reset(base.form);
    },
    /** Puts an old version into the form; it is saved like any other change. */
    restore: (form: Form, version: number) => replace(form, version === 0 ? "Back to the beginning" : `Back to version ${version}`),
    setAside,
    putBack: () => {
      if (setAside) reset(setAside, { keepDefaultValues: true });
      setSetAside(undefined);
    },
  };
}
