/** Vectors of the exchange for another implementer (docs/protocol.md 9 and 10): from fixed seeds, nothing from a clock or by chance. */
import { createHmac, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { signerFromSeed } from '@entente/verify';
import { contentDigest } from '../src/signature/sign.ts';
import { signatureBase } from '../src/signature/index.ts';
import { formatPersonal } from '../src/personal.ts';
import { montgomery, sealFor, secretOf } from '../src/file/sealed.ts';
import { exportFrames, type ExportOptions } from '../src/file/export.ts';

/** DER header of an Ed25519 secret key (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SEED = Uint8Array.from({ length: 32 }, (_, at) => at);
const URL_ASKED = 'https://la.example/exchange/vn-la/joint/tile/entries/000.p/4';
const CREATED = 1_795_230_000;

interface Own { readonly acts: readonly { readonly bytes: string }[]; readonly checkpoints: readonly { readonly size: number; readonly note: string }[] }
/** The vectors of journals: the file carries those acts. */
export const own = JSON.parse(readFileSync(new URL('../../verify/test/vectors/own.json', import.meta.url), 'utf8')) as Own;

export async function exchangeVectors(): Promise<object> {
  const transport = await signerFromSeed('demo/vn/transport', SEED);
  const headers = new Headers({ 'content-digest': contentDigest(new Uint8Array()) });
  const parameters = `("@method" "@target-uri" "content-digest");created=${CREATED};nonce="AAECAwQFBgcICQoLDA0ODw";keyid="demo/vn/transport";alg="ed25519"`;
  const covered = [['@method', '@target-uri', 'content-digest'].map((name) => [name, new Map()]), new Map<string, string | number>([['created', CREATED], ['nonce', 'AAECAwQFBgcICQoLDA0ODw'], ['keyid', 'demo/vn/transport'], ['alg', 'ed25519']])];
  const base = signatureBase({ method: 'GET', url: URL_ASKED, headers }, covered as Parameters<typeof signatureBase>[1]);
  const signature = sign(null, Buffer.from(base), createPrivateKey({ key: Buffer.concat([PKCS8, SEED]), format: 'der', type: 'pkcs8' }));
  const frames: Buffer[] = [];
  for await (const each of exportFrames({ kernel: shelf(), coop: 'vn-la', for: 'la', signer: transport, now: () => CREATED * 1_000 })) frames.push(each);
  return {
    transport: transport.key.vkey,
    request: {
      method: 'GET', url: URL_ASKED, created: CREATED, base,
      headers: { 'content-digest': headers.get('content-digest'), 'signature-input': `entente=${parameters}`, signature: `entente=:${signature.toString('base64')}:` },
    },
    sealed: sealedVector(),
    file: { from: 'vn', for: 'la', journal: 'vn/joint', acts: own.acts.length, frames: Buffer.concat(frames).toString('base64') },
  };
}

/** Personal values for the party whose transport key has this seed: the frame `V` of a file whose manifest has this digest. */
function sealedVector(): object {
  const [seed, place, ephemeral] = [Buffer.alloc(32, 7), Buffer.alloc(32, 8), Buffer.alloc(32, 9)];
  const [value, key] = ['ທ້າວ ບຸນມີ', Buffer.alloc(32, 10)];
  const recipient = createPublicKey(createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' })).export({ format: 'der', type: 'spki' }).subarray(12);
  const commitment = createHmac('sha256', key).update(JSON.stringify(value)).digest('hex');
  const plain = formatPersonal(new Map([[commitment, { value, key }]]));
  return {
    seed: seed.toString('hex'), x25519: Buffer.from(montgomery(recipient)).toString('hex'), manifest: place.toString('hex'), ephemeral: ephemeral.toString('hex'), plain,
    bytes: Buffer.from(sealFor(recipient, place, Buffer.from(plain), secretOf(ephemeral))).toString('base64'),
  };
}

/** As much of a kernel as an export reads: one journal of four acts. */
function shelf(): ExportOptions['kernel'] {
  const leaves = own.acts.map(({ bytes }) => new Uint8Array(Buffer.from(bytes, 'base64')));
  const last = own.checkpoints.at(-1)!;
  const party = (id: string) => ({ id, name: { en: id }, short: { en: id }, colour: { light: '#000000', dark: '#ffffff' }, languages: ['en'], zone: 'UTC' });
  const state = (audience: string) => ({ coop: 'vn-la', party: 'vn', audience, origin: '', root: '', ...(audience === 'joint' ? { size: leaves.length, projected: leaves.length, checkpoint: last.note } : { size: 0, projected: 0, checkpoint: null }) });
  return {
    party: 'vn', cooperations: [{ id: 'vn-la', title: { en: 'Trial' }, parties: [party('vn'), party('la')], observers: [], themes: {}, demo: true }],
    journal: (_coop: string, _party: string, audience: string) => Promise.resolve(state(audience)),
    journals: () => Promise.resolve([]), checkpoint: () => Promise.resolve(null), tile: () => Promise.resolve(null),
    leaves: (_coop: string, _party: string, _audience: string, from: number, count: number) => Promise.resolve(leaves.slice(from, from + count)),
    blobs: { entitled: () => Promise.resolve(false) }, personal: { of: () => Promise.resolve([]) },
  } as unknown as ExportOptions['kernel'];
}
