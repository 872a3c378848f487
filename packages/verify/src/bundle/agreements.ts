import { sha256, toHex } from '../hash/index.ts';
import { canonicalBytes, type Json } from '../jcs/index.ts';
import type { CheckedAct, Standing } from './acts.ts';
import { isRecord } from './bundle.ts';

/** A party's word on a candidate, and the act (by its place in the report) that says it. */
export interface Word { readonly party: string; readonly act: number; readonly standing: Standing }

/**
 * What a bundle cannot show of an agreement: `authenticity`, some word rests on a key nobody vouched for; `held-by-others`, no
 * other party cosigned the journal that holds some word; `content`, the content itself is not in the bundle; `naming`, no
 * proposal in the bundle says which content the name stands for; `earlier-acts`, always: that no earlier act of a party, not
 * in the bundle, makes its word void (only the whole journal shows that).
 */
export type Unproven = 'authenticity' | 'held-by-others' | 'content' | 'naming' | 'earlier-acts';

/** One content proposed as successor of one version, and who said what of it. */
export interface AgreementReport {
  readonly cooperation: string;
  readonly record: string;
  /** Version it would succeed. */
  readonly on: string | null;
  /** Name of the candidate, recomputed from a proposal where one is in the bundle. */
  readonly h: string;
  /** Content hash, where a proposal names it. */
  readonly content: string | null;
  /** The content, where the bundle holds it and it has that hash. */
  readonly shown: Json | null;
  readonly consents: readonly Word[];
  readonly declines: readonly Word[];
  /** A party's second word on the same candidate, the contrary of its first: without effect, and a breach. */
  readonly contrary: readonly Word[];
  readonly unproven: readonly Unproven[];
}

interface Draft {
  readonly cooperation: string;
  readonly record: string;
  readonly on: string | null;
  readonly h: string;
  content: string | null;
  shown: Json | null;
  readonly words: (Word & { readonly verb: 'consent' | 'reject' })[];
}

/** Gathers what the proven acts say, by candidate. Items of another form than known are passed over. */
export function agreements(acts: readonly CheckedAct[], contents: ReadonlyMap<string, Json>): AgreementReport[] {
  const drafts = new Map<string, Draft>();
  // In journal order, so that a party's first word on a candidate comes first.
  const inOrder = [...acts.entries()].toSorted(([, a], [, b]) => a.report.index - b.report.index);
  for (const [at, act] of inOrder) {
    if (act.report.standing === 'unproven' || act.audience !== 'joint') continue;
    for (const item of act.items) if (isRecord(item)) take(drafts, act, at, item, contents);
  }
  return [...drafts.values()].map((draft) => report(draft, acts));
}

function take(drafts: Map<string, Draft>, act: CheckedAct, at: number, item: { readonly [key: string]: Json }, contents: ReadonlyMap<string, Json>): void {
  const { verb, record, on = null, hash, round } = item;
  if (typeof record !== 'string' || !(on === null || typeof on === 'string')) return;
  const isProposal = verb === 'propose' && typeof hash === 'string' && typeof round === 'number';
  const h = isProposal ? toHex(sha256(canonicalBytes({ content: hash, record, round, v: on }))) : item['h'];
  const isWord = verb === 'consent' || verb === 'reject';
  if (typeof h !== 'string' || !(isProposal || isWord)) return;
  const name = JSON.stringify([act.cooperation, record, on, h]);
  const draft = drafts.get(name) ?? { cooperation: act.cooperation, record, on, h, content: null, shown: null, words: [] };
  drafts.set(name, draft);
  if (isProposal) {
    draft.content = hash;
    draft.shown ??= contentOf(item['content'], hash) ?? contents.get(hash) ?? null;
  } else if (isWord) {
    draft.words.push({ verb, party: act.party, act: at, standing: act.report.standing });
  }
}

const contentOf = (content: Json | undefined, hash: string): Json | undefined =>
  content !== undefined && toHex(sha256(canonicalBytes(content))) === hash ? content : undefined;

function report({ words, ...draft }: Draft, acts: readonly CheckedAct[]): AgreementReport {
  const first = words.filter(({ party }, i) => words.findIndex((word) => word.party === party) === i);
  const said = (verb: string): Word[] => first.filter((word) => word.verb === verb).map(bare);
  const contrary = words.filter((word) => first.find(({ party }) => party === word.party)!.verb !== word.verb).map(bare);
  const found: Unproven[] = [];
  if (first.some(({ standing }) => standing !== 'authentic')) found.push('authenticity');
  if (first.some(({ act }) => !acts[act]!.report.held.some(({ isTrusted }) => isTrusted))) found.push('held-by-others');
  if (draft.content === null) found.push('naming');
  else if (draft.shown === null) found.push('content');
  return { ...draft, consents: said('consent'), declines: said('reject'), contrary, unproven: [...found, 'earlier-acts'] };
}

const bare = ({ party, act, standing }: Word): Word => ({ party, act, standing });
