import { createContext, type ReactNode, use, useCallback, useState } from "react";
import type { DeskObject } from "@/api/generated/desk/types.gen";
import { recordReveal, type Reveal } from "@/api/audit-entries/writes";

type Record = (reveal: Reveal) => Promise<void>;

const RecordContext = createContext<Record>((reveal) => recordReveal(null, reveal));

type RevealRecordProps = {
  /** Whose data is veiled inside; null where it is several people's. */
  subject: DeskObject | null;
  children: ReactNode;
};

/** Records what is unveiled inside it: each field of each part of the page once, for as long as the page is open. */
export function RevealRecord({ subject, children }: RevealRecordProps) {
  const [recorded] = useState(() => new Map<string, Promise<void>>());
  const record = useCallback<Record>(
    (reveal) => {
      const name = `${subject?.id ?? ""} ${reveal.panel}: ${reveal.fields}`;
      const attempt = recorded.get(name) ?? recordReveal(subject, reveal);
      recorded.set(name, attempt);
      // what was not recorded is tried again
      attempt.catch(() => recorded.delete(name));
      return attempt;
    },
    [recorded, subject],
  );
  return <RecordContext value={record}>{children}</RecordContext>;
}

export type Veil = {
  isShown: boolean;
  isRecording: boolean;
  /** It could not be recorded, and so it stays hidden. */
  hasFailed: boolean;
  toggle: () => void;
};

/** A veil over personal data. It opens once the audit log has taken down that it does: what cannot be recorded is not shown. */
export function useVeil(reveal: Reveal): Veil {
  const record = use(RecordContext);
  const [state, setState] = useState<"veiled" | "recording" | "shown" | "failed">("veiled");
  const show = async () => {
    setState("recording");
    try {
      await record(reveal);
      setState("shown");
    } catch {
      setState("failed");
    }
  };
  return {
    isShown: state === "shown",
    isRecording: state === "recording",
    hasFailed: state === "failed",
    toggle: () => {
      if (state === "shown") setState("veiled");
      else if (state !== "recording") void show();
    },
  };
}

export const revealFailure = "We couldn't log this reveal, so the value stays hidden. Try again.";
