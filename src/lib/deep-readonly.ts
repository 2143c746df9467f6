/** A type whose objects and lists cannot be written to, however deep they lie. */
export type DeepReadonly<T> = { readonly [Key in keyof T]: DeepReadonly<T[Key]> };
