import { erasuresIn } from './erasure.ts';
import { byJournal, heldFor, isVerb, voidFor, type ItemFact, type Life, type Shown, type Verdict, type VersionFact, type View } from './facts.ts';
import { founderOf } from './founder.ts';
import { byLead, jointLife, type JointFact } from './joint.ts';
import { ownedLife, type OwnedFact } from './owned.ts';

/** Reads a record's life from everything that was said of it. Total: whatever a peer wrote, some answer comes. */
export function lifeOf(all: readonly ItemFact[], view: View): Life {
  const items = all.toSorted(byJournal);
  const verdicts = new Map<ItemFact, Verdict>();
  const founder = founderOf(items);
  const kind = founder ? view.kind(founder.item.kind) : undefined;
  const erasures = erasuresIn(items, founder, kind?.regime, verdicts);
  const empty = { kind: null, audience: founder?.audience ?? 'joint', party: founder?.party ?? '', versions: [], candidates: [], retired: false, tally: null, verdicts, erasures } as const;
  const others = items.filter((fact) => !isVerb(fact, 'erase'));
  if (!founder) {
    for (const fact of others) verdicts.set(fact, heldFor('record.unknown'));
    return empty;
  }
  const fitting: ItemFact[] = [];
  for (const fact of others) {
    const fault = misfit(fact, founder, kind?.regime);
    if (fault) verdicts.set(fact, voidFor(fault));
    else if (!kind) verdicts.set(fact, heldFor('kind.unknown'));
    else fitting.push(fact);
  }
  if (!kind) return empty;
  const life = { kind, audience: founder.audience, party: founder.party, verdicts, erasures };
  const result = kind.regime === 'owned'
    ? { ...life, ...ownedLife(fitting as OwnedFact[], verdicts), candidates: [], tally: null }
    : { ...life, ...jointLife(fitting as JointFact[], view, verdicts), retired: false };
  for (const version of result.versions) hold(version.items, lack(version, result.kind.version, view), verdicts);
  for (const candidate of result.candidates) hold(candidate.proposals, lack(candidate, result.kind.version, view), verdicts);
  return result;
}

const VERBS = { owned: ['put', 'retire'], joint: ['propose', 'consent', 'reject'] } as const;

function misfit(fact: ItemFact, founder: NonNullable<ReturnType<typeof founderOf>>, regime: 'owned' | 'joint' | undefined): string | null {
  if (fact.audience !== founder.audience) return 'record.audience';
  if ('kind' in fact.item && fact.item.kind !== founder.item.kind) return 'record.kind';
  if (regime === undefined) return null;
  if (!(VERBS[regime] as readonly string[]).includes(fact.item.verb)) return 'record.verb';
  return regime === 'owned' && fact.party !== founder.party ? 'record.foreign' : null;
}

/** Why content cannot be shown here: its bytes have not come, or it is written in a version this software does not know. */
function lack(version: { readonly kv: number; readonly hash: string }, known: number, view: View): Verdict | null {
  if (version.kv > known) return heldFor('kind.version');
  return view.content(version.hash) === undefined ? heldFor('content.missing', { waitHash: version.hash }) : null;
}

function hold(items: readonly ItemFact[], verdict: Verdict | null, verdicts: Map<ItemFact, Verdict>): void {
  if (!verdict) return;
  for (const fact of items) if ((isVerb(fact, 'put') || isVerb(fact, 'propose')) && verdicts.get(fact)?.class === 'admitted') verdicts.set(fact, verdict);
}

/**
 * What is shown: the last agreed (or written) version whose content is here; where nothing was agreed yet, the
 * candidate that leads. Null while nothing can be shown.
 */
export function shownOf(life: Life, view: View): Shown | null {
  const { kind } = life;
  if (!kind) return null;
  const showable = (each: { readonly kv: number; readonly hash: string }) => lack(each, kind.version, view) === null;
  const ordinal = life.versions.findLastIndex(showable) + 1;
  const version = life.versions[ordinal - 1];
  const open = life.candidates.filter((candidate) => candidate.status === 'open').toSorted(byLead);
  const lead = open[0];
  const base = { kind, audience: life.audience, party: life.party };
  const waiting = {
    waitsFor: lead ? view.parties.filter((party) => !lead.consents.some((fact) => fact.party === party)) : [],
    openSince: lead ? earliest(lead.proposals) : null,
  };
  if (version) {
    const retired = kind.regime === 'owned' ? life.retired : version.as === 'tombstone';
    const standing = kind.regime === 'owned' ? (retired ? 'retired' : 'current') : lead ? 'changing' : retired ? 'retired' : 'agreed';
    return { ...base, ...waiting, standing, version: version.version, ordinal, hash: version.hash, kv: version.kv, at: latest(version) };
  }
  const candidate = open.find(showable) ?? life.candidates.filter((each) => each.on === null && showable(each)).toSorted(byLead)[0];
  if (!candidate) return null;
  return {
    ...base, ...waiting, standing: candidate.status === 'open' ? 'proposed' : 'declined', version: candidate.h, ordinal: 0,
    hash: candidate.hash, kv: candidate.kv, at: latest({ items: candidate.proposals }),
  };
}

const latest = (version: Pick<VersionFact, 'items'>) => version.items.reduce((last, fact) => (fact.stored > last ? fact.stored : last), '');
const earliest = (items: readonly ItemFact[]) => items.reduce<string | null>((first, fact) => (first === null || fact.stored < first ? fact.stored : first), null);
