import type { AgreementReport, BundleReport, ContradictionReport } from '../bundle/index.ts';
import type { Json } from '../jcs/index.ts';
import { say, type Language, type MessageName } from './messages.ts';

export interface Explanation {
  readonly verdict: 'proven' | 'consistent' | 'broken';
  /** One sentence: what the whole comes to. */
  readonly headline: string;
  /** For each content that was proposed, who said what of it, and what is not shown: of the record the file was made for, else of all. */
  readonly sections: readonly ExplainedPart[];
  /** What the same acts say of other records, and a sentence that counts these; null where they speak of none. */
  readonly others: { readonly note: string; readonly sections: readonly ExplainedPart[] } | null;
  readonly keys: readonly string[];
}

export interface ExplainedPart { readonly title: string; readonly lines: readonly string[]; readonly notShown: readonly string[] }

/** What a report says, for a person: who agreed to exactly what, since when others held it, what is not proven. */
export function explain(report: BundleReport, lang: Language): Explanation {
  const { verdict, headline } = wholeOf(report, lang);
  const { about } = report;
  const asked = report.agreements.filter(({ cooperation, record }) => !about || (record === about.record && cooperation === about.cooperation));
  const beside = report.agreements.filter((each) => !asked.includes(each));
  const told = new Set(asked.flatMap(({ consents, declines, contrary }) => [...consents, ...declines, ...contrary].map(({ act }) => act)));
  const others = [...report.acts.keys()].filter((at) => !told.has(at) || report.acts[at]!.standing === 'unproven');
  const part = (agreement: AgreementReport): ExplainedPart => ({ title: titleOf(agreement, lang), lines: linesOf(agreement, report, lang), notShown: agreement.unproven.map((each) => say(`unproven-${each}`, lang)) });
  const rest = others.length === 0 ? [] : [{ title: '', lines: others.flatMap((at) => [wrote(report, at, lang), ...heldLines(report, at, lang)]), notShown: [] }];
  return {
    verdict, headline, sections: [...report.contradictions.map((each) => contradictionPart(each, lang)), ...asked.map(part), ...rest],
    others: beside.length === 0 ? null : { note: say('others', lang, { count: new Set(beside.map(({ cooperation, record }) => `${cooperation}/${record}`)).size }), sections: beside.map(part) },
    keys: report.keys.map(({ party, role, fingerprint, isTrusted }) => say('key', lang, { party, role: say(`role-${role}`, lang), fingerprint, trust: say(isTrusted ? 'trusted' : 'untrusted', lang) })),
  };
}

function wholeOf(report: BundleReport, lang: Language): Pick<Explanation, 'verdict' | 'headline'> {
  const parts = [...report.acts, ...report.contradictions];
  const unproven = parts.filter(({ standing }) => standing === 'unproven').length;
  const [fork] = report.forks.map(([, at]) => say('fork', lang, { journal: report.acts[at]!.journal, index: report.acts[at]!.index }));
  const verdict = parts.length === 0 || unproven > 0 || fork !== undefined ? 'broken' : report.authenticity === 'proven' ? 'proven' : 'consistent';
  if (fork !== undefined || parts.length === 0) return { verdict, headline: fork ?? say('empty', lang) };
  const [contradiction] = report.acts.length === 0 ? report.contradictions : [];
  return { verdict, headline: contradiction ? say(`split-${verdict}`, lang, { party: contradiction.party }) : say(verdict, lang, { count: unproven }) };
}

/** Two histories of one journal: what was signed, who is shown to have held which, and what that does not show. */
function contradictionPart({ journal, size, signed, problem }: ContradictionReport, lang: Language): ExplainedPart {
  const title = say('split-journal', lang, { journal });
  if (problem !== null) return { title, lines: [say('split-problem', lang, { problem })], notShown: [] };
  const lines = signed.flatMap((each, at) => [
    say('split-signed', lang, { number: at + 1, size: each.size }),
    ...each.cosigned.map(({ party, at: seconds }) => say('split-held', lang, { number: at + 1, party, when: instant(seconds) })),
  ]);
  return { title, lines: [...lines, say('split-size', lang, { size })], notShown: [say('split-why', lang)] };
}

const titleOf = ({ record, cooperation, shown }: AgreementReport, lang: Language): string => {
  const text = textIn(shown, lang);
  return text === null ? say('record', lang, { record, cooperation }) : say('content', lang, { text });
};

/** The words by which a person knows the content: its title or text, in the reader's language where it has one. */
function textIn(content: Json | null, lang: Language): string | null {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return null;
  const fields = content as Readonly<Record<string, Json>>;
  for (const name of ['title', 'name', 'text', 'number']) {
    const value = fields[name];
    if (typeof value === 'string' && value !== '') return value;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
    const versions = value as Readonly<Record<string, Json>>;
    const found = versions[lang] ?? Object.values(versions)[0];
    if (typeof found === 'string') return found;
  }
  return null;
}

function linesOf(agreement: AgreementReport, report: BundleReport, lang: Language): string[] {
  const words = (['consents', 'declines', 'contrary'] as const).flatMap((list) => agreement[list].flatMap(({ party, act }) => {
    const name: MessageName = list === 'consents' ? 'consented' : list === 'declines' ? 'declined' : 'contrary';
    const { index, made } = report.acts[act]!;
    return [say(name, lang, { party, index, made: madeAt(made) }), ...heldLines(report, act, lang)];
  }));
  const about = say('record', lang, { record: agreement.record, cooperation: agreement.cooperation });
  return [...(textIn(agreement.shown, lang) === null ? [] : [about]), ...(agreement.consents.length === 0 ? [say('nobody', lang)] : []), ...words];
}

/** A cosigner may write any number where its clock should stand. */
const instant = (seconds: number): string => (seconds >= 0 && seconds < 253_402_300_800 ? `${new Date(seconds * 1_000).toISOString().slice(0, 19).replace('T', ' ')} UTC` : '?');

/** What an act says of its own time, in the same form where it has that of the protocol. */
const madeAt = (made: string | null): string => (made === null ? '?' : made.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)\.\d{3}Z$/u, '$1 $2 UTC'));

const heldLines = (report: BundleReport, at: number, lang: Language): string[] =>
  report.acts[at]!.held.filter(({ isTrusted }) => isTrusted || report.authenticity === 'unproven').map(({ party, at: seconds }) => say('held', lang, { party, when: instant(seconds) }));

function wrote(report: BundleReport, at: number, lang: Language): string {
  const { journal, index, made, standing, problem } = report.acts[at]!;
  return say('wrote', lang, { journal, index, made: madeAt(made), standing: say(`standing-${standing}`, lang, { problem: problem ?? '' }) });
}
