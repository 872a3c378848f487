/** Bytes that lie on the disk until they are given up. */
export interface FilePieces { readonly size: number; pieces(): AsyncIterable<Uint8Array>; close(): Promise<void> }

/** A file as an answer. */
export interface FileParts {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array | string | FilePieces;
  /** Shown in the window instead of being saved. */
  readonly inline?: boolean;
  /** Its address changes with its bytes: browsers keep it. */
  readonly lasting?: boolean;
}
