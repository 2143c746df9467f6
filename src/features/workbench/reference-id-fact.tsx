import { UntrustedText } from "@/components/untrusted-text";

/** @param value as it is shown; empty where there is none */
export function ReferenceIdFact({ value }: { value: string }) {
  return (
    <span>
      Reference ID{" "}
      {value === "" ? <span className="text-ink-faint">none</span> : <UntrustedText value={value} className="font-medium text-ink" />}
    </span>
  );
}
