/** The one way from a page, a command or a job to the kernel: at once, or through this side's own chain (decision 0019). */
import { randomUUID } from 'node:crypto';
import { contentHash, type CommitOptions, type Committed, type Intent, type Person, type RecordRow, type Result } from '@entente/kernel';
import { showLabel, type Lang } from '@entente/text';
import type { Web } from '../web.ts';
import { chainFor, firstStep, line, type Chain } from './chain.ts';
import { approval, type Approval } from './kind.ts';
import type { Submitted } from './submitted.ts';

/** Where an act that waits is kept: beside the journals, under the person who wrote it. */
export const bodyKey = (record: string): string => `approval:${record}`;
export interface Body { readonly intents: readonly Intent[]; readonly note?: string }

/** Commits, or lets the act wait for this side's approvals; judged by the kernel either way. */
export async function submit(web: Web, intents: readonly Intent[], options: CommitOptions, lang: Lang): Promise<Result<Submitted>> {
  if (web.chains.length === 0) return web.kernel.commit(intents, options);
  const reader = web.kernel.reader(options.by);
  const rows = await reader.many(options.coop, intents.flatMap((intent) => (intent.record === undefined ? [] : [intent.record])));
  const kindOf = (intent: Intent) => web.kernel.kinds.get('kind' in intent ? intent.kind : rows.get(intent.record)?.kind ?? '');
  const chain = chainFor(web.chains, options.coop, intents.map((intent) => ({ verb: intent.verb, kind: kindOf(intent) })));
  const account = chain ? await web.accounts.find(options.by.id) : null;
  const from = chain && account ? firstStep(chain, account) : 0;
  if (!chain || !account || from >= chain.steps.length) return web.kernel.commit(intents, options);
  const judged = await web.kernel.check(intents, options);
  return judged.ok ? wait(web, { chain, from, intents, options, rows, lang }) : judged;
}

interface Waiting {
  readonly chain: Chain;
  readonly from: number;
  readonly intents: readonly Intent[];
  readonly options: CommitOptions;
  readonly rows: ReadonlyMap<string, RecordRow>;
  readonly lang: Lang;
}

async function wait(web: Web, { chain, from, intents, options, rows, lang }: Waiting): Promise<Result<Submitted>> {
  const { coop, by, note } = options;
  // A second sending of the same form meets the same record.
  const record = web.kernel.naturalId(coop, approval.name, `${by.id}:${options.idempotency ?? randomUUID()}`);
  const named = intents.map((intent, at): Intent => (intent.record === undefined ? { ...intent, record: web.kernel.naturalId(coop, 'waiting', `${record}:${at}`) } : intent));
  const says = named.map((intent) => ({ verb: intent.verb, kind: 'kind' in intent ? intent.kind : rows.get(intent.record)?.kind ?? '', record: intent.record ?? '' }));
  const body: Body = { intents: JSON.parse(JSON.stringify(named)) as Intent[], ...(note ? { note } : {}) };
  const content: Approval = {
    title: titleOf(web, named, rows, lang), state: 'waiting', next: from, steps: chain.steps.map((step) => ({ ...step })),
    decisions: [line(from, 'begun', by, new Date().toISOString(), note ?? '')], says, body: contentHash(body), by: by.id,
  };
  await web.accounts.drafts.save(by.id, bodyKey(record), body);
  const kept = await web.kernel.commit([{ verb: 'put', kind: approval.name, record, content, on: null }], { coop, by, audience: 'home', idempotency: `approval:${record}` });
  if (!kept.ok) return kept;
  return { ok: true, value: { ...kept.value, records: says.map((one) => ({ record: one.record, version: '' })), waits: record } };
}

/** What it is about, in the words of who wrote it: the record, or how many of which kind. The deed is said in the reader's language beside it. */
function titleOf(web: Web, intents: readonly Intent[], rows: ReadonlyMap<string, RecordRow>, lang: Lang): string {
  const [first] = intents;
  if (!first) return '';
  const row = rows.get(first.record ?? '');
  const kind = web.kernel.kinds.get('kind' in first ? first.kind : row?.kind ?? '');
  const content = 'content' in first ? first.content as Record<string, unknown> : row?.content;
  const title = kind && content ? kind.title(content) : '';
  const text = typeof title === 'string' ? title : title[lang] ?? Object.values(title)[0] ?? '';
  const what = kind ? showLabel(intents.length > 1 ? kind.label.many : kind.label.one, lang) : '';
  return (intents.length > 1 || text === '' ? `${what} (${intents.length})` : text).slice(0, 500);
}

/** Says what was approved, in the name of who wrote it. The key makes a second pressing change nothing. */
export async function sendApproved(web: Web, coop: string, row: RecordRow<Approval>, writer: Person): Promise<Result<Committed>> {
  const kept = await web.accounts.drafts.get(writer.id, bodyKey(row.id));
  const body = kept?.body as Body | undefined;
  if (!body || contentHash(body) !== row.content.body) return { ok: false, problems: [{ id: 'approval.gone', path: [] }] };
  return web.kernel.commit(body.intents, { coop, by: writer, idempotency: `approved:${row.id}`, ...(body.note ? { note: body.note } : {}) });
}
