import type { File } from "@/api/generated/persona/types.gen";
import { hash32 } from "../random";
import { type DrawingName, drawingFileName } from "./file-name";

/** Where Persona serves files from (Persona docs: File URLs). */
export const personaFiles = "https://files.withpersona.com/";

/** A file as the API shows it: address with its own short-lived token, no key needed. `base` ends with a slash. */
export function fileOf(name: DrawingName, base: string): Required<File> {
  const filename = drawingFileName(name);
  const token = `${hash32(filename).toString(36)}${hash32(`${filename}/token`).toString(36)}`;
  return { filename, url: `${base}${filename}?access_token=${token}`, byteSize: 9_000 + (hash32(filename) % 21_000) };
}
