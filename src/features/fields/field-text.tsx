import { UntrustedText } from "@/components/untrusted-text";
import { Veiled } from "@/components/veiled";
import type { PiiKind } from "@/domain/field-keys";

type FieldTextProps = { text: string; label: string; pii: PiiKind | null };

/** A value as somebody wrote it. Identification numbers stay behind a veil until they are asked for. */
export function FieldText({ text, label, pii }: FieldTextProps) {
  if (text === "" || pii !== "identification number") return <UntrustedText value={text} limit={160} />;
  return (
    <Veiled what={label.toLowerCase()} panel="Fields">
      <UntrustedText value={text} limit={160} />
    </Veiled>
  );
}
