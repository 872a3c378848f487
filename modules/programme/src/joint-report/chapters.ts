/** The chapters around the results: the cooperation in figures, what remains, what is proposed, and the annexes. */
import { formatDate, formatNumber, formatPeriod } from '@entente/text';
import { annex, bullets, figure, heading, multiples, numbered, paragraph, table, timeline, type Block, type ListItem, type Run } from '@entente/reports';
import { totalsOf, type Accounts, type CommitmentAccount } from './accounts.ts';
import { asRun, figureText, nameRun, partyName, placeOf, runOf, spanText, STATES, stateMark, themeName, wordsOf, type Copy } from './copy.ts';
import { tell, type Corpus, type Entry } from './corpus.ts';

export function figuresChapter(copy: Copy, corpus: Corpus, accounts: Accounts, unconfirmed: number): Block[] {
  const t = wordsOf(copy);
  const count = (...states: readonly string[]): number => accounts.commitments.filter((each) => states.includes(each.state)).length;
  return [
    heading(1, t('chapter-figures')),
    paragraph(t('lead-figures', { count: accounts.commitments.length, done: count('done'), running: count('under-way'), stuck: count('stuck'), silent: count('not-reported') }), { style: 'lead' }),
    ...(unconfirmed > 0 ? [paragraph(t('unconfirmed', { count: unconfirmed }), { style: 'small' })] : []),
    ...themesFigure(copy, accounts),
    ...totalsTable(copy, accounts),
    ...timeFigure(copy, corpus),
  ];
}

function themesFigure(copy: Copy, accounts: Accounts): Block[] {
  const t = wordsOf(copy);
  const byTheme = new Map<string, CommitmentAccount[]>();
  for (const account of accounts.commitments) for (const theme of account.commitment.content.themes) byTheme.set(theme, [...(byTheme.get(theme) ?? []), account]);
  if (byTheme.size === 0) return [];
  const panels = [...byTheme].toSorted(([, a], [, b]) => b.length - a.length)
    .map(([theme, list]) => ({ label: themeName(copy, theme), counts: STATES.map((state) => list.filter((each) => each.state === state).length) }));
  const drawn = multiples({ lang: copy.lang, heading: t('theme'), states: STATES.map((state) => stateMark(copy, state)), panels, total: t('total') });
  return [figure(drawn.svg, t('chart-themes-alt'), { caption: t('chart-themes'), data: drawn.data, id: 'themes' })];
}

function totalsTable(copy: Copy, accounts: Accounts): Block[] {
  const t = wordsOf(copy);
  const parties = copy.parties.map((party) => party.id);
  const totals = totalsOf(accounts, parties);
  if (totals.length === 0) return [];
  const shown = (indicator: (typeof totals)[number]['indicator'], value: string | null | undefined): string => (value == null ? '–' : figureText(copy, indicator.content, { value }));
  return [table(
    [{ label: t('indicator'), width: 3 }, ...parties.map((party) => ({ label: partyName(copy, party), width: 2, numeric: true })), { label: t('settled'), width: 2, numeric: true }],
    totals.map(({ indicator, said, settled }) => [
      { text: [nameRun(copy, indicator, 'name', indicator.content.name)] }, ...parties.map((party) => shown(indicator, said[party])), shown(indicator, settled),
    ]),
    { caption: t('totals-caption'), id: 'totals' },
  )];
}

function timeFigure(copy: Copy, corpus: Corpus): Block[] {
  const t = wordsOf(copy);
  const told = (entry: Entry<unknown>, path: string, text: Parameters<typeof tell>[2]): string => tell(entry, path, text, copy.lang)?.text ?? '';
  const events = [
    ...corpus.meetings.map((each) => ({ date: each.content.dates.from, label: told(each, 'name', each.content.name), shape: 'ring' as const })),
    ...corpus.instruments.flatMap((each) => (each.content.signedOn === undefined ? [] : [{ date: each.content.signedOn, label: told(each, 'title', each.content.title), shape: 'disc' as const }])),
  ];
  if (events.length === 0) return [];
  const drawn = timeline({ lang: copy.lang, dateHeading: t('date'), eventHeading: t('event'), events });
  return [figure(drawn.svg, t('chart-time'), { caption: t('chart-time'), id: 'time' })];
}

/** What is stuck, what the sides call difficult, and which figures they still see differently. */
export function problemsChapter(copy: Copy, accounts: Accounts): Block[] {
  const t = wordsOf(copy);
  const stuck = accounts.commitments.filter((each) => each.state === 'stuck');
  const unsettled = accounts.commitments.flatMap((each) => each.lines.filter((line) => line.differs && !line.settled).map((line) => ({ each, line })));
  const blocks = [
    ...(stuck.length > 0 ? [heading(2, t('stuck-list')), bullets(stuck.map((each) => nameOf(copy, each)))] : []),
    ...saidBy(copy, accounts, 'difficulties'),
    ...(unsettled.length > 0 ? [heading(2, t('unsettled-list')), bullets(unsettled.map(({ each, line }): ListItem => ({
      text: [placeOf(copy, each.commitment.content), ': ', nameRun(copy, line.indicator, 'name', line.indicator.content.name), ' – ',
        copy.parties.map((party) => `${partyName(copy, party.id)} ${line.said[party.id] ? figureText(copy, line.indicator.content, line.said[party.id]!) : '–'}`).join('; ')],
    })))] : []),
  ];
  return [heading(1, t('chapter-problems')), ...(blocks.length > 0 ? blocks : [paragraph(t('none-problems'))])];
}

export function proposalsChapter(copy: Copy, accounts: Accounts): Block[] {
  const t = wordsOf(copy);
  const blocks = saidBy(copy, accounts, 'proposals');
  return [heading(1, t('chapter-proposals')), ...(blocks.length > 0 ? blocks : [paragraph(t('none-proposals'))])];
}

/** Each side's difficulties or proposals, under its name, with the commitment they are about. */
function saidBy(copy: Copy, accounts: Accounts, field: 'difficulties' | 'proposals'): Block[] {
  return copy.parties.flatMap((party): Block[] => {
    const items = accounts.commitments.flatMap((each) => each.accounts.filter((account) => account.party === party.id)
      .flatMap((account) => account.reports.filter((report) => report.content[field] !== undefined).map((report): ListItem => ({
        text: [runOf(copy, report, field, report.content[field]), ' ', { text: `(${placeOf(copy, each.commitment.content)})`, italic: true }],
      }))));
    return items.length > 0 ? [heading(2, partyName(copy, party.id)), { kind: 'voice', parties: [party.id], blocks: [numbered(items)] }] : [];
  });
}

function nameOf(copy: Copy, { commitment }: CommitmentAccount): ListItem {
  const told = tell(commitment, 'text', commitment.content.text, copy.lang);
  return { text: [`${placeOf(copy, commitment.content)}: `, told ? asRun(told) : ''] };
}

export function annexes(copy: Copy, corpus: Corpus, accounts: Accounts): Block[] {
  const t = wordsOf(copy);
  const dated = (value: string | undefined): string => (value === undefined ? '–' : formatDate(value, copy.lang, 'short'));
  const name = (entry: Entry<unknown>, path: string, text: Parameters<typeof tell>[2]): Run[] => [nameRun(copy, entry, path, text)];
  const spans = (list: readonly { readonly from: string; readonly to: string }[]): string => list.map((each) => spanText(copy, each)).join('; ') || t('none');
  const instruments = corpus.instruments.toSorted((a, b) => (a.content.signedOn ?? '').localeCompare(b.content.signedOn ?? ''));
  const meetings = corpus.meetings.toSorted((a, b) => a.content.dates.from.localeCompare(b.content.dates.from));
  return [
    annex(t('annex-instruments')),
    table([{ label: t('name'), width: 4 }, { label: t('signed-on') }, { label: t('place'), width: 1.5 }],
      instruments.map((each) => [name(each, 'title', each.content.title), dated(each.content.signedOn), each.content.place ?? '–'])),
    annex(t('annex-meetings')),
    table([{ label: t('name'), width: 4 }, { label: t('date'), width: 1.5 }, { label: t('place'), width: 1.5 }],
      meetings.map((each) => [name(each, 'name', each.content.name), formatPeriod(each.content.dates, copy.lang, 'short'), each.content.place ?? '–'])),
    annex(t('annex-offices')),
    table([{ label: t('name'), width: 4 }, { label: t('party') }, { label: t('validity'), width: 1.5 }],
      corpus.offices.toSorted((a, b) => a.party.localeCompare(b.party) || a.record.localeCompare(b.record))
        .map((each) => [name(each, 'name', each.content.name), partyName(copy, each.party), validity(copy, each.content)])),
    annex(t('annex-method')),
    paragraph(t('method')),
    ...(hasMachineNames(copy, corpus) ? [paragraph(t('machine-names'), { style: 'small' })] : []),
    table([{ label: '' }, { label: '', width: 3 }], [[t('counted-periods'), spans(accounts.periods.inside)], [t('listed-periods'), spans(accounts.periods.listed)],
      [t('total'), formatNumber(accounts.commitments.length, copy.lang)]]),
  ];
}

const validity = (copy: Copy, { validFrom, validTo }: { readonly validFrom?: string; readonly validTo?: string }): string =>
  formatPeriod({ from: validFrom ?? null, to: validTo ?? null }, copy.lang, 'short') || '–';

/** Whether any name printed in this copy was put into its language by a machine. */
const hasMachineNames = (copy: Copy, corpus: Corpus): boolean =>
  [...corpus.offices, ...corpus.indicators, ...corpus.instruments, ...corpus.meetings].some((entry) =>
    Object.entries(entry.translations).some(([path, languages]) => ['name', 'title', 'unit'].includes(path) && languages[copy.lang]?.origin === 'machine'));
