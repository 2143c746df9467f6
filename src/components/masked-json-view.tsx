import { useState } from "react";
import { maskJson } from "@/components/masked-json";
import { CopyButton } from "@/ui/copy-button";
import { IconButton } from "@/ui/icon-button";
import { EyeIcon, EyeOffIcon } from "@/ui/icons";
import { JsonView } from "@/ui/json-view";

type MaskedJsonViewProps = { value: unknown; label: string; openLevels?: number };

/** Raw data as it came, codes and tokens hidden, identification numbers veiled until somebody asks. What is copied is what is shown. */
export function MaskedJsonView({ value, label, openLevels }: MaskedJsonViewProps) {
  const [reveal, setReveal] = useState(false);
  const masked = maskJson(value, { reveal });
  return (
    <div className="min-w-0">
      <JsonView value={masked} label={label} openLevels={openLevels} />
      <div className="mt-1 flex gap-1 print:hidden">
        <IconButton
          size="small"
          label={reveal ? "Veil identification numbers" : "Show identification numbers"}
          onClick={() => setReveal(!reveal)}
        >
          {reveal ? <EyeOffIcon /> : <EyeIcon />}
        </IconButton>
        <CopyButton text={JSON.stringify(masked, null, 2) ?? ""} label={`Copy ${label}`} />
      </div>
    </div>
  );
}
