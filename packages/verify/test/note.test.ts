import { generateKeyPairSync, sign, verify, createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonicalBytes, concat, cosignature, cosignNote, ed25519, formatCheckpoint, formatNote, formatSignerKey, openCheckpoint, openSignerKey,
  parseCheckpoint, parseNote, parseSignerKey, parseVerifierKey, signerFromSeed, signNote, SIGNATURE_TYPES, toHex, utf8, verifierKey, verifyNote,
  verifyNoteSync, type Note, type Outcome, type SignatureType, type VerifierKey,
} from '../src/index.ts';

const vectors = JSON.parse(readFileSync(new URL('./vectors/notes.json', import.meta.url), 'utf8')) as {
  notes: { source: string; text: string; keys: string[]; skey?: string; signatures: string[] }[];
  checkpoints: { source: string; origin: string; size: number; journal: string[]; cosigners: string[]; at?: number; note: string }[];
};

const got = <T>(outcome: Outcome<T, string>): T => {
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
};
const keys = (texts: readonly string[]): VerifierKey[] => texts.map((text) => got(parseVerifierKey(text)));
const [{ text, keys: [peter = '', enoch = ''], signatures: [peterLine = '', enochLine = ''], skey = '' }] = vectors.notes as [(typeof vectors.notes)[number]];
const note = (...lines: readonly string[]): Note => got(parseNote(`${text}\n${lines.join('')}`));

describe('signed notes', () => {
  it.each(vectors.notes)('verifies $source', async ({ text, keys: texts, signatures }) => {
    const parsed = got(parseNote(utf8(`${text}\n${signatures.join('')}`)));
    expect(parsed.text).toBe(text);
    expect(got(await verifyNote(parsed, keys(texts))).map(({ key }) => key.vkey)).toEqual(texts);
    expect(formatNote(parsed)).toBe(`${text}\n${signatures.join('')}`);
  });

  it('ignores unknown keys, and counts the first signature of a known one', () => {
    const verified = (parsed: Note, ...known: string[]): string => {
      const outcome = verifyNoteSync(parsed, keys(known));
      return outcome.ok ? outcome.value.map(({ key }) => key.name).join() : outcome.reason;
    };
    const broken = peterLine.replace('ZJkuBS', 'ABCDEF');
    expect(verified(note(peterLine, enochLine), peter)).toBe('PeterNeumann');
    expect(verified(note(peterLine, enochLine))).toBe('no-known-signature');
    expect(verified(note(peterLine, broken), peter)).toBe('PeterNeumann');
    expect(verified(note(broken, peterLine), peter)).toBe('invalid-signature');
    expect(verified(note(broken, enochLine), peter, enoch)).toBe('invalid-signature');
    expect(verified(note(broken, enochLine), enoch)).toBe('EnochRoot');
    expect(verified(note(enochLine), enoch, peter, enoch)).toBe('ambiguous-key');
    expect(verified(note(peterLine), enoch, peter, enoch)).toBe('PeterNeumann');
    expect(verified(note(peterLine.replace('PeterNeumann', 'CarmenSandiego')), peter)).toBe('no-known-signature');
  });

  it.each<[string, string | Uint8Array, string]>([
    ['no signatures', text, 'no-signatures'],
    ['an empty block', `${text}\n`, 'no-signatures'],
    ['no last newline', `${text}\n${peterLine.slice(0, -1)}`, 'bad-signature-line'],
    ['a control character', `\u0001${text}\n${peterLine}`, 'control-character'],
    ['a tab', `a\tb\n\n${peterLine}`, 'control-character'],
    ['bytes that are not UTF-8', concat(Uint8Array.of(0xff), utf8(`${text}\n${peterLine}`)), 'invalid-utf8'],
    ['a lone surrogate', `\ud800${text}\n${peterLine}`, 'invalid-utf8'],
    ['a name with a space', `${text}\n— Bad Name x08go/ZJkuBS9UG/SffcvIAQxVA=\n`, 'bad-signature-line'],
    ['a name with a plus', `${text}\n${peterLine.replace('Peter', 'Peter+')}`, 'bad-signature-line'],
    ['a name with a no-break space', `${text}\n${peterLine.replace('Peter', 'Peter\u00a0')}`, 'bad-signature-line'],
    ['a hyphen for the dash', `${text}\n${peterLine.replace('—', '-')}`, 'bad-signature-line'],
    ['a line that is none', `${text}\n${peterLine}Unexpected line.\n`, 'bad-signature-line'],
    ['a signature too short', `${text}\n— PeterNeumann x08gow==\n`, 'bad-signature-line'],
    ['base64 with stray bits', `${text}\n${peterLine.replace('nAM=', 'nAN=')}`, 'bad-signature-line'],
    ['101 signatures', `${text}\n${peterLine.repeat(101)}`, 'too-many-signatures'],
    ['a megabyte', `${'x'.repeat(1_000_000)}\n\n${peterLine}`, 'too-long'],
  ])('refuses %s', (_, input, reason) => {
    expect(parseNote(input)).toEqual({ ok: false, reason });
  });

  it('parts text and signatures at the last empty line', () => {
    expect(got(parseNote(`a\n\nb\n\n${peterLine}`)).text).toBe('a\n\nb\n');
    expect(() => formatNote({ text: 'no newline', signatures: note(peterLine).signatures })).toThrow(TypeError);
    expect(() => formatNote({ text, signatures: [] })).toThrow(TypeError);
  });

  it('never throws on bytes', () => {
    const near = fc.tuple(fc.nat(), fc.nat(255)).map(([at, byte]) => {
      const bytes = utf8(`${text}\n${peterLine}`);
      bytes[at % bytes.length] = byte;
      return bytes;
    });
    fc.assert(fc.property(fc.oneof(near, fc.uint8Array()), (bytes) => {
      const parsed = parseNote(bytes);
      expect(!parsed.ok || formatNote(parsed.value) === new TextDecoder().decode(bytes)).toBe(true);
    }), { numRuns: 1000 });
  });
});

describe('keys as text', () => {
  it('takes no other text than the one', () => {
    const all = Array.from(peter, (_, at) => [peter.slice(at + 1), peter.slice(0, at), peter.slice(0, at) + String.fromCharCode(peter.charCodeAt(at) + 1) + peter.slice(at + 1)]);
    expect(all.flat().filter((vkey) => parseVerifierKey(vkey).ok)).toEqual([]);
    expect(parseVerifierKey(peter.replace('c74f20a3', 'C74F20A3'))).toEqual({ ok: false, reason: 'malformed' });
    expect(parseVerifierKey('PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==')).toMatchObject({ ok: false });
    expect(parseVerifierKey('PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW')).toEqual({ ok: false, reason: 'unknown-type' });
    expect(got(parseVerifierKey('TEST+7997405c+AQcC+FTVKf0jlTdHDY3rbevmnKxxPjigCXlVtGe6RIr6')).name).toBe('TEST');
  });

  it('signs as the key it says it is', async () => {
    const signer = got(await openSignerKey(got(parseSignerKey(skey))));
    expect(signer.key.vkey).toBe(peter);
    expect(await signNote(text, signer)).toBe(`${text}\n${peterLine}`);
    expect(formatSignerKey(signer.key, got(parseSignerKey(skey)).seed)).toBe(skey);
    expect(await openSignerKey({ ...got(parseSignerKey(skey)), name: 'EnochRoot' })).toEqual({ ok: false, reason: 'wrong-id' });
    expect(['', skey.slice(1), skey.slice(0, -1), peter, `${skey}A`].map((each) => parseSignerKey(each).ok)).toEqual([false, false, false, false, false]);
  });
});

describe('checkpoints', () => {
  it.each(vectors.checkpoints)('opens one of $source', async ({ origin, size, journal, cosigners, at: when, note }) => {
    const opened = got(await openCheckpoint(note, { journal: keys(journal), cosigners: keys(cosigners), origin }));
    expect(opened).toMatchObject({ origin, size, extensions: [] });
    expect(formatCheckpoint(opened)).toBe(opened.note.text);
    expect(opened.cosigned.map(({ key }) => key.vkey).toSorted()).toEqual(cosigners.toSorted());
    expect(opened.cosigned.every(({ at }) => at === when)).toBe(true);
    const forged = note.replace(String(size), String(size + 1));
    expect(await openCheckpoint(forged, { journal: keys(journal) })).toEqual({ ok: false, reason: 'invalid-signature' });
    expect(await openCheckpoint(note, { journal: keys(journal), origin: 'another' })).toEqual({ ok: false, reason: 'other-origin' });
  });

  it('reads one of a log with keys of another kind (Rekor 1, ECDSA), and believes nothing of it', async () => {
    const rekor = 'rekor.sigstore.dev - 2605736670972794746\n21428036\nrxnoKyFZlJ7/R6bMh/d3lcqwKqAy5CL1LcNBJP17kgQ=\nTimestamp: 1688058656037355364\n\n— rekor.sigstore.dev wNI9ajBFAiEAuDk7uu5Ae8Own/MjhSZNuVzbLuYH2jBMxbSA0WaNDNACIDV4reKpYiOpkwtvazCClnpUuduF2o/th2xR3gRZAUU4\n';
    expect(got(parseCheckpoint(got(parseNote(rekor)).text))).toMatchObject({ origin: 'rekor.sigstore.dev - 2605736670972794746', size: 21_428_036, extensions: ['Timestamp: 1688058656037355364'] });
    expect(await openCheckpoint(rekor, { journal: keys(vectors.checkpoints.at(-1)!.journal) })).toEqual({ ok: false, reason: 'no-known-signature' });
    expect(parseVerifierKey('rekor.sigstore.dev+c0d23d6a+AjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABNhtmPtrWm3U1eQXBogSMdGvXwBcK5AW5i0hrZLOC96l+smGNM7nwZ4QvFK/4sueRoVj//QP22Ni4Qt9DPfkWLc=')).toMatchObject({ ok: false });
  });

  const ROOT = 'f+7CoKgXKE/tNys9TTXcr/ad6U/K3xvznmzew9y6SP0=';
  it.each([
    ['two lines', 'o\n1\n', 'malformed'], ['an empty origin', `\n1\n${ROOT}\n`, 'malformed'], ['no last newline', `o\n1\n${ROOT}`, 'malformed'],
    ['an empty extension line', `o\n1\n${ROOT}\n\n`, 'malformed'], ['a leading zero', `o\n01\n${ROOT}\n`, 'bad-size'], ['a sign', `o\n-1\n${ROOT}\n`, 'bad-size'],
    ['words', `o\nbananas\n${ROOT}\n`, 'bad-size'], ['2^53', `o\n9007199254740992\n${ROOT}\n`, 'bad-size'], ['a short root', 'o\n1\nYmFuYW5hcw==\n', 'bad-root'],
    ['a root in base64url', `o\n1\n${ROOT.replaceAll('/', '_')}\n`, 'bad-root'], ['no base64', "o\n1\nThisIsn'tBase64\n", 'bad-root'],
  ])('refuses %s', (_, text, reason) => {
    expect(parseCheckpoint(text)).toEqual({ ok: false, reason });
  });

  it('carries extension lines under the signature, and cosignatures with their time', async () => {
    const journal = await signerFromSeed('entente/demo/vn/joint', new Uint8Array(32).fill(1));
    const mirror = await signerFromSeed('entente/demo/la/cosigner', new Uint8Array(32).fill(2), cosignature);
    const text = formatCheckpoint({ origin: 'entente/demo/vn/joint', size: 0, root: new Uint8Array(32), extensions: ['Extendo'] });
    const signed = await signNote(text, journal);
    const first = await cosignNote(got(parseNote(signed)), mirror, 1_679_315_147);
    const cosigned = await cosignNote(got(parseNote(first)), mirror, 1_679_315_148);
    const known = { journal: [journal.key], cosigners: [mirror.key] };
    const opened = got(await openCheckpoint(cosigned, known));
    expect(opened).toMatchObject({ size: 0, extensions: ['Extendo'], signed: [{ key: journal.key }], cosigned: [{ key: mirror.key, at: 1_679_315_148 }] });
    expect(await openCheckpoint(cosigned.replace('Extendo', 'Extendi'), known)).toEqual({ ok: false, reason: 'invalid-signature' });
    // A cosignature alone is not the journal's word, nor is a journal key a cosigner's.
    const alone = formatNote({ text, signatures: got(parseNote(cosigned)).signatures.slice(1) });
    expect(await openCheckpoint(alone, known)).toEqual({ ok: false, reason: 'no-known-signature' });
    await expect(cosignNote(got(parseNote(signed)), journal, 1)).rejects.toThrow(TypeError);
    await expect(cosignNote(got(parseNote(signed)), mirror, 1.5)).rejects.toThrow(TypeError);
    await expect(signNote(text, mirror)).rejects.toThrow(TypeError);
  });
});

describe('another type of signature', () => {
  it('is added from outside, e.g. ML-DSA-44 (0x06), and works beside the old ones', async () => {
    const pair = generateKeyPairSync('ml-dsa-44');
    const raw = pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-1312);
    const header = pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(0, -1312);
    const mldsa: SignatureType = {
      byte: 0x06, keyBytes: 1312,
      open: (text, signature, name) => ({ message: canonicalBytes({ name, text }), signature }),
      verify: (publicKey, message, signature) =>
        Promise.resolve(verify(null, message, createPublicKey({ key: concat(header, publicKey) as Buffer, format: 'der', type: 'spki' }), signature)),
    };
    const key = verifierKey('example.com/pq', mldsa, raw);
    const types = [...SIGNATURE_TYPES, mldsa];
    expect(toHex(got(parseVerifierKey(key.vkey, types)).publicKey)).toBe(toHex(raw));
    expect(parseVerifierKey(key.vkey)).toEqual({ ok: false, reason: 'unknown-type' });
    const classical = await signerFromSeed('example.com/log', new Uint8Array(32).fill(3), ed25519);
    const signed = got(parseNote(await signNote(text, classical)));
    const both: Note = { text, signatures: [...signed.signatures, { name: key.name, id: key.id, signature: sign(null, canonicalBytes({ name: key.name, text }), pair.privateKey) }] };
    expect(got(await verifyNote(both, [key, classical.key])).map((each) => each.key.type.byte)).toEqual([1, 6]);
    expect(() => verifyNoteSync(both, [key])).toThrow(TypeError);
  });
});
