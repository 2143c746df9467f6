import { fileIdentity, fileUrl } from "@/features/evidence/file-url";
import { readFields } from "@/domain/fields";
import { kindOf, verificationKindLabel } from "@/domain/verification-kind";
import type { CaptureFacts, VerificationFacts } from "@/domain/facts";
import { groupVerifications } from "@/domain/verification-view";
import { displayLine } from "@/lib/display-text";
import { readEntries, readList, readProperty, readText, readTime } from "@/lib/read";
import { humanize } from "@/lib/humanize";

export type Picture = {
  readonly id: string;
  /** "Front", "Portrait", "Center". */
  readonly label: string;
  /** What it belongs to: "Government ID, attempt 2". */
  readonly source: string;
  /** As Persona gave it: it ends on its own after hours, so it is never kept. */
  readonly url: string;
  readonly media: "image" | "video" | "file";
};

export type PictureSet = {
  readonly source: string;
  readonly kind: string;
  /** False for attempts that do not count. */
  readonly counts: boolean;
  readonly pictures: readonly Picture[];
  /** Sides that were not taken, in words: "back". Only where the kind is known to have them. */
  readonly missing: readonly string[];
};

type Evidence = {
  readonly inquiry: { readonly fields?: unknown };
  readonly verifications: readonly VerificationFacts[];
  readonly documents: readonly CaptureFacts[];
  readonly selfies: readonly CaptureFacts[];
};

/**
 * Every file of an inquiry, the attempts that count first. A file that hangs on several objects (an attempt and its document) appears
 * once, where it is met first.
 */
export function pictureSets({ inquiry, verifications, documents, selfies }: Evidence): PictureSet[] {
  const groups = groupVerifications(verifications);
  const attempts = groups.flatMap((group) =>
    group.attempts.map((attempt) => ({
      source: group.attempts.length > 1 ? `${group.label}, attempt ${attempt.number}` : group.label,
      kind: group.kind,
      counts: attempt.counts,
      files: filesOf(attempt.verification, group.kind),
      resource: attempt.verification,
    })),
  );
  const captures = numbered([...documents, ...selfies]).map(({ capture, name }) => ({
    source: `${verificationKindLabel(capture.type)} (${name})`,
    kind: kindOf(capture.type),
    counts: true,
    files: filesOf(capture, kindOf(capture.type)),
    resource: capture,
  }));
  const fields = readFields(inquiry.fields).flatMap((field) => fileAt(field.value, field.label) ?? []);
  const seen = new Set<string>();
  // Attempts before their documents, and those that count first: a shared file is shown with the attempt it decided.
  const sets = [
    ...attempts.toSorted((one, other) => Number(other.counts) - Number(one.counts)),
    ...captures,
    { source: "Fields of the inquiry", kind: "field", counts: true, files: fields, resource: {} },
  ].flatMap(({ files, resource, ...set }, setIndex) => {
    const missing = missingSides(resource, set.kind, files);
    const pictures = files.flatMap((file, index) => pictureOf(file, set.source, `${setIndex}-${index}`, seen) ?? []);
    return pictures.length === 0 ? [] : [{ ...set, pictures, missing }];
  });
  return sets.toSorted((one, other) => Number(other.counts) - Number(one.counts));
}

/** "document", or "document 2" where there are several of its kind; the oldest is the first. */
function numbered<C extends CaptureFacts>(captures: readonly C[]): { capture: C; name: string }[] {
  const ordered = captures.toSorted((one, other) => (readTime(one.createdAt) ?? 0) - (readTime(other.createdAt) ?? 0));
  return captures.map((capture) => {
    const word = capture.type?.startsWith("selfie") ? "selfie" : "document";
    const alike = ordered.filter(({ type }) => type === capture.type);
    return { capture, name: alike.length > 1 ? `${word} ${alike.indexOf(capture) + 1}` : word };
  });
}

/** Papers of one page (spec: government ID `id-class`). */
const onePage = new Set(["pp", "visa"]);

/**
 * The sides that a document or selfie of this kind has and that are not among its files. A paper whose class is not told may have one side;
 * a selfie of the middle alone is one by itself.
 */
function missingSides(resource: object, kind: string, files: readonly FileReference[]): string[] {
  const has = (label: string) => files.some((file) => file.label === label);
  if (kind === "selfie") {
    const sides = ["Left", "Right"].filter((side) => !has(side));
    return sides.length === 1 ? sides.map((side) => side.toLowerCase()) : [];
  }
  const idClass = readText(readProperty(resource, "idClass"))?.toLowerCase();
  if (kind !== "government-id" || idClass === undefined || files.length === 0) return [];
  return ["Front", ...(onePage.has(idClass) ? [] : ["Back"])].filter((side) => !has(side)).map((side) => side.toLowerCase());
}

type FileReference = { readonly label: string; readonly url: unknown; readonly name?: string };

function pictureOf(file: FileReference, source: string, id: string, seen: Set<string>): Picture | undefined {
  const url = fileUrl(file.url);
  if (url === undefined || seen.has(fileIdentity(url))) return undefined;
  seen.add(fileIdentity(url));
  return { id, label: file.label, source, url, media: mediaOf(file.name ?? fileIdentity(url)) };
}

function mediaOf(name: string): Picture["media"] {
  const ending = /\.([a-z0-9]{2,5})$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  if (["mp4", "webm", "mov", "m4v"].includes(ending)) return "video";
  if (["pdf", "doc", "docx", "csv", "txt", "json", "xml", "zip", "tif", "tiff"].includes(ending)) return "file";
  return "image";
}

const pageLabels = new Map([
  ["front", "Front"],
  ["back", "Back"],
  ["left", "Left"],
  ["center", "Center"],
  ["right", "Right"],
]);

/** The files among the attributes of one resource, in the order people look at them. Kinds nobody has documented are read the same way. */
function filesOf(resource: object, kind: string): FileReference[] {
  const pages = readList(readProperty(resource, "photoUrls")).flatMap((page) => pageFile(page) ?? []);
  const selfieLabel = kind === "selfie" ? "Selfie" : "Portrait";
  const single = pages.length > 0 ? [] : ["front", "back", "left", "center", "right"].flatMap((side) => sideFile(resource, side) ?? []);
  const portrait = fileAt(readProperty(resource, "selfiePhoto"), selfieLabel) ?? urlAt(resource, "selfiePhotoUrl", selfieLabel);
  const lists = readEntries(resource).flatMap(([key, value]) =>
    /^(files|photos|originals)$/.test(key) ? readList(value).flatMap((file, index) => fileAt(file, `Page ${index + 1}`) ?? []) : [],
  );
  const video = urlAt(resource, "videoUrl", "Video");
  return [...pages, ...single, ...(portrait ? [portrait] : []), ...lists, ...(video ? [{ ...video, name: "video.mp4" }] : [])];
}

function pageFile(page: unknown): FileReference | undefined {
  const url = readText(readProperty(page, "url")) ?? readText(readProperty(page, "normalizedUrl"));
  const side = (readText(readProperty(page, "page")) ?? "").replace(/_photo$/, "");
  return url === undefined ? undefined : { url, label: pageLabels.get(side) ?? humanize(side || "Picture"), name: nameOf(page) };
}

function sideFile(resource: object, side: string): FileReference | undefined {
  const label = pageLabels.get(side) ?? side;
  return fileAt(readProperty(resource, `${side}Photo`), label) ?? urlAt(resource, `${side}PhotoUrl`, label);
}

function urlAt(resource: object, key: string, label: string): FileReference | undefined {
  const url = readText(readProperty(resource, key));
  return url === undefined ? undefined : { url, label };
}

/** A file object: `{ filename, url, byteSize }`. */
function fileAt(value: unknown, label: string): FileReference | undefined {
  const url = readText(readProperty(value, "url"));
  return url === undefined ? undefined : { url, label, name: nameOf(value) };
}

function nameOf(file: unknown): string | undefined {
  const name = readText(readProperty(file, "filename"));
  return name === undefined ? undefined : displayLine(name, 200);
}
