import { useState } from "react";
import { CaptureFactsList } from "@/features/evidence/capture-facts-list";
import { FacePair } from "@/features/evidence/face-pair";
import { PictureFailure } from "@/features/evidence/picture-failure";
import { usePictureHealth } from "@/features/evidence/use-picture-health";
import { EvidenceStage } from "@/features/evidence/evidence-stage";
import { picturePairs } from "@/features/evidence/picture-pairs";
import { type Picture, pictureSets } from "@/features/evidence/pictures";
import { PictureStrip } from "@/features/evidence/picture-strip";
import type { StageChoice } from "@/features/evidence/stage-tools";
import { pageShortcuts } from "@/components/page-shortcuts";
import type { CaptureFacts, VerificationFacts } from "@/domain/facts";
import { isRedacted } from "@/domain/inquiry-status";
import { count } from "@/lib/words";
import { Button } from "@/ui/button";
import { Disclosure } from "@/ui/disclosure";
import { Section } from "@/ui/section";
import { useShortcut } from "@/ui/use-shortcuts";

type EvidencePanelProps = {
  inquiry: { readonly fields?: unknown; readonly redactedAt?: string | null };
  verifications: readonly VerificationFacts[];
  documents: readonly CaptureFacts[];
  selfies: readonly CaptureFacts[];
  /** Some of what holds them did not come along. */
  isCut: boolean;
  /** Fetches the inquiry again, which gives its files fresh addresses. */
  onReload: () => Promise<unknown>;
};

/** The pictures of an inquiry, opened in place: nothing covers what the decision is made from. */
export function EvidencePanel({ inquiry, verifications, documents, selfies, isCut, onReload }: EvidencePanelProps) {
  const sets = pictureSets({ inquiry, verifications, documents, selfies });
  const pictures = sets.flatMap((set) => set.pictures);
  const pairs = picturePairs(sets);
  const [choice, setChoice] = useState<StageChoice>();
  const open = (left: Picture, right?: Picture) => setChoice({ left: left.id, right: right?.id });
  const health = usePictureHealth(onReload);
  const [first] = pictures;
  const faces = choice ? undefined : pairs.find((pair) => pair.isFaces);
  const openOrClose = () => {
    const [pair] = pairs;
    if (choice) setChoice(undefined);
    else if (pair) open(pair.left, pair.right);
    else if (first) open(first);
    return { retract: () => setChoice(choice) };
  };
  useShortcut(pageShortcuts.pictures, openOrClose, { enabled: first !== undefined });
  const current = sets.filter((set) => set.counts);
  const earlier = sets.filter((set) => !set.counts);
  return (
    <Section
      title="Documents and selfies"
      aside={pictures.length > 0 ? count(pictures.length, "file") : undefined}
      actions={
        pairs.length > 0 && (
          <div role="group" aria-label="Compare" className="flex flex-wrap items-center gap-1 print:hidden">
            <span className="text-xs text-ink-muted">Compare:</span>
            {pairs.map((pair) => (
              <Button key={pair.label} size="small" variant="quiet" onClick={() => open(pair.left, pair.right)}>
                {pair.label}
              </Button>
            ))}
          </div>
        )
      }
      flush
    >
      {pictures.length === 0 ? (
        <p className="px-4 py-3 text-sm text-ink-muted">
          {isRedacted(inquiry)
            ? "The pictures were erased: redaction removes every document and selfie for good."
            : isCut
              ? "What holds the pictures did not come with Persona's answer."
              : "No pictures yet. They appear here once the user has submitted some."}
        </p>
      ) : (
        <div className="flex flex-col gap-2 px-4 pt-2 pb-3">
          <PictureFailure urls={pictures.map(({ url }) => url)} health={health} />
          {faces && <FacePair pair={faces} health={health} onOpen={() => open(faces.left, faces.right)} />}
          <PictureStrip sets={current} choice={choice} health={health} onOpen={open} />
          {choice && (
            <EvidenceStage pictures={pictures} choice={choice} onChoose={setChoice} onClose={() => setChoice(undefined)} health={health} />
          )}
          {earlier.length > 0 && (
            <Disclosure
              summary={`Earlier attempts: ${count(earlier.flatMap((set) => set.pictures).length, "file")}`}
              bodyClassName="pt-2"
              // each of them says on paper which attempt it is of
              className="print:[&>summary]:hidden"
            >
              <PictureStrip sets={earlier} choice={choice} health={health} onOpen={open} />
            </Disclosure>
          )}
        </div>
      )}
      <CaptureFactsList captures={[...documents, ...selfies]} />
    </Section>
  );
}
