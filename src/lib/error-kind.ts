/**
 * What may be logged of any error: its name, and the code that systems and drivers put beside it. Never its message: messages quote what
 * people typed and what rows hold.
 */
export function errorKind(error: unknown): { readonly name: string; readonly code?: string } {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  return { name: error.name, ...(code !== undefined && { code }) };
}
