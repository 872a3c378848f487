import type { CandidateTally, Tally } from './tally.ts';

/** An earlier consent that still binds a party, and who could free it by declining that candidate. */
export interface Binding { readonly h: string; readonly by: readonly string[] }

/**
 * Why a party may not vote so now:
 * `not-a-party`; `agreed`, another candidate is the agreed version; `own-pending`, its earlier votes wait for more of a peer's
 * journal; `already-consented` and `already-declined`, it has spoken; `declined`, another party declined this candidate, so
 * that consent would lead nowhere; `needs-release`, see `bindings`.
 */
export type WhyNot = 'not-a-party' | 'agreed' | 'own-pending' | 'already-consented' | 'already-declined' | 'declined' | 'needs-release';

export type May =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly why: WhyNot; readonly bindings?: readonly Binding[] };

const YES: May = { allowed: true };
const no = (why: WhyNot): May => ({ allowed: false, why });

/**
 * Whether a party may consent to a candidate now, in view of everything held here: the act must carry the sizes held as its
 * `seen`. A candidate nobody has voted on yet is judged as one proposed in the same act.
 */
export function mayConsent(tally: Tally, party: string, h: string): May {
  const spoken = hasSpoken(tally, party, h);
  if (spoken) return spoken;
  if (find(tally, h)?.rejects.length) return no('declined');
  const bindings = bindingsOf(tally, party).filter((binding) => binding.h !== h);
  return bindings.length === 0 ? YES : { allowed: false, why: 'needs-release', bindings };
}

/** Whether a party may decline a candidate now. Declining is for ever; the same content may be proposed again in a new round. */
export function mayReject(tally: Tally, party: string, h: string): May {
  return hasSpoken(tally, party, h) ?? YES;
}

/** The parties that would be free to consent to something else if this party declined `h`, and are not free yet. */
export function freedBy(tally: Tally, party: string, h: string): readonly string[] {
  const candidate = find(tally, h);
  if (!candidate || candidate.rejects.length > 0 || !mayReject(tally, party, h).allowed) return [];
  return candidate.consents.map((vote) => vote.party);
}

/** Consents of a party that no other party's decline has released yet. */
export function bindingsOf(tally: Tally, party: string): readonly Binding[] {
  return tally.candidates
    .filter(({ consents, rejects }) => consents.some((vote) => vote.party === party) && rejects.length === 0)
    .map(({ h, undecided }) => ({ h, by: undecided }));
}

function hasSpoken(tally: Tally, party: string, h: string): May | null {
  if (!tally.required.includes(party)) return no('not-a-party');
  const candidate = find(tally, h);
  if (candidate?.consents.some((vote) => vote.party === party)) return no('already-consented');
  if (candidate?.rejects.some((vote) => vote.party === party)) return no('already-declined');
  if (tally.agreed !== null) return no('agreed');
  return tally.pending.some((ballot) => ballot.party === party) ? no('own-pending') : null;
}

const find = (tally: Tally, h: string): CandidateTally | undefined => tally.candidates.find((candidate) => candidate.h === h);
