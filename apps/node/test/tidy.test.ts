/** Files that somebody attached and never sent, on both engines; a month passes on a clock of the test's own. */
import { defineKind, field, openDatabase } from '@entente/kernel';
import { memoryNodes, type TestNodes } from '@entente/kernel/testing';
import { engines } from '@entente/testing';
import { openAccounts, type Accounts } from '@entente/web';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KEPT_UNSENT, scheduleTidying } from '../src/tidy.ts';

const l = (en: string) => ({ vi: en, lo: en, en });
const note = defineKind({
  name: 'note', version: 1, regime: 'owned', audience: 'joint', path: 'notes', label: { one: l('Note'), many: l('Notes') },
  fields: { title: field.text({ label: l('Title') }), files: field.files({ label: l('Files'), optional: true }) },
  title: ({ title }) => title, may: { put: ['coordinator'] }, list: { columns: ['title'], filters: [] },
});

for (const engine of engines()) {
  describe(`files that were never sent (${engine.name})`, () => {
    let nodes: TestNodes;
    let accounts: Accounts;
    let person = '';
    beforeAll(async () => {
      nodes = await memoryNodes(2, { kinds: [note], open: async () => openDatabase(await engine.open()) });
      accounts = await openAccounts({ db: nodes.nodes[0]!.database.kysely, party: 'P1', secret: 's'.repeat(40), origin: 'http://node.test' });
      const added = await accounts.add({ login: 'mai', name: 'Mai', password: 'a long enough password', roles: ['coordinator'] });
      if (added.ok) person = added.value.id;
    });
    afterAll(() => nodes.close());

    const bring = async (text: string): Promise<string> => {
      const { sha256 } = await nodes.nodes[0]!.kernel.blobs.put(new TextEncoder().encode(text), 'text/plain');
      await accounts.uploads.note(person, sha256);
      return sha256;
    };
    const tidied = async (later: Temporal.Duration): Promise<number> => {
      const tidying = scheduleTidying({ accounts, kernel: nodes.nodes[0]!.kernel, log: () => undefined, clock: () => Temporal.Now.instant().add(later) });
      const gone = await tidying.now();
      await tidying.stop();
      return gone;
    };

    test('go after a month; what an act, a draft or the name of a draft names stays, and what was brought again since', async () => {
      const [node] = nodes.nodes;
      const { kernel } = node!;
      const [loose, sent, typed, named] = [await bring('loose'), await bring('sent'), await bring('typed'), await bring('named')];
      const done = await kernel.commit([{ verb: 'put', kind: 'note', content: { title: 'With a file', files: [{ sha256: sent, size: 4, name: 'a.txt', type: 'text/plain' }] } }], { coop: nodes.cooperation.id, by: node!.person() });
      expect(done.ok).toBe(true);
      await accounts.drafts.save(person, '/notes/new', [['files', JSON.stringify({ sha256: typed })]]);
      await accounts.drafts.save(person, `table:note:${named}`, {});
      const held = async () => (await Promise.all([loose, sent, typed, named].map((each) => kernel.blobs.size(each)))).map((size) => size !== null);
      expect([await tidied(KEPT_UNSENT.subtract({ hours: 1 })), await held()]).toEqual([0, [true, true, true, true]]);
      expect([await tidied(KEPT_UNSENT.add({ hours: 1 })), await held()]).toEqual([1, [false, true, true, true]]);
      expect([await accounts.uploads.isOf(person, loose), await accounts.uploads.isOf(person, sent)]).toEqual([false, true]);
      await accounts.drafts.drop(person, '/notes/new');
      expect([await tidied(KEPT_UNSENT.add({ hours: 1 })), await held()]).toEqual([1, [false, true, false, true]]);
    });

    test('stay while anybody brought the same bytes since, and are there again when they are brought again', async () => {
      const { kernel, database } = nodes.nodes[0]!;
      const sha256 = await bring('twice');
      await database.kysely.updateTable('blob').set({ stored: '2020-01-01T00:00:00Z' }).where('sha256', '=', sha256).execute();
      // Brought again and not noted yet: its bytes are as new.
      await kernel.blobs.put(new TextEncoder().encode('twice'), 'text/plain');
      expect(await kernel.blobs.dropOld([sha256], Temporal.Now.instant().subtract(KEPT_UNSENT))).toEqual([]);
      expect(await tidied(KEPT_UNSENT.add({ hours: 1 }))).toBe(1);
      expect(await bring('twice')).toBe(sha256);
      expect(await kernel.blobs.size(sha256)).toBe(5);
    });
  });
}
