/**
 * Our vectors read by what docs/protocol.md says and by nothing of this house: what another implementation would begin with.
 * Nothing is imported but the platform's own cryptography; where this file has to be changed, the protocol was.
 */
import { createDecipheriv, createHash, createHmac, createPrivateKey, createPublicKey, diffieHellman, hkdfSync, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Plain = Readonly<Record<string, unknown>>;
interface Proven { readonly journal: string; readonly index: number; readonly bytes: string; readonly checkpoint: number; readonly proof: readonly string[] }
interface Bundle { readonly format: string; readonly anchors: readonly string[]; readonly keys: readonly string[]; readonly checkpoints: readonly string[]; readonly acts: readonly Proven[] }
interface Own {
  readonly content: { readonly value: Plain; readonly canonical: string; readonly hash: string };
  readonly candidate: { readonly record: string; readonly on: null; readonly content: string; readonly rounds: readonly { readonly round: number; readonly h: string }[] };
  readonly acts: readonly { readonly bytes: string; readonly leaf: string }[];
  readonly checkpoints: readonly { readonly size: number; readonly note: string }[];
  readonly proofs: readonly { readonly index: number; readonly size: number; readonly hashes: readonly string[] }[];
  readonly keys: readonly { readonly vkey: string; readonly fingerprint: string }[];
  readonly statements: readonly string[];
  readonly bundle: { readonly sha256: string; readonly file: string; readonly roots: readonly string[]; readonly agreed: readonly string[]; readonly by: readonly string[] };
  readonly fork: { readonly checkpoint: string; readonly contradicts: string };
}
interface Exchanged {
  readonly transport: string;
  readonly request: { readonly method: string; readonly url: string; readonly created: number; readonly base: string; readonly headers: Readonly<Record<'content-digest' | 'signature-input' | 'signature', string>> };
  readonly sealed: Readonly<Record<'seed' | 'x25519' | 'manifest' | 'ephemeral' | 'plain' | 'bytes', string>>;
  readonly file: { readonly from: string; readonly for: string; readonly acts: number; readonly frames: string };
}
const vectors = (file: string): unknown => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
const own = vectors('../../verify/test/vectors/own.json') as Own;
const exchanged = vectors('vectors/exchange.json') as Exchanged;

const sha256 = (...parts: readonly Uint8Array[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const base64 = (text: string): Buffer => Buffer.from(text, 'base64');

/** Section 1: members by UTF-16 code units, no space; what a platform writes for texts and numbers is RFC 8785's. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join(',')}}`;
};
const read = (bytes: Buffer): Plain => {
  const value = JSON.parse(bytes.toString('utf8')) as Plain;
  if (canonical(value) !== bytes.toString('utf8')) throw new Error('not canonical');
  return value;
};

/** Section 4: RFC 6962. */
const leafHash = (act: Uint8Array): Buffer => sha256(Buffer.of(0), act);
const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha256(Buffer.of(1), left, right);
const rootOf = (leaves: readonly Buffer[]): Buffer => {
  if (leaves.length === 1) return leaves[0]!;
  const split = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return nodeHash(rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)));
};
/** RFC 9162 2.1.3.2. */
const rootFrom = (index: number, size: number, leaf: Buffer, proof: readonly Buffer[]): Buffer => {
  let [fn, sn, hash] = [index, size - 1, leaf];
  for (const each of proof) {
    if (fn % 2 === 1 || fn === sn) {
      hash = nodeHash(each, hash);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn >> 1, sn >> 1];
    } else hash = nodeHash(hash, each);
    [fn, sn] = [fn >> 1, sn >> 1];
  }
  if (sn !== 0) throw new Error('a proof of another length');
  return hash;
};

/** Sections 4 and 5: C2SP vkeys and signed notes. */
interface Key { readonly name: string; readonly id: string; readonly type: number; readonly publicKey: Buffer }
const keyOf = (vkey: string): Key => {
  const [, name = '', id = '', material = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/u.exec(vkey) ?? [];
  const bytes = base64(material);
  if (hex(sha256(Buffer.from(`${name}\n`), bytes)).slice(0, 8) !== id) throw new Error('a key of another id');
  return { name, id, type: bytes[0]!, publicKey: bytes.subarray(1) };
};
const checks = (publicKey: Buffer, message: Buffer | string, signature: Buffer): boolean =>
  verify(null, Buffer.from(message), createPublicKey({ key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), publicKey]), format: 'der', type: 'spki' }), signature);
const textOf = (note: string): string => note.slice(0, note.lastIndexOf('\n\n') + 1);
/** Whether this key signed the note: type 1 over the text, type 4 over a time and the text. */
const signed = (note: string, { name, id, type, publicKey }: Key): boolean => note.slice(textOf(note).length + 1).split('\n').some((line) => {
  const [, signer, encoded = ''] = line.split(' ');
  const bytes = base64(encoded);
  if (signer !== name || hex(bytes.subarray(0, 4)) !== id) return false;
  if (type === 1) return checks(publicKey, textOf(note), bytes.subarray(4));
  return checks(publicKey, `cosignature/v1\ntime ${bytes.readBigUInt64BE(4)}\n${textOf(note)}`, bytes.subarray(12));
});
const checkpointIn = (note: string): { origin: string; size: number; root: Buffer } => {
  const [origin = '', size = '', root = ''] = textOf(note).split('\n');
  return { origin, size: Number(size), root: base64(root) };
};
/** Section 5: the keys that roots of these fingerprints state, in one step: none of the vectors was changed. */
const believed = (anchors: readonly string[], statements: readonly string[], roots: readonly string[]): Key[] => {
  const trusted = anchors.filter((vkey) => roots.includes(hex(sha256(Buffer.from(vkey))))).map(keyOf);
  return statements.flatMap((note) => {
    const [format, vkey = '', serial, next = ''] = textOf(note).split('\n');
    const key = keyOf(vkey);
    const root = trusted.find(({ name }) => name === `${key.name.slice(0, key.name.lastIndexOf('/'))}/root`);
    return format === 'entente/key/v1' && serial === 'serial 0' && /^next [0-9a-f]{64}$/u.test(next) && root && signed(note, root) ? [key] : [];
  });
};

test('contents, names of candidates and acts', () => {
  expect(canonical(own.content.value)).toBe(own.content.canonical);
  expect(hex(sha256(Buffer.from(own.content.canonical)))).toBe(own.content.hash);
  const { record, on, content, rounds } = own.candidate;
  for (const { round, h } of rounds) expect(hex(sha256(Buffer.from(canonical({ content, record, round, v: on }))))).toBe(h);
  for (const { bytes, leaf } of own.acts) {
    expect(read(base64(bytes))).toMatchObject({ v: 1, coop: 'vn-la', party: 'vn', audience: 'joint' });
    expect(hex(leafHash(base64(bytes)))).toBe(leaf);
  }
});

test('keys, checkpoints, proofs, and two histories', () => {
  for (const { vkey, fingerprint } of own.keys) expect([hex(sha256(Buffer.from(vkey))), keyOf(vkey).type]).toEqual([fingerprint, 1]);
  const keys = believed(own.keys.map(({ vkey }) => vkey), own.statements, own.keys.map(({ fingerprint }) => fingerprint));
  expect(keys.map(({ name }) => name).toSorted()).toEqual(['la', 'vn'].flatMap((party) => ['cosigner', 'journal', 'root'].map((role) => `demo/${party}/${role}`)));
  const journal = keys.find(({ name }) => name === 'demo/vn/journal')!;
  const leaves = own.acts.map(({ bytes }) => leafHash(base64(bytes)));
  for (const { size, note } of own.checkpoints) {
    expect(signed(note, journal)).toBe(true);
    expect(checkpointIn(note)).toEqual({ origin: 'entente/demo/vn-la/vn/joint', size, root: rootOf(leaves.slice(0, size)) });
  }
  for (const { index, size, hashes } of own.proofs) expect(rootFrom(index, size, leaves[index]!, hashes.map(base64))).toEqual(rootOf(leaves.slice(0, size)));
  const [one, other] = [own.fork.checkpoint, own.fork.contradicts].map(checkpointIn);
  expect([signed(own.fork.checkpoint, journal), signed(own.fork.contradicts, journal), one?.origin === other?.origin, one?.size === other?.size, one?.root.equals(other!.root)]).toEqual([true, true, true, true, false]);
});

test('an evidence bundle: who agreed to exactly what, under the roots the reader knows', () => {
  expect(hex(sha256(base64(own.bundle.file)))).toBe(own.bundle.sha256);
  const { format, anchors, keys, checkpoints, acts } = read(base64(own.bundle.file)) as unknown as Bundle;
  expect(format).toBe('entente/evidence/v1');
  const agreedBy = (roots: readonly string[]): string[] => {
    const known = believed(anchors, keys, roots);
    const named = (name: string): Key | undefined => known.find((key) => key.name === name);
    return acts.flatMap(({ journal, index, bytes, checkpoint, proof }) => {
      const note = checkpoints[checkpoint]!;
      const { origin, size, root } = checkpointIn(note);
      const act = read(base64(bytes)) as unknown as { readonly coop: string; readonly party: string; readonly audience: string; readonly items: readonly Plain[] };
      const key = named(`demo/${act.party}/journal`);
      const other = named(`demo/${act.party === 'vn' ? 'la' : 'vn'}/cosigner`);
      const isProven = key && other && origin === journal && origin === `entente/demo/${act.coop}/${act.party}/${act.audience}` && signed(note, key) && signed(note, other)
        && rootFrom(index, size, leafHash(base64(bytes)), proof.map(base64)).equals(root);
      return isProven ? act.items.filter(({ verb, h }) => verb === 'consent' && h === own.bundle.agreed[0]).map(() => act.party) : [];
    }).toSorted();
  };
  expect(agreedBy(own.bundle.roots)).toEqual(own.bundle.by);
  expect(agreedBy(own.bundle.roots.slice(1))).toEqual([]);
});

test('a signed request', () => {
  const { method, url, created, base, headers } = exchanged.request;
  const key = keyOf(exchanged.transport);
  const input = headers['signature-input'].replace(/^entente=/u, '');
  expect(headers['content-digest']).toBe(`sha-256=:${sha256().toString('base64')}:`);
  expect(input).toMatch(new RegExp(`;created=${created};nonce="[^"]{16,128}";keyid="${key.name}"`, 'u'));
  expect(base).toBe(`"@method": ${method}\n"@target-uri": ${url}\n"content-digest": ${headers['content-digest']}\n"@signature-params": ${input}`);
  expect(checks(key.publicKey, base, base64(headers.signature.replace(/^entente=:|:$/gu, '')))).toBe(true);
});

test('personal values sealed for one party', () => {
  const { seed, x25519, manifest, plain, bytes } = Object.fromEntries(Object.entries(exchanged.sealed).map(([name, text]) => [name, Buffer.from(text, name === 'bytes' ? 'base64' : name === 'plain' ? 'utf8' : 'hex')])) as Record<keyof Exchanged['sealed'], Buffer>;
  const secret = createPrivateKey({ key: Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), createHash('sha512').update(seed).digest().subarray(0, 32)]), format: 'der', type: 'pkcs8' });
  const [header, share] = [Buffer.from('302a300506032b656e032100', 'hex'), bytes.subarray(0, 32)];
  expect(createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(12)).toEqual(x25519);
  const shared = diffieHellman({ privateKey: secret, publicKey: createPublicKey({ key: Buffer.concat([header, share]), format: 'der', type: 'spki' }) });
  const key = Buffer.from(hkdfSync('sha256', shared, Buffer.concat([share, x25519]), 'entente/export/v1/sealed', 32));
  const opener = createDecipheriv('chacha20-poly1305', key, Buffer.alloc(12), { authTagLength: 16 }).setAAD(manifest, { plaintextLength: bytes.length - 48 }).setAuthTag(bytes.subarray(-16));
  expect(Buffer.concat([opener.update(bytes.subarray(32, -16)), opener.final()])).toEqual(plain);
  for (const value of JSON.parse(plain.toString('utf8')) as { commitment: string; value: unknown; key: string }[]) {
    expect(createHmac('sha256', base64(value.key)).update(canonical(value.value)).digest('hex')).toBe(value.commitment);
  }
});

test('a file of frames, from its manifest to its end', () => {
  const bytes = base64(exchanged.file.frames);
  const frames: { type: string; at: number; bytes: Buffer }[] = [];
  for (let at = 0; at < bytes.length; at += 5 + frames.at(-1)!.bytes.length) frames.push({ type: bytes.toString('latin1', at, at + 1), at, bytes: bytes.subarray(at + 5, at + 5 + bytes.readUInt32BE(at + 1)) });
  expect(frames.map(({ type }) => type).join('')).toBe('MCEZ');
  const [manifest, checkpoint, entries, end] = frames as [typeof frames[number], typeof frames[number], typeof frames[number], typeof frames[number]];
  const key = keyOf(exchanged.transport);
  for (const each of [manifest, end]) expect(signed(each.bytes.toString('utf8'), key)).toBe(true);
  expect(textOf(manifest.bytes.toString('utf8'))).toMatch(new RegExp(`^entente/export/v1\ncoop vn-la\nfrom ${exchanged.file.from}\nfor ${exchanged.file.for}\nmade \\S+Z\n$`, 'u'));
  expect(textOf(end.bytes.toString('utf8'))).toBe(`entente/export/v1/end\n${hex(sha256(bytes.subarray(0, end.at)))}\n`);
  const leaves: Buffer[] = [];
  for (let at = 8; at < entries.bytes.length; at += 2 + entries.bytes.readUInt16BE(at)) leaves.push(entries.bytes.subarray(at + 2, at + 2 + entries.bytes.readUInt16BE(at)));
  expect([entries.bytes.readBigUInt64BE(0), leaves.length]).toEqual([0n, exchanged.file.acts]);
  expect(rootOf(leaves.map(leafHash))).toEqual(checkpointIn(checkpoint.bytes.toString('utf8')).root);
});
