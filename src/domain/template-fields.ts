/** The fields that an inquiry template declares. Source: spec, `field-schemas` of an inquiry template. */
import { displayValue } from "@/lib/display-text";
import { readList, readProperty, readText } from "@/lib/read";

export type TemplateField = {
  /** As Persona and the links write it: `name-first`. */
  readonly key: string;
  /** For people; the key where the template has no label. */
  readonly label: string;
  /** Persona's word: `string`, `date`, `number`, `choices`, …; `unknown` where none came. */
  readonly type: string;
  readonly isRequired: boolean;
  /** A second value is refused. */
  readonly isWriteOnce: boolean;
  /** Its value outlives a redaction. */
  readonly isKept: boolean;
  /** Neither archived nor deactivated. */
  readonly isInUse: boolean;
};

/** Reads the fields of a template as the API sent them, each key once; what has no key that an integration could write is left out. */
export function readTemplateFields(fieldSchemas: unknown): TemplateField[] {
  const byKey = new Map<string, TemplateField>();
  for (const schema of readList(fieldSchemas)) {
    const key = readText(readProperty(schema, "key"));
    if (key === undefined || !/^[\w.-]{1,100}$/.test(key) || byKey.has(key)) continue;
    const config = readProperty(schema, "config");
    const isSet = (name: string) => readText(readProperty(config, name)) !== undefined;
    byKey.set(key, {
      key,
      label: displayValue(readProperty(schema, "label"), key, 80),
      type: displayValue(readProperty(schema, "type"), "unknown", 40),
      isRequired: readProperty(config, "required") === true,
      isWriteOnce: readProperty(config, "writePolicy") === "write_once",
      isKept: readProperty(config, "redactionPolicy") === "never",
      isInUse: !isSet("archivedAt") && !isSet("deactivatedAt"),
    });
  }
  return [...byKey.values()];
}
