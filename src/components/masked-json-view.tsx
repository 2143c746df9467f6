import EyeIcon from "lucide-react/icons/eye";
import EyeOffIcon from "lucide-react/icons/eye-off";
import { maskJson } from "@/components/masked-json";
import { revealFailure, useVeil } from "@/components/reveal";
import { CopyButton } from "@/ui/copy-button";
import { IconButton } from "@/ui/icon-button";
import { JsonView } from "@/ui/json-view";

type MaskedJsonViewProps = { value: unknown; label: string; openLevels?: number };

/** Raw data as it came, codes and tokens hidden, identification numbers veiled until somebody asks. What is copied is what is shown. */
export function MaskedJsonView({ value, label, openLevels }: MaskedJsonViewProps) {
  const { isShown, isRecording, hasFailed, toggle } = useVeil({ panel: label, fields: "identification numbers" });
  const masked = maskJson(value, { reveal: isShown });
  return (
    <div className="min-w-0">
      <JsonView value={masked} label={label} openLevels={openLevels} />
      <div className="mt-1 flex gap-1 print:hidden">
        <IconButton
          size="small"
          label={isShown ? "Veil identification numbers" : "Show identification numbers"}
          aria-busy={isRecording || undefined}
          onClick={toggle}
        >
          {isShown ? <EyeOffIcon /> : <EyeIcon />}
        </IconButton>
        <CopyButton text={JSON.stringify(masked, null, 2) ?? ""} label={`Copy ${label}`} />
        {hasFailed && (
          <p role="alert" className="self-center text-xs text-ink-muted">
            {revealFailure}
          </p>
        )}
      </div>
    </div>
  );
}
