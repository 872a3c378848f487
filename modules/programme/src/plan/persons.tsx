/** Persons that a side names in its progress: by name for those who may read them, as a number for everybody else. */
import type { VNode } from 'preact';
import { isMarker, type RecordRow } from '@entente/kernel';
import type { Context } from '@entente/web';
import type { ActivityProgress } from '../kinds/index.ts';
import type { ProgressRow } from './gather.ts';
import { wordsOf } from './parts.tsx';

type Named = NonNullable<ActivityProgress['persons']>[number];

/** Offices that the named persons belong to, by id. */
export function officesOfPersons(ctx: Context, rows: readonly ProgressRow[]): Promise<ReadonlyMap<string, RecordRow>> {
  return ctx.read.many(ctx.cooperation.id, [...new Set(rows.flatMap((row) => (row.content.persons ?? []).flatMap(({ office }) => office ?? [])))]);
}

/** A value that is not this reader's, or was erased, is a marker in the place of the name. */
export function Persons({ ctx, row, offices }: { readonly ctx: Context; readonly row: ProgressRow; readonly offices: ReadonlyMap<string, RecordRow> }): VNode | null {
  const t = wordsOf(ctx);
  const { persons = [] } = row.content;
  if (persons.length === 0) return null;
  const readable = persons.filter(({ name }) => !isMarker(name));
  const hidden = persons.length - readable.length;
  const officeOf = ({ office }: Named): string => { const found = office === undefined ? undefined : offices.get(office); return found ? ` (${ctx.title(found).text})` : ''; };
  return (
    <>
      <h4>{t('persons', { count: persons.length })}</h4>
      {readable.length > 0 && <ul>{readable.map((one, at) => <li key={at}>{one.name}<span class="quiet">{officeOf(one)}</span></li>)}</ul>}
      {hidden > 0 && <p class="quiet">{t('persons-hidden', { count: hidden })}</p>}
      {readable.length > 0 && <p class="quiet">{t('persons-kept')}</p>}
    </>
  );
}
