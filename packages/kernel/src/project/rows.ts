import { filesOf, upcast, type Derived } from './derive.ts';
import { isVerb, type Life, type Shown } from './facts.ts';
import { TRANSLATION } from './translations.ts';
import { sortKeys, titleIn, type Translations } from './texts.ts';
import type { Work } from './work.ts';

/** A record as it is written, before its translations are known. */
export interface Drawn { readonly record: string; readonly shown: Shown; readonly derived: Derived }

export function recordRow(work: Work, { record, shown, derived }: Drawn, translations: Translations) {
  const title = titleIn(shown.kind, derived.content, derived.title, translations);
  return {
    coop: work.context.cooperation.id, id: record, kind: shown.kind.name, kv: derived.kv, audience: shown.audience, party: shown.party, standing: shown.standing,
    version: shown.version, ordinal: shown.ordinal, content: derived.content, title, 
    // Nobody looks translations up by their beginning.
    sort: shown.kind.name === TRANSLATION ? {} : sortKeys(title, work.context.languages), translations,
    date: derived.date, at: shown.at, waits_for: shown.waitsFor, open_since: shown.openSince,
  };
}

export function candidateRows(coop: string, record: string, life: Life) {
  return life.candidates.map((each) => ({
    coop, record, h: each.h, on_version: each.on, round: each.round, purpose: each.as, kind: life.kind?.name ?? '', kv: each.kv, hash: each.hash, status: each.status,
    ordinal: each.status === 'agreed' ? life.versions.findIndex((version) => version.version === each.h) + 1 : null,
    proposals: each.proposals.map((fact) => ({ party: fact.party, index: fact.idx, made: fact.made, ...(fact.note === undefined ? {} : { note: fact.note }) })),
    consents: each.consents.map((fact) => ({ party: fact.party, index: fact.idx, made: fact.made })),
    rejects: each.rejects.map((fact) => ({ party: fact.party, index: fact.idx, made: fact.made, ...(fact.item.reason === undefined ? {} : { reason: fact.item.reason }) })),
  }));
}

/** Every digest that anything said of the record names, with the party that named it first. */
export function attachmentRows(work: Work, record: string, life: Life) {
  const named = new Map<string, { party: string; audience: string }>();
  for (const [fact, verdict] of life.verdicts) {
    if (verdict.class === 'void' || (!isVerb(fact, 'put') && !isVerb(fact, 'propose'))) continue;
    const from = { party: fact.party, audience: fact.audience };
    if (fact.apart && !named.has(fact.item.hash)) named.set(fact.item.hash, from);
    const content = work.content(fact.item.hash);
    if (!content || !life.kind) continue;
    for (const sha256 of filesOf(life.kind, upcast(life.kind, fact.item.kv, content))) if (!named.has(sha256)) named.set(sha256, from);
  }
  return [...named].map(([sha256, { party, audience }]) => ({ coop: work.context.cooperation.id, record, sha256, party, audience }));
}
