/** Where the keys come from. The first one seals. */
export type KeySource =
  | { readonly kind: "given"; readonly keys: readonly string[] }
  /** A file with a key on each line. */
  | { readonly kind: "file"; readonly path: string }
  /** One of our own, made when it is first needed and kept beside the data. */
  | { readonly kind: "own"; readonly folder: string };
