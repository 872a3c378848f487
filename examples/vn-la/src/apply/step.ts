/** Carrying out one step on one node. */
import { ok, problem, refuse, type Intent, type Kernel, type Reader, type RecordRow, type Result } from '@entente/kernel';
import { versionsAsked, withVersions, type ConfirmStep, type DeclineStep, type Need, type Step, type WriteStep } from '../plan/step.ts';

/** `waiting`: something of the other side is not held here yet. */
export type Outcome = 'done' | 'waiting';

/** Does a step, if what it needs is here. */
export async function performStep(kernel: Kernel, coop: string, step: Step): Promise<Result<Outcome>> {
  const reader = kernel.reader(step.by);
  const rows = await reader.many(coop, neededRecords(step));
  if (!step.needs.every((need) => isMet(need, rows))) return ok('waiting');
  if ('confirm' in step) return confirm(kernel, coop, step, reader, rows);
  if ('decline' in step) return decline(kernel, coop, step, reader);
  return write(kernel, coop, step, rows);
}

function neededRecords(step: Step): string[] {
  const asked = 'intents' in step ? step.intents.flatMap((intent) => ('content' in intent ? versionsAsked(intent.content) : [])) : [];
  return [...new Set([...step.needs.map((need) => need.record), ...asked])];
}

/** An agreed version is one that stands; a proposal that never was agreed has none. */
function isMet({ record, agreed }: Need, rows: ReadonlyMap<string, RecordRow>): boolean {
  const row = rows.get(record);
  return row !== undefined && (agreed === undefined || ((row.standing === 'agreed' || row.standing === 'changing') && row.ordinal >= agreed));
}

async function write(kernel: Kernel, coop: string, step: WriteStep, rows: ReadonlyMap<string, RecordRow>): Promise<Result<Outcome>> {
  for (const file of step.files ?? []) await kernel.blobs.put(file.bytes, file.type);
  const versions = new Map([...rows].map(([record, row]) => [record, row.version]));
  return commit(kernel, coop, step, step.intents.map((intent) => withVersions(intent, versions)));
}

async function confirm(kernel: Kernel, coop: string, step: ConfirmStep, reader: Reader, rows: ReadonlyMap<string, RecordRow>): Promise<Result<Outcome>> {
  const intents: Intent[] = [];
  for (const { record, agreed } of step.confirm) {
    const h = offered(kernel, rows.get(record), agreed === 1) ?? (await openProposal(kernel, coop, reader, record, agreed === 1));
    if (h === undefined) return ok('waiting');
    intents.push({ verb: 'consent', record, h });
  }
  return commit(kernel, coop, step, intents);
}

/** The proposal a record is shown by, where it is the other side's first and waits for us: no need to ask for all of them. */
function offered(kernel: Kernel, row: RecordRow | undefined, first: boolean): string | undefined {
  return first && row?.standing === 'proposed' && row.waitsFor.includes(kernel.party) && row.party !== kernel.party ? row.version : undefined;
}

async function decline(kernel: Kernel, coop: string, step: DeclineStep, reader: Reader): Promise<Result<Outcome>> {
  const { record, reason } = step.decline;
  const h = await openProposal(kernel, coop, reader, record, true);
  return h === undefined ? ok('waiting') : commit(kernel, coop, step, [{ verb: 'reject', record, h, reason }]);
}

/**
 * Name of the other side's open proposal: for the first version, or for one that follows. One this party has answered
 * already is as good: the step was done before a stop, and its key gives the first answer again.
 */
async function openProposal(kernel: Kernel, coop: string, reader: Reader, record: string, first: boolean): Promise<string | undefined> {
  const mine = ({ party }: { readonly party: string }) => party === kernel.party;
  const theirs = (await reader.candidates(coop, record)).filter((one) => (one.on === null) === first && !one.proposals.some(mine));
  return (theirs.find((one) => one.status === 'open') ?? theirs.find((one) => [...one.consents, ...one.rejects].some(mine)))?.h;
}

async function commit(kernel: Kernel, coop: string, step: Step, intents: readonly Intent[]): Promise<Result<Outcome>> {
  const committed = await kernel.commit(intents, { coop, by: step.by, note: step.note, idempotency: step.id });
  return committed.ok ? ok('done') : refuse(...committed.problems.map((one) => problem(one.id, [step.id, ...one.path], one.params)));
}
