import { type Variant, variants } from "./shot";

export const drawingKinds = [
  "passport-front",
  "licence-front",
  "licence-back",
  "id-card-front",
  "id-card-back",
  "permit-front",
  "permit-back",
  "portrait",
  "selfie-left",
  "selfie-center",
  "selfie-right",
  "utility-bill",
  "company-extract",
] as const;
export type DrawingKind = (typeof drawingKinds)[number];

/** What a file name stands for. The person is named by a key of the seed, so the name of a file holds no personal data. */
export type DrawingName = {
  kind: DrawingKind;
  person: string;
  variant: Variant;
  /** The ISO date dates on the paper are counted from. */
  today: string;
};

const isKind = (text: string): text is DrawingKind => drawingKinds.some((kind) => kind === text);
const isVariant = (text: string): text is Variant => variants.some((variant) => variant === text);

/** `passport-front.lea-moreau.glare.20260302.svg` */
export function drawingFileName({ kind, person, variant, today }: DrawingName): string {
  return `${kind}.${person}.${variant}.${today.replaceAll("-", "")}.svg`;
}

/** The reverse of `drawingFileName`; undefined for any other name. */
export function parseDrawingFileName(name: string): DrawingName | undefined {
  const [, kind = "", person = "", variant = "", year = "", month = "", day = ""] =
    /^([a-z-]+)\.([a-z0-9-]+)\.([a-z-]+)\.(\d{4})(\d{2})(\d{2})\.svg$/.exec(name) ?? [];
  return isKind(kind) && isVariant(variant) ? { kind, person, variant, today: `${year}-${month}-${day}` } : undefined;
}
