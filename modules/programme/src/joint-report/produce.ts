/** From a request to a finished copy: live records of a span, or the exact versions of a frozen report. */
import { renderDocx, renderHtml, renderPdf, type Document } from '@entente/reports';
import { pickText, type Lang } from '@entente/text';
import type { Cooperation, Party, Problem, Reader, RecordRow, Result } from '@entente/kernel';
import type { FileParts } from '@entente/web';
import type { JointReport } from '../kinds/index.ts';
import { composeReport } from './compose.ts';
import { gather, type Scope } from './gather.ts';
import { thaw } from './snapshot.ts';

export const FORMATS = ['pdf', 'docx', 'html'] as const;
export type Format = (typeof FORMATS)[number];

/** Who wants a copy, and of which cooperation. */
export interface Wish {
  readonly read: Reader;
  readonly cooperation: Cooperation;
  /** The party named first in this copy. */
  readonly party: string;
  readonly lang: Lang;
}

const problem = (id: string): { readonly ok: false; readonly problems: readonly Problem[] } => ({ ok: false, problems: [{ id: `programme.${id}`, path: [] }] });
const ownFirst = (cooperation: Cooperation, party: string): Party[] => cooperation.parties.toSorted((a, b) => Number(b.id === party) - Number(a.id === party));
const copyOf = (wish: Wish) => ({ lang: wish.lang, parties: ownFirst(wish.cooperation, wish.party), themes: wish.cooperation.themes });

/** The report as the records stand now. */
export async function liveReport(wish: Wish, scope: Scope): Promise<Result<Document>> {
  const { corpus, unconfirmed } = await gather(wish.read, wish.cooperation.id, scope);
  if (corpus.commitments.length === 0) return problem('nothing-in-period');
  return { ok: true, value: composeReport({ copy: copyOf(wish), corpus, scope, unconfirmed, cooperation: pickText(wish.cooperation.title, wish.lang), status: 'live' }) };
}

/** The report of a frozen record, from exactly the versions it cites. */
export async function frozenReport(wish: Wish, row: RecordRow<JointReport>): Promise<Result<Document>> {
  const corpus = await thaw(wish.read, wish.cooperation.id, row.content.cites);
  if (!corpus) return problem('cites-missing');
  const title = pickText(row.content.title, wish.lang);
  return { ok: true, value: composeReport({
    copy: copyOf(wish), corpus, unconfirmed: 0, cooperation: pickText(wish.cooperation.title, wish.lang),
    scope: { ...row.content.period, themes: row.content.themes ?? [] },
    status: row.standing === 'proposed' || row.standing === 'declined' ? 'proposed' : 'agreed', digest: row.version, ...(title === '' ? {} : { title }),
  }) };
}

const TYPES: Readonly<Record<Format, string>> = {
  pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', html: 'text/html; charset=utf-8',
};

/** A copy as a file, named by its span and language. */
export async function fileOf(document: Document, format: Format, name: string): Promise<FileParts> {
  const bytes = format === 'pdf' ? await renderPdf(document) : format === 'docx' ? await renderDocx(document) : renderHtml(document);
  return { name: `${name}-${document.lang}.${format}`, type: TYPES[format], bytes };
}
