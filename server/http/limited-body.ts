import { DeskError } from "./desk-error";

/**
 * The body of a request as bytes, of which no more than `limit` are ever held.
 * @throws DeskError 413 when there are more, whatever Content-Length claims
 */
export async function readLimitedBody(request: Request, limit: number): Promise<Uint8Array> {
  const tooLarge = () => new DeskError(413, "Payload Too Large", `At most ${limit} bytes are accepted.`);
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge();
  if (request.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    length += value.byteLength;
    if (length > limit) {
      await reader.cancel();
      throw tooLarge();
    }
    chunks.push(value);
  }
}
