/** The chapter on results: each commitment with its text, both sides' accounts beside each other, and the figures. */
import { comparison, facts, heading, paragraph, quote, table, type Block, type Cell, type Row, type Side } from '@entente/reports';
import type { Account, Accounts, CommitmentAccount, FigureLine } from './accounts.ts';
import { figureCell, figureText, nameRun, partyName, placeOf, reportedState, runOf, spanText, stateMark, wordsOf, type Copy } from './copy.ts';
import type { CommitmentView, Corpus, Entry } from './corpus.ts';

export function commitmentsChapter(copy: Copy, corpus: Corpus, accounts: Accounts): Block[] {
  const t = wordsOf(copy);
  const blocks: Block[] = [heading(1, t('chapter-commitments'))];
  for (const group of byInstrument(corpus, accounts)) {
    blocks.push(heading(2, group.instrument ? [runOf(copy, group.instrument, 'title', group.instrument.content.title)] : t('without-instrument')));
    for (const account of group.accounts) blocks.push(...commitmentBlocks(copy, corpus, accounts, account));
  }
  return blocks;
}

interface Group { readonly instrument: Corpus['instruments'][number] | null; readonly accounts: readonly CommitmentAccount[] }

/** Commitments under their instruments, oldest first, items in their order; those of meetings alone come last. */
function byInstrument(corpus: Corpus, accounts: Accounts): Group[] {
  const instruments = corpus.instruments.toSorted((a, b) => (a.content.signedOn ?? '').localeCompare(b.content.signedOn ?? '') || a.record.localeCompare(b.record));
  const groups: Group[] = [...instruments, null].map((instrument) => ({
    instrument,
    accounts: accounts.commitments.filter(({ commitment }) => (instrument === null
      ? !instruments.some((each) => each.record === commitment.content.instrument)
      : commitment.content.instrument === instrument.record)).toSorted((a, b) => inText(a.commitment, b.commitment)),
  }));
  return groups.filter((group) => group.accounts.length > 0);
}

const inText = (a: Entry<CommitmentView>, b: Entry<CommitmentView>): number =>
  (a.content.undertakenOn ?? '').localeCompare(b.content.undertakenOn ?? '')
  || (a.content.item ?? '').localeCompare(b.content.item ?? '', 'en', { numeric: true })
  || (a.content.part ?? '').localeCompare(b.content.part ?? '') || a.record.localeCompare(b.record);

function commitmentBlocks(copy: Copy, corpus: Corpus, accounts: Accounts, account: CommitmentAccount): Block[] {
  const t = wordsOf(copy);
  const { commitment } = account;
  const text = runOf(copy, commitment, 'text', commitment.content.text);
  return [
    heading(3, [placeOf(copy, commitment.content), ' · ', stateMark(copy, account.state).label], { numbered: false }),
    quote([[text]], commitment.content.basis === 'summary' ? { source: t('summary') } : {}),
    ...officesOf(copy, corpus, commitment),
    comparison(...account.accounts.map((each) => sideOf(copy, accounts, each))),
    ...figuresOf(copy, account.lines),
    ...besideOf(copy, corpus, account),
  ];
}

function officesOf(copy: Copy, corpus: Corpus, commitment: Entry<CommitmentView>): Block[] {
  const offices = (commitment.content.responsible ?? []).flatMap((id) => corpus.offices.filter((office) => office.record === id));
  if (offices.length === 0) return [];
  const runs = offices.flatMap((office, at) => [...(at === 0 ? [] : ['; ']), nameRun(copy, office, 'name', office.content.name)]);
  return [facts([{ label: wordsOf(copy)('offices'), text: runs }])];
}

/** One side: each counted report with its state and words, its difficulties under them. */
function sideOf(copy: Copy, accounts: Accounts, account: Account): Side {
  const t = wordsOf(copy);
  const blocks = account.reports.flatMap((report): Block[] => {
    const mark = reportedState(copy, report.content.state);
    const period = accounts.periods.inside.length > 1 ? accounts.periods.inside.find((each) => each.record === report.content.period) : undefined;
    const difficulties = runOf(copy, report, 'difficulties', report.content.difficulties);
    return [
      paragraph([{ text: period ? `${mark.label} · ${spanText(copy, period)}` : mark.label, bold: true }], { style: 'small' }),
      paragraph([runOf(copy, report, 'narrative', report.content.narrative)]),
      ...(difficulties.text === '' ? [] : [paragraph([{ text: `${t('difficulties')}: `, bold: true }, difficulties], { style: 'small' })]),
    ];
  });
  return { party: account.party, label: partyName(copy, account.party), blocks: blocks.length > 0 ? blocks : [paragraph(t('no-account'), { style: 'small' })] };
}

function figuresOf(copy: Copy, lines: readonly FigureLine[]): Block[] {
  if (lines.length === 0) return [];
  const t = wordsOf(copy);
  const columns = [
    { label: t('indicator'), width: 3 },
    ...copy.parties.map((party) => ({ label: partyName(copy, party.id), width: 2, numeric: true })),
    { label: t('settled'), width: 2, numeric: true },
  ];
  return [table(columns, lines.map((line): Row => ({ cells: lineCells(copy, line) })), { caption: t('figures'), compact: true })];
}

function lineCells(copy: Copy, line: FigureLine): Cell[] {
  const t = wordsOf(copy);
  const { content } = line.indicator;
  const unit = content.currency === undefined ? nameRun(copy, line.indicator, 'unit', content.unit) : null;
  const settled = line.settled ? figureText(copy, content, line.settled) : line.partlySettled ? t('partly-settled') : line.differs ? t('differs') : t('not-settled');
  return [
    { text: [nameRun(copy, line.indicator, 'name', content.name), ...(unit && unit.text !== '' ? [' (', unit, ')'] : [])] },
    ...copy.parties.map((party) => ({ ...figureCell(copy, content, line.said[party.id] ?? null, '–'), bold: line.differs && !line.settled })),
    { text: settled },
  ];
}

function besideOf(copy: Copy, corpus: Corpus, account: CommitmentAccount): Block[] {
  if (account.beside.length === 0) return [];
  const periods = [...new Set(account.beside.map((report) => report.content.period))].flatMap((id) => corpus.periods.filter((period) => period.record === id));
  return [paragraph(wordsOf(copy)('beside', { periods: periods.map((period) => spanText(copy, period.content)).join('; ') }), { style: 'small' })];
}
