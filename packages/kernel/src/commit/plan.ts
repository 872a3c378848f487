import type { Audience, Item } from '../act.ts';
import type { CommitOptions, Intent } from '../contract.ts';
import { mayConsent, mayReject, nextRound, tally, type May } from '../consent/index.ts';
import type { Context } from '../context.ts';
import { UUID } from '../fields.ts';
import { contentHash, newId } from '../identity.ts';
import type { AnyKind } from '../kind.ts';
import { hasPersonal, replacePersonal, type PersonalValue } from '../personal/index.ts';
import { may, type Command } from '../policy/index.ts';
import { problem, type Problem } from '../problem.ts';
import { upcast, type Work } from '../project/index.ts';
import { heeding, isIll, spoken } from '../rules.ts';
import { referenceProblems, stateProblems, type Known } from './checks.ts';
import { contentProblems, type Plain } from './content.ts';
import { planErase } from './erase.ts';
import type { Planned } from './job.ts';

/** Everything one intent is judged by. */
export interface Bench {
  readonly context: Context;
  readonly work: Work;
  readonly known: Known;
  readonly options: CommitOptions;
  readonly audience: Audience;
  readonly now: Temporal.Instant;
}

export type Plan = { readonly ok: true; readonly planned: Planned } | { readonly ok: false; readonly problems: readonly Problem[] };

const no = (...problems: readonly Problem[]): Plan => ({ ok: false, problems });
const yes = (record: string, version: string, ...items: readonly Item[]): Plan => ({ ok: true, planned: { record, version, items } });

type Of<V extends Intent['verb']> = Extract<Intent, { verb: V }>;

/** What an intent becomes, or every reason why it may not. */
export function planIntent(intent: Intent, content: Plain | null, bench: Bench): Plan {
  switch (intent.verb) {
    case 'put':
    case 'propose': return planContent(intent, content ?? {}, bench);
    case 'retire': return planRetire(intent, bench);
    case 'consent':
    case 'reject': return planBallot(intent, bench);
    case 'erase': return planErase(intent, bench);
    default: return no(problem('intent.verb'));
  }
}

function planContent(intent: Of<'put'> | Of<'propose'>, given: Plain, bench: Bench): Plan {
  const { context, work, now } = bench;
  const kind = context.kinds.get(intent.kind);
  if (!kind) return no(problem('kind.unknown', [], { kind: intent.kind }));
  if (kind.regime !== (intent.verb === 'put' ? 'owned' : 'joint')) return no(problem('kind.regime', [], { kind: kind.name }));
  if (intent.record !== undefined && !UUID.test(intent.record)) return no(problem('record.id'));
  const record = intent.record ?? newId(now);
  if (intent.record === undefined) work.begin(record);
  const life = work.life(record);
  const exists = work.facts(record).length > 0;
  if (exists && life.kind?.name !== kind.name) return no(problem('record.kind', [], { kind: life.kind?.name ?? '?' }));
  const allowed = allow(bench, intent.verb, kind, exists ? life : null) ?? (intent.verb === 'propose' && intent.agree ? allow(bench, 'consent', kind, null) : null);
  if (allowed) return no(allowed);
  const latest = life.versions.at(-1);
  if (latest && latest.kv > kind.version) return no(problem('record.newer-software'));
  const current = latest?.version ?? null;
  const stands = latest ? work.content(latest.hash) : undefined;
  const before = stands && latest ? upcast(kind, latest.kv, stands) : null;
  const { content, personal, problems } = personalise(kind, given, before, bench);
  if (intent.on !== undefined && intent.on !== current) problems.unshift(problem('record.changed', [], { current: current ?? '' }));
  else problems.push(...besideProblems(kind, content, before, problems.map(({ path }) => path), bench));
  if (problems.length > 0) return no(...problems);
  const hash = contentHash(content);
  const base = { content, hash, kind: kind.name, kv: kind.version, on: current, record };
  if (intent.verb === 'put' && hash === latest?.hash && !life.retired) return no(problem('record.unchanged'));
  const plan = intent.verb === 'propose' ? planProposal(intent, base, bench) : yes(record, hash, { ...base, verb: 'put' });
  return plan.ok && personal.size > 0 ? { ok: true, planned: { ...plan.planned, personal } } : plan;
}

/** Personal values leave the content; the shape is judged by the values. */
function personalise(kind: AnyKind, given: Plain, before: Plain | null, { context, known }: Bench): { content: Plain; personal: ReadonlyMap<string, PersonalValue>; problems: Problem[] } {
  if (!hasPersonal(kind)) return { content: given, personal: new Map(), problems: contentProblems(kind, given, context.cooperation) };
  const { content, plain, fresh, hidden, foreign } = replacePersonal(kind, given, before, known.personal);
  const isHidden = (path: Problem['path']) => hidden.some((place) => place.every((part, at) => path[at] === part));
  const problems = contentProblems(kind, plain, context.cooperation).filter((each) => !isHidden(each.path));
  for (const path of foreign) problems.push(problem('personal.unknown', path));
  if (fresh.size > 0 && !known.keepsPersonal) problems.push(problem('personal.no-key'));
  return { content, personal: fresh, problems };
}

/** What is wrong with what the content refers to, as far as it has its shape: references, the move of its state, rules against other records. */
function besideProblems(kind: AnyKind, content: Plain, before: Plain | null, ill: readonly Problem['path'][], { context, work, known, options }: Bench): readonly Problem[] {
  const named = [...referenceProblems(kind, content, ill, work, known), ...(isIll(ill, [kind.states?.field ?? '']) ? [] : stateProblems(kind, before, content, options.by, options.note))];
  const sound = heeding(content, [...ill, ...named.map(({ path }) => path)]);
  const against = spoken(() => kind.against?.(sound, { party: context.party, linked: known.linked }) ?? []);
  return [...named, ...against.map((rule) => problem(rule.id, rule.path, rule.params))];
}

function planProposal(intent: Of<'propose'>, base: { kind: string; kv: number; record: string; hash: string; content: Plain; on: string | null }, { context, work, known }: Bench): Plan {
  const { record, on, hash, kind, kv } = base;
  const mine = context.party;
  const life = work.life(record);
  if (on !== null && intent.as !== 'tombstone' && life.versions.at(-1)?.hash === hash) return no(problem('record.unchanged'));
  const votes = life.tally ?? tally({ required: work.view.parties, ballots: [], held: {} });
  const { round, h } = nextRound(votes, { record, on, content: hash });
  const standing = life.candidates.find((each) => each.h === h && each.on === on);
  const proposed = standing?.proposals.some((fact) => fact.party === mine) ?? false;
  const consented = standing?.consents.some((fact) => fact.party === mine) ?? false;
  const refused = intent.agree && !consented ? refusal(mayConsent(votes, mine, h)) : null;
  if (refused) return no(refused);
  if (intent.agree && known.lacking(h) === 'peer.suspended') return no(problem('peer.suspended'));
  const items: Item[] = [];
  if (!proposed) items.push({ verb: 'propose', ...base, round, as: intent.as ?? (on === null ? 'original' : 'amendment') });
  if (intent.agree && !consented) items.push({ verb: 'consent', kind, kv, record, on, h });
  return items.length === 0 ? no(problem('record.unchanged')) : yes(record, h, ...items);
}

function planRetire(intent: Of<'retire'>, bench: Bench): Plan {
  const life = bench.work.life(intent.record);
  const latest = life.versions.at(-1);
  if (!life.kind || !latest) return no(problem('record.unknown'));
  const refused = allow(bench, 'retire', life.kind, life);
  if (refused) return no(refused);
  if (life.retired) return no(problem('record.retired'));
  if (!intent.reason.trim()) return no(problem('field.required', ['reason']));
  if (intent.successor !== undefined && bench.known.kindOf(intent.successor) === undefined) return no(problem('link.missing', ['successor'], { record: intent.successor }));
  return yes(intent.record, latest.version, {
    verb: 'retire', kind: life.kind.name, kv: life.kind.version, record: intent.record, on: latest.version, reason: intent.reason,
    ...(intent.successor === undefined ? {} : { successor: intent.successor }),
  });
}

function planBallot(intent: Of<'consent'> | Of<'reject'>, bench: Bench): Plan {
  const life = bench.work.life(intent.record);
  const candidate = life.candidates.find((each) => each.h === intent.h);
  if (!life.kind || !candidate) return no(problem('candidate.unknown', [], { h: intent.h }));
  const refused = allow(bench, intent.verb, life.kind, life);
  if (refused) return no(refused);
  const votes = life.tally;
  if (!votes || candidate.on !== (life.versions.at(-1)?.version ?? null)) return no(problem('candidate.closed', [], { status: candidate.status }));
  const closed = refusal((intent.verb === 'consent' ? mayConsent : mayReject)(votes, bench.context.party, intent.h));
  if (closed) return no(closed);
  const base = { kind: life.kind.name, kv: life.kind.version, record: intent.record, on: candidate.on, h: intent.h };
  const lack = intent.verb === 'consent' ? bench.known.lacking(intent.h) : null;
  if (lack) return no(problem(lack, [], { h: intent.h }));
  if (intent.verb === 'consent') return yes(intent.record, intent.h, { verb: 'consent', ...base });
  return yes(intent.record, intent.h, { verb: 'reject', ...base, ...(intent.reason === undefined ? {} : { reason: intent.reason }) });
}

/** Why the consent rules refuse, as a problem. */
function refusal(decision: May): Problem | null {
  if (decision.allowed) return null;
  const bound = decision.bindings?.[0];
  return problem(`consent.${decision.why}`, [], bound ? { h: bound.h, by: bound.by.join(', ') } : undefined);
}

function allow({ context, options, audience }: Bench, verb: Command, kind: AnyKind, life: { readonly party: string; readonly audience: Audience } | null): Problem | null {
  if ((life?.audience ?? kind.audience) !== audience) return problem('intent.audience', [], { kind: kind.name });
  const decision = may(options.by, verb, kind, life, { party: context.party, cooperation: context.cooperation });
  return decision.allowed ? null : problem(decision.why);
}
