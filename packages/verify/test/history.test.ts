import { describe, expect, it } from 'vitest';
import { fingerprint, formatKeyStatement, journalName, keyHistory, keyOwner, parseKeyStatement, signNote, verifierKey, ed25519, type KeyHistory } from '../src/index.ts';
import { Side } from './world.ts';

const vn = new Side('vn', 1);
const la = new Side('la', 2);
const root = (await vn.key('root')).key.vkey;

const history = (anchors: readonly string[], statements: readonly string[], ...trusted: readonly string[]): Promise<KeyHistory> =>
  keyHistory({ anchors, statements, trusted: new Set(trusted.map(fingerprint)) });
const names = ({ keys }: KeyHistory): string[] => keys.map(({ owner, statement, isTrusted }) => `${owner.role} ${statement?.serial ?? '-'} ${isTrusted ? 'trusted' : 'claimed'}`);

describe('names', () => {
  it('say whose a key is and which journal is meant', () => {
    expect(keyOwner('demo/vn/journal')).toEqual({ prefix: 'demo', party: 'vn', role: 'journal' });
    expect(keyOwner('vn/root')).toEqual({ prefix: '', party: 'vn', role: 'root' });
    expect(['vn', 'vn/chief', '/root', 'PeterNeumann'].map(keyOwner)).toEqual([null, null, null, null]);
    expect(journalName('entente/demo/vn-la/vn/joint')).toEqual({ isDemo: true, cooperation: 'vn-la', party: 'vn', audience: 'joint' });
    expect(['entente/vn-la/vn', 'go.sum database tree', 'entente//vn/joint'].map(journalName)).toEqual([null, null, null]);
  });
});

describe('a statement', () => {
  it('reads back as it was written', async () => {
    const { key } = await vn.key('journal');
    const text = formatKeyStatement({ vkey: key.vkey, serial: 3, next: null, since: { b: 5, a: 0 } });
    expect(text).toBe(`entente/key/v1\n${key.vkey}\nserial 3\nnext none\nsince a 0\nsince b 5\n`);
    expect(parseKeyStatement(text)).toMatchObject({ ok: true, value: { serial: 3, next: null, since: { a: 0, b: 5 }, owner: { party: 'vn', role: 'journal' } } });
  });

  it('is refused for a key that must not be registered, or in any other form', () => {
    const weak = verifierKey('demo/vn/journal', ed25519, new Uint8Array(32));
    expect(parseKeyStatement(`entente/key/v1\n${weak.vkey}\nserial 0\nnext none\n`)).toEqual({ ok: false, reason: 'small-order' });
    expect(['', `entente/key/v2\n${root}\nserial 0\nnext none\n`, `entente/key/v1\n${root}\nserial 00\nnext none\n`, `entente/key/v1\n${root}\nserial 0\nnext none\nmore\n`].map((text) => parseKeyStatement(text).ok))
      .toEqual([false, false, false, false]);
    expect(() => formatKeyStatement({ vkey: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', serial: 0, next: null })).toThrow(TypeError);
  });
});

describe('the history of keys', () => {
  it('goes from a trusted root to the keys of every role, old and new', async () => {
    const all = await history([root], [await vn.statement('journal', 1), await vn.statement('journal'), await vn.statement('cosigner')], root);
    expect(all.faults).toEqual([]);
    expect(names(all)).toEqual(['root - trusted', 'journal 0 trusted', 'cosigner 0 trusted', 'journal 1 trusted']);
  });

  it('is only claimed when the root is nobody\'s', async () => {
    expect(names(await history([root], [await vn.statement('journal')]))).toEqual(['root - claimed', 'journal 0 claimed']);
  });

  it('lets a root hand over to the next, as it had committed to', async () => {
    const handed = await history([root], [await vn.statement('journal', 0, { by: 1 }), await vn.statement('root', 1), await vn.statement('root')], root);
    expect(names(handed)).toEqual(['root 0 trusted', 'root 1 trusted', 'journal 0 trusted']);
    const stolen = await signNote(formatKeyStatement({ vkey: (await vn.key('root', 2)).key.vkey, serial: 1, next: null }), await vn.key('root'));
    expect((await history([root], [await vn.statement('root'), stolen], root)).faults).toEqual([{ of: 'statement', at: 1, reason: 'not-committed' }]);
  });

  it('believes no root about another party, nor a key about itself', async () => {
    const foreign = await signNote(formatKeyStatement({ vkey: (await vn.key('journal')).key.vkey, serial: 0, next: null }), await la.key('root'));
    const self = await signNote(formatKeyStatement({ vkey: (await vn.key('journal')).key.vkey, serial: 0, next: null }), await vn.key('journal'));
    const laRoot = (await la.key('root')).key.vkey;
    expect((await history([root, laRoot], [foreign, self], root, laRoot)).faults.map(({ reason }) => reason)).toEqual(['unsigned', 'unsigned']);
  });

  it('says what is missing, unreadable or contradicted', async () => {
    const other = await vn.statement('journal', 0, { committed: false });
    const found = await history([root, 'nonsense'], [await vn.statement('journal', 2), 'nonsense', await vn.statement('journal'), other], root);
    expect(found.faults).toEqual([
      { of: 'anchor', at: 1, reason: 'unreadable' }, { of: 'statement', at: 1, reason: 'unreadable' },
      { of: 'statement', at: 3, reason: 'contradicted' }, { of: 'statement', at: 0, reason: 'gap' },
    ]);
  });
});
