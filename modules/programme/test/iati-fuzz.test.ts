/** IATI files of anybody: whatever stands in them, they are read as activities or refused by name, and never throw. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cooperation } from '@entente/kernel';
import { readIati } from '../src/iati/read.ts';
import { registerOf } from '../src/iati/whom.ts';

const party = (id: string) => ({ id, name: { en: id }, short: { en: id }, colour: { light: '#000000', dark: '#ffffff' }, languages: ['en' as const], zone: 'UTC' });
const cooperation: Cooperation = { id: 'c', title: { en: 'C' }, parties: [party('VN'), party('LA')], observers: [], themes: { skills: { en: 'Skills' } }, demo: true };
const file = `<?xml version="1.0" encoding="UTF-8"?>
<iati-activities version="2.03"><iati-activity xml:lang="vi" default-currency="USD"><iati-identifier>VN-1-a</iati-identifier><reporting-org ref="VN-1" type="10"><narrative>Việt Nam</narrative></reporting-org>
<title><narrative>Lớp</narrative><narrative xml:lang="lo">ຊຸດຝຶກ</narrative></title><description type="1"><narrative>Bồi dưỡng</narrative></description><participating-org role="1"><narrative>ILO</narrative></participating-org>
<activity-status code="2"/><activity-date type="1" iso-date="2026-03-01"/><activity-date type="3" iso-date="2026-11-20"/><sector vocabulary="1" code="11330"/><sector vocabulary="99" code="skills"/>
<budget type="1" status="1"><period-start iso-date="2026-01-01"/><period-end iso-date="2026-12-31"/><value currency="VND" value-date="2026-01-01">640000000</value></budget>
<transaction ref="t"><transaction-type code="3"/><transaction-date iso-date="2026-04-01"/><value value-date="2026-04-01">1500.50</value><provider-org ref="VN-1"/></transaction>
<result type="1"><title><narrative>R</narrative></title><indicator measure="1"><title><narrative>I</narrative></title><period><target value="24"/><actual value="3"/></period></indicator></result></iati-activity></iati-activities>`;

const isSound = (text: string | Uint8Array): boolean => {
  const read = readIati(typeof text === 'string' ? Buffer.from(text) : text, cooperation, registerOf([], cooperation), { budget: { en: 'Budget' }, reason: { en: 'As stated' } });
  // Read or refused; what was read can be written down.
  return read.ok ? JSON.stringify(read.value).length > 0 : read.problems.every(({ id }) => id.startsWith('iati.'));
};

describe('an IATI file that somebody else made', () => {
  test('with pieces cut out, put in, doubled or turned', () => {
    const piece = fc.constantFrom('<', '>', '/>', '</title>', '"', '&', '&#x0;', '&#55296;', '&x;', '<!DOCTYPE a [<!ENTITY b "c">]>', '<![CDATA[', '<!--', '-->', '<iati-activity>', '</iati-activity>', '<narrative>', '<value>', '1e400', '-0', '9'.repeat(40), '0000-00-00', '2026-02-31', '12345-01-01', '<transaction/>', '<budget/>', '<result/>', '<location/>', 'xml:lang="', 'version="2.99"', ' ', '\u0000', 'ກ\u0300', '__proto__', 'constructor', '<a>'.repeat(50));
    const changed = fc.tuple(fc.nat(file.length), fc.nat(120), fc.array(piece, { maxLength: 3 })).map(([at, gone, put]) => file.slice(0, at) + put.join('') + file.slice(at + gone));
    fc.assert(fc.property(changed, (text) => { expect(isSound(text)).toBe(true); }), { numRuns: 600, seed: 21 });
  });

  test('with any value in any of its places', () => {
    const places = [...file.matchAll(/(?<==")[^"]*(?=")|(?<=>)[^<>]+(?=<\/)/gu)].map(({ index, 0: found }) => [index, found.length] as const);
    const value = fc.oneof(fc.constantFrom('', '0', '-1', '1e9', 'NaN', '9007199254740993', '0.1', '2026-13-01', '2026-1-1', 'xx-yy-zz', 'VN', '__proto__', 'toString', '\u00a0', 'ABC'), fc.string({ maxLength: 12 }).map((text) => text.replaceAll(/[<>&"\p{Cc}\p{Cs}]/gu, '')));
    fc.assert(fc.property(fc.constantFrom(...places), value, ([at, length], put) => { expect(isSound(file.slice(0, at) + put + file.slice(at + length))).toBe(true); }), { numRuns: 600, seed: 21 });
  });

  test('bytes of any kind', () => {
    fc.assert(fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.array(fc.nat(0xffff), { maxLength: 100 }).map((units) => Buffer.from(String.fromCharCode(...units)))), (bytes) => { expect(isSound(bytes)).toBe(true); }), { numRuns: 60, seed: 21 });
  });
});
