import type { Actor } from "../core/actor";
import { recordUserAudit } from "../user/audit";
import { change } from "../core/change";
import { emit } from "../core/events";
import { operation } from "../core/operation";
import { badRequest, notFound } from "../core/refusal";
import type { Snapshot } from "../core/resources";
import { assertTagsAllowed, distinct, registerTags, tagNameOf } from "./tag-registry";
import type { World } from "../core/world";

/** What carries tags that the API can change one by one. */
type TaggedType = "inquiry" | "account" | "report" | "case";

export type TaggedRow = Snapshot & {
  attributes: { tags: unknown[] };
};

type TagTarget = {
  type: TaggedType;
  id: string;
};

/** One tag, by name or by id. */
export type TagInput = TagTarget & {
  tagName?: string | undefined;
  tagId?: string | undefined;
};

/** All tags at once, by names or by ids. */
export type TagsInput = TagTarget & {
  tagNames?: readonly string[] | undefined;
  tagIds?: readonly string[] | undefined;
};

/**
 * Adds a tag (spec: POST /inquiries/{inquiry-id}/add-tag and its likes). Tagging twice changes nothing. Redacted objects still take tags.
 * @throws Refusal 404 unknown object or tag id, 400 when neither name nor id is given, 422 past 1000 active tags
 */
export const addTag = operation((world: World, input: TagInput, actor: Actor): Snapshot => {
  const row = needTagged(world, input);
  return retag(world, row, [...tagsOf(row), nameOf(world, input)], actor);
});

/** Takes a tag away; one that isn't there is no error. @throws Refusal 404, 400 as `addTag` */
export const removeTag = operation((world: World, input: TagInput, actor: Actor): Snapshot => {
  const row = needTagged(world, input);
  const gone = nameOf(world, input);
  return retag(
    world,
    row,
    tagsOf(row).filter((name) => name !== gone),
    actor,
  );
});

/** Replaces all tags. @throws Refusal 404, 400, 422 as `addTag` */
export const setTags = operation((world: World, input: TagsInput, actor: Actor): Snapshot => {
  const row = needTagged(world, input);
  const names = input.tagNames ?? input.tagIds?.map((id) => tagNameOf(world, id));
  if (names === undefined) throw badRequest("meta.tag_name is missing");
  return retag(world, row, names, actor);
});

/** Gives a row exactly these tags; the event with what came and went fires only when something did. */
export function retag(world: World, row: TaggedRow, names: readonly string[], actor: Actor): Snapshot {
  const next = distinct(names);
  const before = tagsOf(row);
  const added = next.filter((name) => !before.includes(name));
  const removed = before.filter((name) => !next.includes(name));
  if (added.length === 0 && removed.length === 0) return row;
  assertTagsAllowed(world, added);
  registerTags(world, added);
  change(world, row, { tags: next });
  const family = row.type.split("/", 1)[0];
  // Reports have no event for tags (Persona docs: Events).
  if (family !== "report") emit(world, `${family}.updated-tags`, row, { addedTags: added, removedTags: removed });
  const plural = { inquiry: "inquiries", account: "accounts", report: "reports", case: "cases" }[family ?? ""] ?? family;
  recordUserAudit(
    world,
    {
      method: "POST",
      path: `/dashboard/${plural}/${row.id}/tags`,
      postParams: { tags: next },
      ...(family === "inquiry" && { inquiryId: row.id }),
    },
    actor,
  );
  return row;
}

function tagsOf(row: TaggedRow): string[] {
  return row.attributes.tags.filter((name): name is string => typeof name === "string");
}

function nameOf(world: World, input: TagInput): string {
  if (input.tagName !== undefined) return input.tagName;
  if (input.tagId !== undefined) return tagNameOf(world, input.tagId);
  throw badRequest("meta.tag_name is missing");
}

function needTagged(world: World, { type, id }: TagTarget): TaggedRow {
  const { accounts, cases, inquiries, reports } = world.tables;
  const row = { inquiry: inquiries, account: accounts, report: reports, case: cases }[type].get(id);
  if (row === undefined) throw notFound();
  return row;
}
