/** What was typed in a form: an ordered list of names and values, read by name. Nothing is trimmed away or guessed. */

/** A file of a form, there while its request is answered. */
export interface Upload {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  /** Hex. */
  readonly sha256: string;
  /** Its bytes in order, piece by piece. */
  pieces(): AsyncIterable<Uint8Array>;
  /** All of them at once: only for what looked at `size` before. */
  bytes(): Promise<Uint8Array>;
}

export class Form {
  static readonly empty = new Form([], []);
  readonly entries: readonly (readonly [string, string])[];
  readonly #uploads: readonly (readonly [string, Upload])[];
  readonly #byName = new Map<string, string[]>();

  constructor(entries: readonly (readonly [string, string])[], uploads: readonly (readonly [string, Upload])[] = []) {
    this.entries = entries;
    this.#uploads = uploads;
    for (const [name, value] of entries) {
      const values = this.#byName.get(name);
      if (values) values.push(value);
      else this.#byName.set(name, [value]);
    }
  }

  get isEmpty(): boolean { return this.entries.length === 0 && this.#uploads.length === 0; }
  has(name: string): boolean { return this.#byName.has(name); }
  /** As typed, NFC, Windows line ends made plain; '' when absent. */
  text(name: string): string { return (this.#byName.get(name)?.[0] ?? '').replaceAll('\r\n', '\n').normalize('NFC'); }
  all(name: string): readonly string[] { return (this.#byName.get(name) ?? []).map((value) => value.replaceAll('\r\n', '\n').normalize('NFC')); }
  uploads(name: string): readonly Upload[] { return this.#uploads.filter(([n, upload]) => n === name && upload.size > 0).map(([, upload]) => upload); }
  /** Every upload with its field's name; empty file inputs are left out. */
  uploaded(): readonly (readonly [string, Upload])[] { return this.#uploads.filter(([, upload]) => upload.size > 0); }
  upload(name: string): Upload | null { return this.uploads(name)[0] ?? null; }
  /** Names that begin with a prefix, in the order they came. */
  names(prefix = ''): readonly string[] { return [...this.#byName.keys()].filter((name) => name.startsWith(prefix)); }
  /** The same form without a name. */
  without(name: string): Form { return new Form(this.entries.filter(([one]) => one !== name), this.#uploads); }
  /** The same form with other values for some names. */
  with(values: Readonly<Record<string, string>>): Form {
    const kept = this.entries.filter(([name]) => !(name in values));
    return new Form([...kept, ...Object.entries(values)], this.#uploads);
  }
}
