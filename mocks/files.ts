import type { Answer } from "./http/answer";
import { refused } from "./http/errors";
import { decoded, type Incoming } from "./http/incoming";
import { notFound } from "./world/core/refusal";

/** Draws the file of a name; undefined when there is none. */
export type DrawFile = (name: string) => Promise<{ contentType: string; body: string } | undefined>;

const folder = "/files/";

/** A file by its address alone, as Persona's file host serves it: the token in it is the permission, and the world has no say. */
export async function answerFile({ method, path, search }: Incoming, drawFile: DrawFile | undefined): Promise<Answer> {
  const isAllowed = method === "GET" && search.has("access_token");
  const file = isAllowed ? await drawFile?.(decoded(path.slice(folder.length))) : undefined;
  return file === undefined ? refused(notFound()) : { status: 200, contentType: file.contentType, body: file.body };
}

/** Whether a request is for a file. */
export const isFile = ({ path }: Incoming): boolean => path.startsWith(folder);
