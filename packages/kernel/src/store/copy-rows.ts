/** Rows in COPY's binary form (PostgreSQL manual, COPY). */
export const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
const HEAD = Buffer.concat([SIGNATURE, Buffer.alloc(8)]);
/** PostgreSQL counts instants from 2000-01-01 in microseconds. */
const EPOCH = 946_684_800_000_000;
/** Its number for the type of a text. */
const TEXT = 25;
const UUID_DIGITS = /^[0-9a-f]{32}$/iu;

/** Rows as COPY takes them, written one field after another into one piece of memory. */
export class CopyRows {
  #bytes: Buffer;
  #at = HEAD.length;

  /** `room` in bytes, as near as it is known; it grows. */
  constructor(room: number) {
    this.#bytes = Buffer.allocUnsafe(Math.max(room, 1_024));
    HEAD.copy(this.#bytes);
  }

  row(fields: number): this {
    this.#need(2);
    this.#at = this.#bytes.writeInt16BE(fields, this.#at);
    return this;
  }

  /** Fields that are the same in every row, made once by `fixed`. */
  raw(fields: Uint8Array): this {
    this.#need(fields.length);
    this.#bytes.set(fields, this.#at);
    this.#at += fields.length;
    return this;
  }

  bytes(value: Uint8Array): this {
    this.#need(4 + value.length);
    this.#at = this.#bytes.writeInt32BE(value.length, this.#at);
    return this.raw(value);
  }

  /** Text of another piece of memory, UTF-8, as it stands there. */
  part(bytes: Uint8Array, from: number, to: number): this {
    this.#need(4 + to - from);
    this.#at = this.#bytes.writeInt32BE(to - from, this.#at);
    return this.#copied(bytes, from, to);
  }

  /** The same of JSON text, in a column of type jsonb. */
  jsonPart(bytes: Uint8Array, from: number, to: number): this {
    this.#need(5 + to - from);
    this.#at = this.#bytes.writeUInt8(1, this.#bytes.writeInt32BE(to - from + 1, this.#at));
    return this.#copied(bytes, from, to);
  }

  text(value: string | null): this {
    return value === null ? this.nothing() : this.#written(value, 0);
  }

  /** `value` as JSON text already; in a column of type jsonb. */
  json(value: string | null): this {
    return value === null ? this.nothing() : this.#written(value, 1);
  }

  int(value: number): this {
    this.#need(8);
    this.#at = this.#bytes.writeInt32BE(value, this.#bytes.writeInt32BE(4, this.#at));
    return this;
  }

  short(value: number): this {
    this.#need(6);
    this.#at = this.#bytes.writeInt16BE(value, this.#bytes.writeInt32BE(2, this.#at));
    return this;
  }

  flag(value: boolean): this {
    this.#need(5);
    this.#at = this.#bytes.writeUInt8(value ? 1 : 0, this.#bytes.writeInt32BE(1, this.#at));
    return this;
  }

  uuid(value: string): this {
    const digits = value.replaceAll('-', '');
    // What is cut short here would be another id.
    if (!UUID_DIGITS.test(digits)) throw new TypeError('not a uuid');
    this.#need(20);
    this.#at = this.#bytes.writeInt32BE(16, this.#at);
    this.#at += this.#bytes.write(digits, this.#at, 'hex');
    return this;
  }

  /** A column of type text[]. */
  texts(values: readonly string[]): this {
    const parts = values.map((each) => Buffer.from(each));
    const head = values.length === 0 ? [0, 0, TEXT] : [1, 0, TEXT, values.length, 1];
    const length = 4 * head.length + parts.reduce((sum, part) => sum + 4 + part.length, 0);
    this.#need(4 + length);
    for (const each of [length, ...head]) this.#at = this.#bytes.writeInt32BE(each, this.#at);
    for (const part of parts) this.bytes(part);
    return this;
  }

  /** Microseconds since 1970, UTC. */
  instant(micros: number): this {
    this.#need(12);
    this.#at = this.#bytes.writeBigInt64BE(BigInt(micros - EPOCH), this.#bytes.writeInt32BE(8, this.#at));
    return this;
  }

  nothing(): this {
    this.#need(4);
    this.#at = this.#bytes.writeInt32BE(-1, this.#at);
    return this;
  }

  end(): Buffer {
    this.#need(2);
    this.#at = this.#bytes.writeInt16BE(-1, this.#at);
    return this.#bytes.subarray(0, this.#at);
  }

  #copied(bytes: Uint8Array, from: number, to: number): this {
    // A few bytes are copied sooner than a view of them is made.
    for (let at = from; at < to; at += 1) this.#bytes[this.#at + at - from] = bytes[at]!;
    this.#at += to - from;
    return this;
  }

  #written(value: string, version: 0 | 1): this {
    this.#need(5 + 3 * value.length);
    const start = this.#at + 4 + version;
    if (version === 1) this.#bytes[start - 1] = version;
    const length = this.#bytes.write(value, start, 'utf8');
    this.#bytes.writeInt32BE(length + version, this.#at);
    this.#at = start + length;
    return this;
  }

  #need(room: number): void {
    if (this.#at + room <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(2 * (this.#at + room));
    this.#bytes.copy(larger, 0, 0, this.#at);
    this.#bytes = larger;
  }
}

/** The second that was read last: instants come in order. */
let [second, micros] = ['', 0];

/** An instant of the form that is stored here (UTC with microseconds), or any other of ISO 8601, as a number of microseconds. */
export function microsOf(instant: string): number {
  if (instant.length !== 27 || !instant.endsWith('Z')) return Number(Temporal.Instant.from(instant).epochNanoseconds / 1_000n);
  const whole = instant.slice(0, 20);
  if (whole !== second) [second, micros] = [whole, Date.parse(`${whole.slice(0, 19)}Z`) * 1_000];
  return micros + Number(instant.slice(20, 26));
}

/** Text fields that every row has, as `CopyRows.raw` takes them. */
export const fixed = (...texts: readonly string[]): Uint8Array => Buffer.concat(texts.map((text) => {
  const bytes = Buffer.from(text);
  const length = Buffer.alloc(4);
  length.writeInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}));

/** A field that holds nothing, as `CopyRows.raw` takes it. */
export const NOTHING = Buffer.from([0xff, 0xff, 0xff, 0xff]);

/** What writes rows; nothing else may be on its way on the connection. `columns` as SQL. Fails as a whole. */
export const copyText = (table: string, columns: string): string => `copy ${table} (${columns}) from stdin (format binary)`;

/** Whether this is a COPY, in either direction: it travels alone. */
export const isCopy = (text: string): boolean => text.startsWith('copy ');
