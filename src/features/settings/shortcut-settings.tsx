import { useState, useSyncExternalStore } from "react";
import { allShortcuts } from "@/components/all-shortcuts";
import { groupBy } from "@/lib/group-by";
import { Button } from "@/ui/button";
import { bindKey, chosenKeys, resetKeys, subscribeToBindings } from "@/ui/shortcut-bindings";
import { refusalOf } from "@/ui/shortcut-refusal";
import type { ShortcutDefinition } from "@/ui/shortcut-definition";
import { useBoundKey } from "@/ui/use-shortcuts";

/** A combination with Ctrl or Cmd is no single key: nothing typed can be taken for it. */
const singleKeys = allShortcuts.filter(({ keys }) => !keys.startsWith("mod+"));

/** Every single key of the app, each with a field that takes another one. */
export function ShortcutSettings() {
  const chosen = useSyncExternalStore(subscribeToBindings, chosenKeys);
  return (
    <div role="group" aria-label="Keys" className="mt-4 flex flex-col gap-3">
      {[...groupBy(singleKeys, ({ group }) => group)].map(([group, definitions]) => (
        <section key={group}>
          <h3 className="mb-1 text-xs font-medium text-ink-muted">{group}</h3>
          <ul>
            {definitions.map((definition) => (
              <KeyRow key={definition.id} definition={definition} />
            ))}
          </ul>
        </section>
      ))}
      <div>
        <Button onClick={resetKeys} unavailable={Object.keys(chosen).length === 0 && "Every shortcut has its usual key"}>
          Reset all keys
        </Button>
      </div>
    </div>
  );
}

function KeyRow({ definition }: { definition: ShortcutDefinition }) {
  const [refusal, setRefusal] = useState<string>();
  const key = useBoundKey(definition).toUpperCase();
  const isUsual = key === definition.keys.toUpperCase();
  const choose = (typed: string) => {
    const reason = refusalOf(definition, typed, allShortcuts);
    setRefusal(reason);
    if (reason === undefined) bindKey(definition, typed);
  };
  const id = `key-${definition.id}`;
  return (
    <li className="border-b border-line py-1 text-sm">
      <div className="flex min-h-8 items-center gap-2">
        <label htmlFor={id} className="min-w-0 flex-1">
          {definition.label}
        </label>
        {!isUsual && (
          <Button size="small" variant="quiet" aria-label={`Reset the key of ${definition.label}`} onClick={() => choose(definition.keys)}>
            Reset
          </Button>
        )}
        <input
          id={id}
          type="text"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          className="h-7 w-10 rounded border border-control bg-surface text-center text-ink uppercase aria-invalid:border-danger"
          value={key}
          aria-invalid={refusal !== undefined || undefined}
          aria-describedby={`${id}-refusal`}
          onFocus={(event) => event.currentTarget.select()}
          // whatever is typed takes the place of what stands there
          onChange={(event) => {
            const typed = Array.from(event.target.value).find((sign) => sign.toUpperCase() !== key) ?? "";
            if (typed !== "") choose(typed);
            event.target.select();
          }}
          onBlur={() => setRefusal(undefined)}
        />
      </div>
      <p id={`${id}-refusal`} role="alert" className="text-xs text-ink-muted empty:hidden">
        {refusal}
      </p>
    </li>
  );
}
