/** Columns of many rows as PostgreSQL's arrays in their binary form (array_send): nothing is escaped here nor parsed there. */

/** Object ids of the element types, which no version of PostgreSQL has ever changed. */
const OIDS = { text: 25, int: 23, short: 21, flag: 16, bytes: 17 } as const;
export type Element = keyof typeof OIDS;

const HEAD = 20;
// Written into again and again; what is handed out is a copy.
let room = Buffer.allocUnsafe(64 * 1024);

/** One array of a column's values; null and undefined are NULL. Its parameter must be declared as an array of that type. */
export function arrayOf(type: Element, values: readonly unknown[]): Buffer {
  let at = HEAD;
  let nulls = 0;
  for (const value of values) {
    if (value === null || value === undefined) {
      need(at, 4);
      nulls = 1;
      at = room.writeInt32BE(-1, at);
    } else at = ELEMENT[type](value as never, at);
  }
  room.writeInt32BE(1, 0);
  room.writeInt32BE(nulls, 4);
  room.writeInt32BE(OIDS[type], 8);
  room.writeInt32BE(values.length, 12);
  room.writeInt32BE(1, 16);
  return Buffer.from(room.subarray(0, at));
}

const ELEMENT = {
  text(value: string, at: number): number {
    need(at, 4 + 3 * value.length);
    const length = room.write(value, at + 4, 'utf8');
    return room.writeInt32BE(length, at) + length;
  },
  int(value: number, at: number): number {
    need(at, 8);
    return room.writeInt32BE(value, room.writeInt32BE(4, at));
  },
  short(value: number, at: number): number {
    need(at, 6);
    return room.writeInt16BE(value, room.writeInt32BE(2, at));
  },
  flag(value: boolean, at: number): number {
    need(at, 5);
    return room.writeUInt8(value ? 1 : 0, room.writeInt32BE(1, at));
  },
  bytes(value: Uint8Array, at: number): number {
    need(at, 4 + value.length);
    room.set(value, room.writeInt32BE(value.length, at));
    return at + 4 + value.length;
  },
} as const;

function need(at: number, more: number): void {
  if (at + more <= room.length) return;
  const larger = Buffer.allocUnsafe(2 * (at + more));
  room.copy(larger, 0, 0, at);
  room = larger;
}
