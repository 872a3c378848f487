import { formatNumber } from '@entente/text';
import {
  annex, bars, bold, bullets, comparison, facts, figure, heading, inLanguage, link, multiples, numbered, paragraph, quote, state, table, timeline, voice,
} from '../../src/index.ts';
import type { Block, Document, Party, Row, Side } from '../../src/index.ts';
import { commitments, meetings, offices, proposals, themes } from './record.ts';
import type { SampleCommitment } from './record.ts';
import { difficultyWords, places, sentences, states, words } from './words.ts';
import type { Three } from './words.ts';

export type SampleLang = 'vi' | 'lo' | 'en';

const YEARS = [2019, 2020, 2021];

/**
 * A joint report of some 40 pages: for tests, for looking at, and for measuring. The same every time; another `variant` has other
 * figures on every page, so that nothing can be set from memory. Each side is named first in its own copy.
 */
export function sampleReport(lang: SampleLang, variant = 0): Document {
  shift = variant;
  const say = (three: Three): string => three[lang];
  const parties: Party[] = [{ id: 'VN', name: say(words.vietnam), colour: '#a8201a' }, { id: 'LA', name: say(words.laos), colour: '#1d4b96' }];
  if (lang === 'lo') parties.reverse();
  return {
    title: say(words.title), subtitle: say(words.subtitle), lang, parties, date: '2022-03-15', mark: say(words.mark), running: say(words.running), contents: 2,
    meta: [
      { label: say(words.period), text: '2019–2021' }, { label: say(words.version), text: '3 · 8f2c 41d7 90ab' },
      { label: say(words.languages), text: say(words.languageNames) },
    ],
    blocks: [...introduction(lang), ...inFigures(lang, parties), ...oneByOne(lang, parties), ...conclusions(lang), ...annexes(lang)],
  };
}

function introduction(lang: SampleLang): Block[] {
  return [
    heading(1, words.introduction[lang]),
    paragraph(words.lead[lang], { style: 'lead' }),
    paragraph([words.method[lang], { text: '', note: words.footnote[lang] }]),
    paragraph([bold(`${words.commitments[lang]}: `), link('entente', 'https://example.org/record'), '. ', inLanguage('lo', words.running.lo), ' · ', inLanguage('vi', words.running.vi)]),
  ];
}

let shift = 0;

/** A figure that looks reported: from the commitment, the year and the side, nothing random. */
const amount = (index: number, year: number, side: number): number => 12 + shift + ((index * 37 + (year - 2019) * 23 + side * 5) % 140);

function inFigures(lang: SampleLang, parties: readonly Party[]): Block[] {
  const say = (three: Three): string => three[lang];
  const panels = themes.map((theme, at) => ({ label: theme[lang], counts: states.map((_, s) => 1 + ((at * 5 + s * 3) % 7) + commitments.filter((c) => c.theme === at && c.state === s).length) }));
  const byState = multiples({ lang, heading: say(words.theme), total: say(words.total), panels, states: states.map(({ shape, label }) => ({ shape, label: label[lang] })) });
  const trained = bars({
    lang, heading: say(words.theme), unit: say(words.people), missing: say(words.missing), categories: themes.map(say),
    series: parties.map(({ name, colour }, side) => ({ label: name, colour, values: themes.map((_, at) => (side === 1 && at === 4 ? null : String(amount(at, 2019, side) * 4))) })),
  });
  const money = bars({
    lang, heading: say(words.theme), unit: say(words.millions), missing: say(words.missing), categories: themes.map(say), stacked: true,
    series: [words.grant, words.enterprise, words.partner].map((label, source) => ({ label: say(label), colour: ['#1b1d20', '#7a6a3f', '#2e6b3f'][source] ?? '#1b1d20', values: themes.map((_, at) => String(amount(at, 2020, source) * 10)) })),
  });
  const line = timeline({ lang, dateHeading: say(words.date), eventHeading: say(words.event), events: meetings.map(({ date, label, bound }) => ({ date, label: label[lang], shape: bound ? 'disc' as const : 'ring' as const })) });
  return [
    heading(1, words.state[lang]),
    heading(2, words.byTheme[lang]),
    figure(byState.svg, words.byTheme[lang], { caption: words.byTheme[lang], data: byState.data }),
    heading(2, words.reported[lang]),
    figure(trained.svg, words.reported[lang], { caption: words.reported[lang], data: trained.data }),
    heading(2, words.money[lang]),
    figure(money.svg, words.money[lang], { caption: words.money[lang], data: money.data }),
    heading(2, words.meetingsLine[lang]),
    figure(line.svg, words.meetingsLine[lang], { caption: words.meetingsLine[lang] }),
  ];
}

function oneByOne(lang: SampleLang, parties: readonly Party[]): Block[] {
  const blocks: Block[] = [heading(1, words.commitments[lang])];
  for (const [at, theme] of themes.entries()) {
    blocks.push(heading(2, theme[lang]));
    for (const [index, commitment] of commitments.entries()) if (commitment.theme === at) blocks.push(...ofCommitment(lang, parties, commitment, index));
  }
  return blocks;
}

function ofCommitment(lang: SampleLang, parties: readonly Party[], commitment: SampleCommitment, index: number): Block[] {
  const untranslated = lang !== 'vi' && index === 4;
  const source = `${words.commitment[lang]} ${commitment.id} · ${words.period[lang]} 2019–2021`;
  const blocks: Block[] = [
    heading(3, commitment.title[lang], { id: `c-${commitment.id}` }),
    untranslated
      ? quote(commitment.text.vi, { lang: 'vi', provenance: 'original', source })
      : quote(commitment.text[lang], { lang, provenance: lang === 'lo' ? 'machine' : 'summary', source }),
    facts([
      { label: words.responsible[lang], text: offices.filter((_, at) => at % 2 === index % 2).map(({ name }) => name[lang]).join('; ') },
      { label: words.origin[lang], text: meetings[4]?.label[lang] ?? '' },
      { label: words.earlier[lang], text: meetings.slice(1, 4).map(({ label, date }) => `${label[lang]} (${date.slice(0, 4)})`).join(', ') },
    ]),
  ];
  for (const year of YEARS) {
    blocks.push(heading(4, words.year[lang].replace('{year}', String(year)), { numbered: false }));
    blocks.push(comparison(...parties.map((party, side) => account(lang, party, index, year, side))));
  }
  blocks.push(figuresOf(lang, parties, commitment, index), activitiesOf(lang, parties, commitment, index));
  if (index % 3 === 0) blocks.push(voice(parties.map(({ id }) => id), [paragraph(sentences[5]?.[lang] ?? '')], words.jointly[lang]));
  return blocks;
}

function account(lang: SampleLang, party: Party, index: number, year: number, side: number): Side {
  const pick = (offset: number): string => {
    const at = index * 3 + (year - 2019) * 2 + side * 4 + offset;
    const place = places[at % places.length]?.[lang] ?? '';
    return (sentences[at % sentences.length]?.[lang] ?? '').replace('{year}', String(year)).replace('{place}', place).replace('{n}', String(amount(index, year, side)));
  };
  const difficulties = [0, 1].map((offset) => difficultyWords[(index + year + side + offset) % difficultyWords.length]?.[lang] ?? '');
  return {
    party: party.id,
    blocks: [paragraph(`${pick(0)} ${pick(1)}`), paragraph(pick(3)), paragraph(pick(5)), paragraph(words.difficulties[lang], { style: 'label' }), bullets(difficulties)],
  };
}

function figuresOf(lang: SampleLang, parties: readonly Party[], commitment: SampleCommitment, index: number): Block {
  const number = (value: number): string => formatNumber(String(value), lang);
  const standing = states[commitment.state];
  const rows = YEARS.map((year) => {
    const [mine, theirs] = [amount(index, year, 0), amount(index, year, index % 2)];
    const settled = mine === theirs || year === 2019;
    return { cells: [words.year[lang].replace('{year}', String(year)), number(mine), number(theirs), mine === theirs ? '–' : number(Math.abs(mine - theirs)), settled ? number(mine) : '–', settled && standing ? state(standing.shape, standing.label[lang]) : state('running', states[1]?.label[lang] ?? '')] };
  });
  const sum = (side: number): number => YEARS.reduce((total, year) => total + amount(index, year, side), 0);
  return table(
    [{ label: words.indicator[lang], width: 1.5 }, ...parties.map(({ id }) => ({ label: id, numeric: true })), { label: words.difference[lang], numeric: true }, { label: words.settled[lang], numeric: true }, { label: words.stateHead[lang], width: 1.5 }],
    [...rows, { style: 'total' as const, cells: [words.total[lang], number(sum(0)), number(sum(index % 2)), number(Math.abs(sum(0) - sum(index % 2))), '–', ''] }],
    { caption: `${words.figuresOf[lang]} ${commitment.id}`, head: [['', { text: words.reports[lang], span: 2 }, { text: '', span: 3 }]] },
  );
}

function activitiesOf(lang: SampleLang, parties: readonly Party[], commitment: SampleCommitment, index: number): Block {
  const money = (value: number): string => formatNumber(String(value * 1_250_000), lang);
  const group = (year: number): Row => ({ style: 'group', cells: [{ text: words.year[lang].replace('{year}', String(year)), span: 4 }] });
  const rows = YEARS.flatMap((year) => [group(year), ...parties.map((party, side): Row => {
    const at = index + year + side;
    const what = (sentences[at % sentences.length]?.[lang] ?? '').replace('{year}', String(year)).replace('{place}', places[at % places.length]?.[lang] ?? '').replace('{n}', String(amount(index, year, side)));
    return { party: party.id, cells: [what, places[at % places.length]?.[lang] ?? '', String(amount(index, year, side)), money(amount(index, year, side))] };
  })]);
  return table(
    [{ label: words.activity[lang], width: 3.4 }, { label: words.place[lang], width: 1.2 }, { label: words.people[lang], width: 0.8, numeric: true }, { label: 'VND', width: 1.3, numeric: true }],
    rows, { caption: `${words.activities[lang]} ${commitment.id}` },
  );
}

function conclusions(lang: SampleLang): Block[] {
  return [
    heading(1, words.problems[lang]),
    bullets(difficultyWords.map((each, at) => ({ text: each[lang], list: bullets([`${words.commitment[lang]} ${commitments[at]?.id ?? ''}: ${commitments[at]?.title[lang] ?? ''}`, sentences[6]?.[lang] ?? '']) }))),
    heading(1, words.proposals[lang]),
    voice(['VN', 'LA'], [numbered(proposals.map((each) => each[lang]))], words.jointly[lang]),
  ];
}

function annexes(lang: SampleLang): Block[] {
  const columns = [{ label: words.date[lang], width: 1 }, { label: words.event[lang], width: 2.4 }, { label: words.place[lang], width: 1 }];
  const rowsOf = (bound: boolean): string[][] => meetings.filter((each) => each.bound === bound || !bound).map(({ date, label, place }) => [date, label[lang], places[place]?.[lang] ?? '']);
  return [
    annex(words.instruments[lang]), table(columns, rowsOf(true)),
    annex(words.meetings[lang]), heading(2, words.meetings[lang]), table(columns, rowsOf(false)),
    annex(words.offices[lang]),
    table(
      [{ label: words.office[lang], width: 2.4 }, { label: words.named[lang] }, { label: words.after[lang], width: 1.6 }],
      offices.map(({ party, name, named, after }) => ({ party, cells: [name[lang], named, after[lang]] })),
    ),
  ];
}
