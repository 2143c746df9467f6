import type { Script } from "@/domain/default-settings";
import { displayLine } from "@/lib/display-text";
import { Select } from "@/ui/select";

type ReplyChoiceProps = { value: string | undefined; scripts: readonly Script[]; onChoose: (id: string | undefined) => void };

/** In whose words the reply and the note are copied: for the cause by themselves, or one of the company's scripts. */
export function ReplyChoice({ value = "", scripts, onChoose }: ReplyChoiceProps) {
  const offered = scripts.filter(({ toUser, toTicket }) => `${toUser}${toTicket}`.trim() !== "");
  if (offered.length === 0) return null;
  return (
    <Select
      label="Words of the reply"
      value={value}
      options={[{ value: "", label: "For this cause" }, ...offered.map(({ id, title }) => ({ value: id, label: displayLine(title, 60) }))]}
      onChange={(event) => onChoose(event.target.value === "" ? undefined : event.target.value)}
    />
  );
}
