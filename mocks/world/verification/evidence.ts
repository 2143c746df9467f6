import type { File, Inquiry, Selfie } from "@/api/generated/persona/types.gen";
import { change } from "../core/change";
import { emit } from "../core/events";
import { pinnedTo } from "../inquiry/inquiry-lookup";
import { kindOf, link, linkedTo, type AnyDocument } from "../core/resources";
import { iso, unixSeconds } from "../core/time";
import { blankDocumentAttributes, documentKindOf } from "./verification-kinds";
import type { World } from "../core/world";

/** The document or selfie that lies beside a verification. */
export type Evidence = {
  document: AnyDocument | undefined;
  selfie: Selfie | undefined;
};

/**
 * Takes in what the end user handed over: events `document.created`, `document.submitted`, or the same of a selfie
 * (Persona docs: Documents, Selfies). Kinds without pictures have neither.
 * @param attributes those of the verification; the document shows the same
 */
export function submitEvidence(world: World, inquiry: Inquiry, kind: string, attributes: Record<string, unknown>): Evidence {
  const documentKind = documentKindOf(kind);
  if (documentKind !== undefined) return { document: submitDocument(world, inquiry, documentKind, attributes), selfie: undefined };
  return { document: undefined, selfie: kind === "selfie" ? submitSelfie(world, inquiry) : undefined };
}

/** Ends the processing, with `.processed` or `.errored`. */
export function processEvidence(
  world: World,
  { document, selfie }: Evidence,
  outcome: "processed" | "errored",
  attributes: Record<string, unknown>,
): void {
  const now = world.clock.now();
  if (document !== undefined) {
    const dates = outcome === "processed" ? { processedAt: iso(now), processedAtTs: unixSeconds(now) } : {};
    change(world, document, { ...shownBy(kindOf(document), attributes), ...dates, status: outcome });
    emit(world, `document.${outcome}`, document);
  }
  if (selfie !== undefined) {
    change(world, selfie, { status: outcome, ...(outcome === "processed" && { processedAt: iso(now) }) });
    emit(world, `selfie.${outcome}`, selfie);
  }
}

function submitDocument(world: World, inquiry: Inquiry, kind: string, attributes: Record<string, unknown>): AnyDocument {
  const shown = shownBy(kind, attributes);
  const document = world.tables.documents.add({
    type: `document/${kind}`,
    id: world.id("doc_"),
    attributes: {
      status: "initiated",
      createdAt: iso(world.clock.now()),
      processedAt: null,
      processedAtTs: null,
      ...blankDocumentAttributes(kind),
      ...shown,
    },
    relationships: {
      ...pinnedTo(inquiry),
      documentFiles: { data: filesOf(shown).map((file) => documentFile(world, file)) },
    },
  });
  change(world, inquiry, {}, { documents: linkedTo(inquiry.relationships.documents, document) });
  emit(world, "document.created", document);
  change(world, document, { status: "submitted" });
  emit(world, "document.submitted", document);
  return document;
}

function submitSelfie(world: World, inquiry: Inquiry): Selfie {
  const selfie = world.tables.selfies.add({
    type: "selfie/profile-and-center",
    id: world.id("self_"),
    attributes: { status: "initiated", createdAt: iso(world.clock.now()), processedAt: null },
    relationships: { inquiry: link(inquiry) },
  });
  change(world, inquiry, {}, { selfies: linkedTo(inquiry.relationships.selfies, selfie) });
  emit(world, "selfie.created", selfie);
  change(world, selfie, { status: "submitted" });
  emit(world, "selfie.submitted", selfie);
  return selfie;
}

function documentFile(world: World, file: File) {
  const { id } = world.tables.documentFiles.add({
    type: "document-file",
    id: world.id("docf_"),
    attributes: { name: file.filename ?? null, captureMethod: "auto", originals: [file] },
  });
  return { type: "document-file", id };
}

/**
 * What a document shows of its verification: the attributes both have, and pictures as files.
 * @param kind of the document: `government-id` or `generic`
 */
export function shownBy(kind: string, attributes: Record<string, unknown>): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const name of Object.keys(blankDocumentAttributes(kind))) if (name in attributes) shown[name] = attributes[name];
  for (const side of kind === "government-id" ? ["front", "back"] : []) {
    const url = attributes[`${side}PhotoUrl`];
    if (typeof url === "string") shown[`${side}Photo`] = { filename: fileName(url), url, byteSize: 240_000 } satisfies File;
  }
  return shown;
}

function filesOf(shown: Record<string, unknown>): File[] {
  const files = Array.isArray(shown["files"]) ? shown["files"] : [shown["frontPhoto"], shown["backPhoto"]];
  return files.filter((file: unknown): file is File => typeof file === "object" && file !== null);
}

function fileName(url: string): string {
  return url.split(/[?#]/, 1)[0]?.split("/").at(-1) ?? "photo";
}
