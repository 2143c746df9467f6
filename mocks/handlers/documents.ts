import type {
  DocumentGeneric,
  DocumentGovernmentId,
  RetrieveADocumentData,
  RetrieveADocumentResponses,
  RetrieveAGenericDocumentData,
  RetrieveAGenericDocumentResponses,
  RetrieveAGovernmentIdDocumentData,
  RetrieveAGovernmentIdDocumentResponses,
} from "@/api/generated/persona/types.gen";
import { defineRoute } from "../http/define-route";
import { notFound } from "../world/core/refusal";
import type { World } from "../world/core/world";
import { need } from "./lookup";

export const retrieveADocument = defineRoute<RetrieveADocumentData, RetrieveADocumentResponses>({
  operation: "retrieveADocument",
  method: "GET",
  path: "/documents/{documentId}",
  permission: "document.read",
  query: { include: true, fields: true },
  handle: ({ world, path }) => ({ data: need(world.tables.documents.get(path.documentId)) }),
});

export const retrieveAGenericDocument = defineRoute<RetrieveAGenericDocumentData, RetrieveAGenericDocumentResponses>({
  operation: "retrieveAGenericDocument",
  method: "GET",
  path: "/document/generics/{documentId}",
  permission: "document.read",
  query: { include: true, fields: true },
  handle: ({ world, path }) => ({ data: documentOf<DocumentGeneric>(world, path.documentId, "document/generic") }),
});

export const retrieveAGovernmentIdDocument = defineRoute<RetrieveAGovernmentIdDocumentData, RetrieveAGovernmentIdDocumentResponses>({
  operation: "retrieveAGovernmentIdDocument",
  method: "GET",
  path: "/document/government-ids/{documentId}",
  permission: "document.read",
  query: { include: true, fields: true },
  handle: ({ world, path }) => ({ data: documentOf<DocumentGovernmentId>(world, path.documentId, "document/government-id") }),
});

/** A document of one kind. @throws Refusal 404 for one of another kind as well */
function documentOf<Kind extends { type: string }>(world: World, id: string, type: Kind["type"]): Kind {
  const document = need(world.tables.documents.get(id));
  if (document.type !== type) throw notFound();
  // The type says which kind it is; the table holds them all in one open shape.
  return document as unknown as Kind;
}
