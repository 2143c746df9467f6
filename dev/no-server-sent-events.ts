/**
 * Stands in the application for a part of the generated client that nobody calls: it reads event streams. The desk's own stream is read by
 * the browser (src/api/event-stream.ts), and Persona has none.
 * @throws always
 */
export function createSseClient(): never {
  throw new Error("The generated client reads no event streams here.");
}
