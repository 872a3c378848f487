import { commitmentsIn } from '../personal/index.ts';
import { erasedIn, filesOf, upcast, type CandidateFact, type Life, type Work } from '../project/index.ts';
import { run } from '../store/index.ts';

interface Need { readonly files: readonly string[]; readonly personal: readonly string[]; readonly shows: boolean }

/** Why a candidate cannot be consented to here though the rules of consent allow it; null when nothing is lacking. */
export type Lacking = (h: string) => string | null;

/**
 * What a party must hold before it consents (protocol.md sections 2 and 6): the content in a version it can show in
 * full, its files, its personal values; and no peer that signed two histories.
 */
export async function lackingFor(work: Work, lives: readonly Life[]): Promise<Lacking> {
  const coop = work.context.cooperation.id;
  const needs = new Map(lives.flatMap((life) => life.candidates.map((candidate) => [candidate.h, needOf(work, life, candidate)] as const)));
  const all = [...needs.values()].filter((each) => each !== null);
  const held = async (text: string, names: readonly string[], more: readonly unknown[] = []): Promise<Set<string>> =>
    names.length === 0 ? new Set() : new Set((await run<{ name: string }>(work.handle, text, [names, ...more])).map((row) => row.name));
  const blobs = await held('select sha256 as name from blob where sha256 = any($1::text[])', all.flatMap((need) => need.files));
  const values = await held('select commitment as name from personal where commitment = any($1::text[]) and coop = $2', all.flatMap((need) => need.personal), [coop]);
  const faults = await run(work.handle, 'select 1 as yes from peer where coop = $1 and fault is not null', [coop]);
  return (h) => {
    const need = needs.get(h);
    if (faults.length > 0) return 'peer.suspended';
    if (!need) return 'candidate.not-held';
    if (!need.shows) return 'candidate.not-shown';
    if (need.files.some((sha256) => !blobs.has(sha256))) return 'blob.missing';
    return need.personal.some((commitment) => !values.has(commitment)) ? 'personal.missing' : null;
  };
}

function needOf(work: Work, life: Life, candidate: CandidateFact): Need | null {
  const { kind } = life;
  const content = work.content(candidate.hash);
  if (!kind || !content || candidate.kv > kind.version) return null;
  const whole = upcast(kind, candidate.kv, content);
  const erased = erasedIn(life);
  const personal = commitmentsIn(kind, whole).filter((commitment) => !erased.has(commitment));
  // Where values are hidden the shape cannot be judged; whoever proposed it had to pass it.
  return { files: filesOf(kind, whole), personal, shows: commitmentsIn(kind, whole).length > 0 || kind.shape.safeParse(whole).success };
}
