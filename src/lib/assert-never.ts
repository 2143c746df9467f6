/**
 * Marks a branch the types say cannot be reached. A new member of a closed union makes the call a type error.
 * Only for unions of our own: values that come from an API are open and need a real fallback instead.
 * @throws Error when it is reached all the same.
 */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${String(value)}`);
}
