/**
 * Which characters the fonts can draw, read from their `cmap` tables (OpenType 1.9, formats 4 and 12). PDF/A forbids the
 * empty box of a missing glyph, so what no font has is written out as its code point instead.
 */
export class Coverage {
  readonly #covered = new Set<number>();

  constructor(fonts: readonly Uint8Array[]) {
    for (const font of fonts) readCharacters(new DataView(font.buffer, font.byteOffset, font.byteLength), this.#covered);
  }

  has(codePoint: number): boolean {
    return this.#covered.has(codePoint);
  }

  /** The text with every character no font has as `[U+1F600]`; invisible ones (joiners, selectors) are left out. */
  drawable(text: string): string {
    let out = '';
    let changed = false;
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0;
      if (this.#covered.has(code) || code === 0x0a) out += character;
      else {
        changed = true;
        out += /\p{Default_Ignorable_Code_Point}|\p{Variation_Selector}/u.test(character) ? '' : /\s/.test(character) ? ' ' : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
      }
    }
    return changed ? out : text;
  }
}

function readCharacters(view: DataView, covered: Set<number>): void {
  const cmap = tableAt(view, 'cmap');
  if (cmap === undefined) return;
  for (let index = 0; index < view.getUint16(cmap + 2); index += 1) {
    const at = cmap + view.getUint32(cmap + 4 + 8 * index + 4);
    const format = view.getUint16(at);
    if (format === 4) readSegments(view, at, covered);
    else if (format === 12) readGroups(view, at, covered);
  }
}

function tableAt(view: DataView, tag: string): number | undefined {
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const at = 12 + 16 * index;
    if ([0, 1, 2, 3].every((byte) => view.getUint8(at + byte) === tag.charCodeAt(byte))) return view.getUint32(at + 8);
  }
  return undefined;
}

function readSegments(view: DataView, at: number, covered: Set<number>): void {
  const size = view.getUint16(at + 6);
  for (let segment = 0; segment < size; segment += 2) {
    const end = view.getUint16(at + 14 + segment);
    const start = view.getUint16(at + 16 + size + segment);
    const delta = view.getUint16(at + 16 + 2 * size + segment);
    const offsetAt = at + 16 + 3 * size + segment;
    const offset = view.getUint16(offsetAt);
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const listed = offset === 0 ? code : view.getUint16(offsetAt + offset + 2 * (code - start));
      if (listed !== 0 && ((listed + delta) & 0xffff) !== 0) covered.add(code);
    }
  }
}

function readGroups(view: DataView, at: number, covered: Set<number>): void {
  for (let group = 0; group < view.getUint32(at + 12); group += 1) {
    const start = view.getUint32(at + 16 + 12 * group);
    const end = view.getUint32(at + 20 + 12 * group);
    for (let code = start; code <= end; code += 1) covered.add(code);
  }
}
