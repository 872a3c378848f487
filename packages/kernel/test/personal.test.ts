import { expect, test } from 'vitest';
import { personalValues } from '../src/personal/index.ts';
import { Forger } from './support/forger.ts';
import { COOP, done, nodesFor, onEngines, read, refused } from './support/nodes.ts';

const visitOf = (visitor: unknown, more: object = {}) => ({ verb: 'put', kind: 'visit', content: { place: 'Vientiane', visitor, ...more } }) as const;

onEngines('personal values', (engine) => {
  const nodes = nodesFor(engine, 2);

  test('given a personal field, then no leaf, record or search word holds the value, and those entitled read it', async () => {
    const { a, b } = nodes;
    const { record, all } = await done(a, visitOf('Somchai Keo', { companions: [{ name: 'Nguyễn Thị Lan', country: 'VN' }] }));
    const [leaf] = await a.kernel.leaves(COOP, 'P1', 'joint', all.index, 1);
    const stored = `${new TextDecoder().decode(leaf)}${JSON.stringify(await a.database.kysely.selectFrom('record').select('content').execute())}${await a.kernel.dump(COOP)}`;
    expect(stored).not.toMatch(/Somchai|Lan/u);
    expect(stored).toContain('"$personal"');
    expect(Buffer.concat((await a.database.kysely.selectFrom('personal').select('sealed').execute()).map((row) => row.sealed)).toString('latin1')).not.toContain('Somchai');
    expect((await read(a).get(COOP, record))?.content).toEqual({ place: 'Vientiane', visitor: 'Somchai Keo', companions: [{ name: 'Nguyễn Thị Lan', country: 'VN' }] });
    expect((await read(a).list({ coop: COOP, kind: 'visit' })).rows[0]?.content['visitor']).toBe('Somchai Keo');
    expect((await read(a).versions(COOP, record))[0]?.content['visitor']).toBe('Somchai Keo');
    expect(await read(a).search(COOP, 'somchai')).toEqual([]);
    for (const person of [a.person('reader'), a.person('administrator')]) {
      expect((await a.kernel.reader(person).get(COOP, record))?.content['visitor']).toEqual({ $personal: expect.stringMatching(/^[0-9a-f]{64}$/u) as unknown });
    }
    await nodes.all.sync();
    expect((await read(b).get(COOP, record))?.content['visitor']).toEqual({ $personal: expect.any(String) as unknown });
  });

  test('given an edit that leaves a value as it was, then its commitment stays; a changed one is committed to anew', async () => {
    const { a } = nodes;
    const { record } = await done(a, visitOf('Same Person', { companions: [{ name: 'A', country: 'VN' }] }));
    const marks = async () => {
      const content = (await a.kernel.reader(a.person('reader')).get(COOP, record))?.content as { visitor: unknown; companions: { name: unknown }[] };
      return [content.visitor, content.companions[0]?.name];
    };
    const before = await marks();
    await done(a, { ...visitOf('Same Person', { place: 'Hà Nội', companions: [{ name: 'B', country: 'VN' }] }), record });
    const after = await marks();
    expect(after[0]).toEqual(before[0]);
    expect(after[1]).not.toEqual(before[1]);
  });

  test('given somebody who may not read the value, when it comes back as it was shown, then it stays; a foreign commitment is refused', async () => {
    const { a } = nodes;
    const { record } = await done(a, visitOf('Hidden'));
    const shown = (await a.kernel.reader(a.person('reader')).get(COOP, record))?.content['visitor'];
    await done(a, { ...visitOf(shown, { place: 'Pakse' }), record });
    expect((await read(a).get(COOP, record))?.content).toEqual({ place: 'Pakse', visitor: 'Hidden' });
    expect(await refused(a, { ...visitOf({ $personal: 'f'.repeat(64) }), record })).toEqual(['personal.unknown']);
    expect(await refused(a, visitOf(''))).toEqual(['field.required']);
    expect(await refused(a, visitOf(5))).toEqual(['field.type']);
  });

  test('given the owner erases, then value and key are gone, the commitment stands, and nobody else can erase', async () => {
    const { a, b } = nodes;
    const record = a.kernel.naturalId(COOP, 'visit', 'erased');
    const { all } = await done(a, { ...visitOf('To be erased'), record });
    const mark = (await a.kernel.reader(a.person('reader')).get(COOP, record))?.content['visitor'] as { $personal: string };
    const p2 = new Forger('P2', nodes.all.cooperation, b.signer);
    await p2.act([{ verb: 'erase', record, commitments: [mark.$personal] }]).send(a.kernel);
    expect((await read(a).get(COOP, record))?.content['visitor']).toBe('To be erased');
    expect(all.records[0]?.record).toBe(record);
  });

  test('given another node key, then nothing opens', async () => {
    const { a } = nodes;
    const rows = await a.database.kysely.selectFrom('personal').select('commitment').execute();
    expect(rows.length).toBeGreaterThan(0);
    expect((await personalValues(a.database.kysely, new Uint8Array(32), COOP, rows.map((row) => row.commitment))).size).toBe(0);
  });
});
