import type { Picture, PictureSet } from "@/features/evidence/pictures";

export type PicturePair = {
  readonly label: string;
  readonly left: Picture;
  readonly right: Picture;
  /** The face on the document, and the selfie. */
  readonly isFaces?: boolean;
};

/** The comparisons reviewers make most, as far as this inquiry has the pictures for them. */
export function picturePairs(sets: readonly PictureSet[]): PicturePair[] {
  const images = (set: PictureSet | undefined) => set?.pictures.filter((picture) => picture.media === "image") ?? [];
  const named = (set: PictureSet | undefined, label: string) => images(set).find((picture) => picture.label === label);
  const isId = (set: PictureSet) => set.kind.startsWith("government-id");
  const [id, earlierId] = [sets.find((set) => set.counts && isId(set)), sets.findLast((set) => !set.counts && isId(set))];
  const selfie = sets.find((set) => set.counts && !isId(set) && named(set, "Center") !== undefined);
  const portrait = named(id, "Portrait") ?? named(id, "Front");
  const faces = pair("Portrait and selfie", portrait, named(selfie, "Center"));
  return [
    faces && { ...faces, isFaces: true },
    pair("Front and back", named(id, "Front"), named(id, "Back")),
    pair("Both attempts", named(earlierId, "Front"), named(id, "Front")),
  ].filter((candidate) => candidate !== undefined);
}

function pair(label: string, left: Picture | undefined, right: Picture | undefined): PicturePair | undefined {
  return left && right ? { label, left, right } : undefined;
}
