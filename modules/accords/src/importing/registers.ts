/** The office and person registers as the reader of texts takes them, from the records of the cooperation. */
import type { Content, Cooperation, ListQuery, Localized, Reader, RecordRow, body, office, person } from '@entente/kernel';
import type { OfficeEntry, OfficeRegister, PersonRegister } from '../reading/index.ts';

const PAGE = 500;
async function allOf<C>(read: Reader, query: ListQuery): Promise<RecordRow<C>[]> {
  const rows: RecordRow<C>[] = [];
  for (;;) {
    const page = await read.list({ ...query, offset: rows.length, limit: PAGE });
    rows.push(...(page.rows as unknown as RecordRow<C>[]));
    if (page.rows.length === 0 || rows.length >= page.total) return rows;
  }
}

/** A localized field with every translation of it. */
function names(row: RecordRow<unknown>, path: string, text: Localized | undefined): Localized {
  const translated = Object.fromEntries(Object.values(row.translations[path] ?? {}).map((each) => [each.lang, each.text]));
  return { ...translated, ...text };
}

export async function registersOf(read: Reader, cooperation: Cooperation): Promise<{ register: OfficeRegister; people: PersonRegister }> {
  const coop = cooperation.id;
  const [offices, bodies, persons] = await Promise.all([
    allOf<Content<typeof office>>(read, { coop, kind: 'office' }), allOf<Content<typeof body>>(read, { coop, kind: 'body' }), allOf<Content<typeof person>>(read, { coop, kind: 'person' }),
  ]);
  const entry = (row: RecordRow<Content<typeof office> | Content<typeof body>>, party: string | null): OfficeEntry => ({
    id: row.id, kind: row.content.type, party, names: names(row, 'name', row.content.name), validFrom: row.content.validFrom ?? null, validTo: row.content.validTo ?? null,
    ...(row.content.short || row.translations['short'] ? { shorts: names(row, 'short', row.content.short) } : {}),
    ...(row.content.aliases ? { aliases: row.content.aliases } : {}), ...(row.content.parent === undefined ? {} : { parent: row.content.parent }),
  });
  return {
    register: {
      parties: cooperation.parties.map((party) => ({ id: party.id, names: party.name, shorts: party.short })),
      offices: [...offices.map((row) => entry(row, row.party)), ...bodies.map((row) => entry(row, null))],
    },
    people: persons.map((row) => ({
      id: row.id, names: names(row, 'name', row.content.name), party: row.party, office: row.content.office ?? null,
      ...(row.content.aliases ? { aliases: row.content.aliases } : {}), ...(row.content.role ? { role: Object.values(row.content.role)[0] ?? '' } : {}),
    })),
  };
}
