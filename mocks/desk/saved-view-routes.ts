import * as z from "zod/mini";
import type { SavedView } from "@/api/generated/desk/types.gen";
import { jsonAnswer, noContent } from "../http/answer";
import { parseExactBody } from "../http/body";
import { badRequest, conflict, notFound } from "../world/core/refusal";
import { iso } from "../world/core/time";
import { type DeskCall, deskRoute, refusedAttempt } from "./desk-route";
import { isOneOf, type Person, userOf } from "./person";

const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(60));
const search = z.pipe(z.string().check(z.maxLength(2000), z.regex(/^(?!\?)[!-~]*$/), z.regex(/^[^#]*$/)), z.transform(withoutPage));
const createBody = z.strictObject({ name, screen: z.enum(["inquiries", "accounts"]), search, shared: z.boolean() });
const updateBody = z.strictObject({ name: z.optional(name), search: z.optional(search), shared: z.optional(z.boolean()) });

/** Where a list was turned to is no part of a view. */
function withoutPage(text: string): string {
  const isKept = (part: string) => part !== "" && !/^(after|before|page)(\[|%5B|=|$)/i.test(part);
  return text.split("&").filter(isKept).join("&");
}

type StoredView = Omit<SavedView, "editable">;

export const savedViewRoutes = [
  deskRoute("list-saved-views", "GET /saved-views", ({ desk, person }) => {
    const views = [...desk.views.values()].filter((view) => isVisible(view, person));
    return jsonAnswer(200, {
      data: views.toSorted((a, b) => a.name.localeCompare(b.name, "en")).map((view) => shown(view, person)),
    });
  }),

  deskRoute("create-a-saved-view", "POST /saved-views", (call) => {
    const { desk, person, now } = call;
    const wanted = { ...parseExactBody(call.body, createBody), owner: userOf(person) };
    refuseSharedPerson(wanted);
    refuseTakenName(call, wanted);
    const view = { id: desk.id("view_"), ...wanted, updatedAt: iso(now) };
    desk.views.set(view.id, view);
    tell(call, view.id);
    return jsonAnswer(201, shown(view, person));
  }),

  deskRoute("update-a-saved-view", "PATCH /saved-views/{savedViewId}", (call) => {
    const view = editableView(call);
    const next = { ...view, ...parseExactBody(call.body, updateBody), updatedAt: iso(call.now) };
    refuseSharedPerson(next);
    refuseTakenName(call, next);
    call.desk.views.set(view.id, next);
    tell(call, view.id);
    return jsonAnswer(200, shown(next, call.person));
  }),

  deskRoute("delete-a-saved-view", "DELETE /saved-views/{savedViewId}", (call) => {
    const { id } = editableView(call);
    call.desk.views.delete(id);
    tell(call, id);
    return noContent;
  }),
];

const isVisible = ({ owner, shared }: StoredView, person: Person) => shared || owner.id === person.id;
const isEditable = ({ owner, shared }: StoredView, person: Person) =>
  owner.id === person.id || (shared && isOneOf(person.role, "lead", "admin"));
const shown = (view: StoredView, person: Person): SavedView => ({ ...view, editable: isEditable(view, person) });

function editableView(call: DeskCall): StoredView {
  const { desk, person, path } = call;
  const view = desk.views.get(path["savedViewId"] ?? "");
  // A private view of somebody else is answered as if it were not there.
  if (view === undefined || !isVisible(view, person)) throw notFound();
  if (!isEditable(view, person)) {
    throw refusedAttempt(call, "call", { type: "saved-view", id: view.id }, "Only its owner, leads and admins can change a shared view.");
  }
  return view;
}

/** A reference ID is personal: it must not be shared in a view. */
function refuseSharedPerson({ search: text, shared }: Pick<StoredView, "search" | "shared">): void {
  if (shared && /(^|&)(reference(-id)?|account|note)(=|&|$)/i.test(text)) {
    throw badRequest("A view that looks for one person cannot be shared");
  }
}

/** Two views of one person, or two shared ones, may not have the same name on a screen. */
function refuseTakenName({ desk }: DeskCall, wanted: Omit<StoredView, "id" | "updatedAt"> & { id?: string }): void {
  for (const view of desk.views.values()) {
    const isBeside = view.id !== wanted.id && view.screen === wanted.screen && nameKey(view.name) === nameKey(wanted.name);
    if (isBeside && view.owner.id === wanted.owner.id) throw conflict("You have a view of this name already.");
    if (isBeside && view.shared && wanted.shared) throw conflict("There is a shared view of this name already.");
  }
}

const nameKey = (text: string) => text.normalize("NFKC").replaceAll(/\s+/g, " ").trim().toLowerCase();

const tell = ({ desk }: DeskCall, id: string) => desk.changed({ type: "saved-view", id, related: [] });
