import { printedOf } from "../people/printed-of";
import { draw } from "./draw";
import { parseDrawingFileName } from "./file-name";

/**
 * The picture behind a file name of `drawingFileName`, as the simulator's file host serves it.
 * @returns undefined for a name that stands for no picture: another form, or a person the seed does not know
 */
export function drawFile(name: string): { contentType: "image/svg+xml"; body: string } | undefined {
  const parsed = parseDrawingFileName(name);
  const printed = parsed === undefined ? undefined : printedOf(parsed.person);
  return parsed === undefined || printed === undefined ? undefined : { contentType: "image/svg+xml", body: draw(parsed, printed) };
}
