/** The one way from a page, a command or a job to the kernel: at once, or through this side's own chain (decision 0019). */
import { randomUUID } from 'node:crypto';
import { contentHash, type CommitOptions, type Committed, type Intent, type Person, type Problem, type RecordRow, type Result } from '@entente/kernel';
import { showLabel, type Lang } from '@entente/text';
import type { Web } from '../web.ts';
import type { Account } from '../accounts/account.ts';
import { chainFor, type Deed, deedsOf, firstStep, line, maySay, voiceOf, type Chain } from './chain.ts';
import { approval, type Approval, MOST } from './kind.ts';
import type { Submitted } from './submitted.ts';

/** Where an act that waits is kept: beside the journals, under the person who wrote it. */
export const bodyKey = (record: string): string => `approval:${record}`;
export interface Body {
  readonly intents: readonly Intent[];
  /** Acts that are said after it, one by one: what is too much for one is approved once all the same. */
  readonly more?: readonly (readonly Intent[])[];
  readonly note?: string;
}
export const actsIn = (body: Body): readonly (readonly Intent[])[] => [body.intents, ...body.more ?? []];

/** Much to say, in acts: each at once and told as it goes, or all of them as one that waits for this side's approvals. */
export async function submitAll(web: Web, acts: readonly (readonly Intent[])[], options: CommitOptions, lang: Lang, told: (count: number) => void): Promise<Result<Submitted>> {
  const [first = [], ...more] = acts;
  const begun = await submit(web, first, options, lang, more);
  if (!begun.ok || begun.value.waits !== undefined) return begun;
  told(first.length);
  let last: Submitted = begun.value;
  for (const act of more) {
    const said = await web.kernel.commit(act, options);
    if (!said.ok) return said;
    last = said.value;
    told(act.length);
  }
  return { ok: true, value: last };
}

/** Commits, or lets the act wait for this side's approvals, with those that are to be said after it; judged by the kernel either way. */
export async function submit(web: Web, intents: readonly Intent[], options: CommitOptions, lang: Lang, more: readonly (readonly Intent[])[] = []): Promise<Result<Submitted>> {
  if (web.chains.length === 0) return web.kernel.commit(intents, options);
  const { rows, deeds } = await readDeeds(web, intents, options);
  const chain = chainFor(web.chains, options.coop, deeds);
  const account = chain ? await web.accounts.find(options.by.id) : null;
  const from = chain && account ? firstStep(chain, account) : 0;
  if (!chain || !account || from >= chain.steps.length) return web.kernel.commit(intents, options);
  const acts = [intents, ...more];
  const said = acts.flat().length;
  if (said > MOST) return { ok: false, problems: [{ id: 'approval.too-much', path: [], params: { count: said, most: MOST } }] };
  const judged = await judgedAll(web, acts, { ...options, by: { ...options.by, roles: voiceOf(chain, account, deeds) ?? options.by.roles } });
  return judged.length === 0 ? wait(web, { chain, from, acts, options, rows, lang }) : { ok: false, problems: judged };
}

/** The kernel's verdict on what a person is about to say, nothing stored: in the voice it will be said in. */
export async function judge(web: Web, intents: readonly Intent[], options: CommitOptions, login: string): Promise<Result<null>> {
  if (web.chains.length === 0) return web.kernel.check(intents, options);
  const { deeds } = await readDeeds(web, intents, options);
  const roles = voiceOf(chainFor(web.chains, options.coop, deeds), { roles: options.by.roles, login }, deeds) ?? options.by.roles;
  return web.kernel.check(intents, { ...options, by: { ...options.by, roles } });
}

async function readDeeds(web: Web, intents: readonly Intent[], { coop, by }: CommitOptions): Promise<{ readonly rows: ReadonlyMap<string, RecordRow>; readonly deeds: readonly Deed[] }> {
  const rows = await web.kernel.reader(by).many(coop, intents.flatMap((intent) => (intent.record === undefined ? [] : [intent.record])));
  return { rows, deeds: deedsOf(intents, (intent) => web.kernel.kinds.get('kind' in intent ? intent.kind : rows.get(intent.record)?.kind ?? '')) };
}

/** Each act as the kernel sees it; that a later one names what an earlier one is to make is no problem of it. */
async function judgedAll(web: Web, acts: readonly (readonly Intent[])[], options: CommitOptions): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  const before = new Set<unknown>();
  for (const act of acts) {
    const judged = await web.kernel.check(act, options);
    if (!judged.ok) problems.push(...judged.problems.filter(({ id, params }) => id !== 'link.missing' || !before.has(params?.['record'])));
    for (const { record } of act) before.add(record);
  }
  return problems;
}

interface Waiting {
  readonly chain: Chain;
  readonly from: number;
  readonly acts: readonly (readonly Intent[])[];
  readonly options: CommitOptions;
  readonly rows: ReadonlyMap<string, RecordRow>;
  readonly lang: Lang;
}

async function wait(web: Web, { chain, from, acts, options, rows, lang }: Waiting): Promise<Result<Submitted>> {
  const { coop, by, note } = options;
  // A second sending of the same form meets the same record.
  const record = web.kernel.naturalId(coop, approval.name, `${by.id}:${options.idempotency ?? randomUUID()}`);
  const withIds = acts.map((act, of) => act.map((intent, at): Intent => (intent.record === undefined ? { ...intent, record: web.kernel.naturalId(coop, 'waiting', `${record}:${of}:${at}`) } : intent)));
  const named = withIds.flat();
  const says = named.map((intent) => ({ verb: intent.verb, kind: 'kind' in intent ? intent.kind : rows.get(intent.record)?.kind ?? '', record: intent.record ?? '' }));
  const [first = [], ...more] = JSON.parse(JSON.stringify(withIds)) as Intent[][];
  const body: Body = { intents: first, ...(more.length > 0 ? { more } : {}), ...(note ? { note } : {}) };
  const content: Approval = {
    title: titleOf(web, named, rows, lang), state: 'waiting', next: from, steps: chain.steps.map((step) => ({ ...step })),
    decisions: [line(from, 'begun', by, new Date().toISOString(), note ?? '')], says, body: contentHash(body), by: by.id,
  };
  if (!await web.accounts.drafts.save(by.id, bodyKey(record), body)) return { ok: false, problems: [{ id: 'approval.too-much', path: [], params: { count: named.length, most: MOST } }] };
  const kept = await web.kernel.commit([{ verb: 'put', kind: approval.name, record, content, on: null }], { coop, by, audience: 'home', idempotency: `approval:${record}` });
  if (!kept.ok) return kept;
  return { ok: true, value: { ...kept.value, records: says.map((one) => ({ record: one.record, version: '' })), waits: record } };
}

/** What it is about, in the words of who wrote it: the record, how many of which kind, or the first and how many with it. The deed is said in the reader's language beside it. */
function titleOf(web: Web, intents: readonly Intent[], rows: ReadonlyMap<string, RecordRow>, lang: Lang): string {
  const [first] = intents;
  if (!first) return '';
  const row = rows.get(first.record ?? '');
  const kind = web.kernel.kinds.get('kind' in first ? first.kind : row?.kind ?? '');
  const content = 'content' in first ? first.content as Record<string, unknown> : row?.content;
  const title = kind && content ? kind.title(content) : '';
  const text = typeof title === 'string' ? title : title[lang] ?? Object.values(title)[0] ?? '';
  const what = kind ? showLabel(intents.length > 1 ? kind.label.many : kind.label.one, lang) : '';
  const isMixed = text !== '' && intents.some((one) => 'kind' in one && 'kind' in first && one.kind !== first.kind);
  return (isMixed ? `${text} (+${intents.length - 1})` : intents.length > 1 || text === '' ? `${what} (${intents.length})` : text).slice(0, 500);
}

/** In whose name it is said: its writer's; where they may not say it themselves, the first's of those who cleared it and may. */
async function speakerOf(web: Web, { content }: RecordRow<Approval>, body: Body, writer: Account, last: Account): Promise<Person> {
  const kinds = new Map(content.says.map(({ record, kind }) => [record, kind]));
  const deeds = deedsOf(actsIn(body).flat(), (intent) => web.kernel.kinds.get('kind' in intent ? intent.kind : kinds.get(intent.record) ?? ''));
  const cleared = await Promise.all(content.decisions.filter(({ verdict }) => verdict === 'approved').map(({ person }) => web.accounts.find(person)));
  return [writer, ...cleared, last].find((one) => one && !one.disabled && maySay(one.roles, deeds)) ?? writer;
}

/** Says what was approved, act by act, after the clearing of `last`. The keys make a second pressing change nothing, and go on with what is left. */
export async function sendApproved(web: Web, coop: string, row: RecordRow<Approval>, writer: Account, last: Account): Promise<Result<Committed>> {
  const kept = await web.accounts.drafts.get(writer.id, bodyKey(row.id));
  const body = kept?.body as Body | undefined;
  if (!body || contentHash(body) !== row.content.body) return { ok: false, problems: [{ id: 'approval.gone', path: [] }] };
  const by = await speakerOf(web, row, body, writer, last);
  let sent: Result<Committed> | null = null;
  for (const [at, act] of actsIn(body).entries()) {
    sent = await web.kernel.commit(act, { coop, by, idempotency: at === 0 ? `approved:${row.id}` : `approved:${row.id}:${at}`, ...(body.note ? { note: body.note } : {}) });
    if (!sent.ok) return sent;
  }
  return sent ?? { ok: false, problems: [{ id: 'approval.gone', path: [] }] };
}
