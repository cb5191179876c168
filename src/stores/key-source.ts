/** Where the keys come from. The first one seals. */
export type KeySource =
  | { readonly kind: "given"; readonly keys: readonly string[] }
  /** A file with a key on each line. */
  | { readonly kind: "file"; readonly path: string }
  /** One of our own, made when it is first needed and kept beside the data. */
  | { readonly kind: "own"; readonly folder: string };

/** A store that seals what it keeps. */
export interface SealedStore {
  /** The ids of the keys that sealed something, given or not. */
  keyIds(): Promise<readonly string[]>;
  /** Forgets whatever belongs to what this key sealed; answers of how many. */
  removeSealedWith(keyId: string): Promise<number>;
  /** Seals anew, with the first key, what an older key sealed; answers of how many. */
  sealAnew(): Promise<number>;
}

/** Of how many. */
export interface Sealed {
  readonly installations: number;
  /** Workspaces with a key to Kashew. */
  readonly connections: number;
}

/** What became of a change of keys. */
export type RotateAnswer =
  /** Nobody comes through an install page, and nobody is connected with Kashew. */
  | { readonly kind: "nothing-sealed" }
  /** `keysIn` is the setting or the file; `isNew` says that a key was made. */
  | {
      readonly kind: "rotated";
      readonly sealed: Sealed;
      readonly removed: Sealed;
      readonly keysIn: string;
      readonly isNew: boolean;
    }
  /** Nothing was changed: these keys sealed something, and are not given. */
  | { readonly kind: "keys-missing"; readonly keyIds: readonly string[]; readonly keysIn: string };
