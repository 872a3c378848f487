/** Carrying out one step on one node. */
import { ok, problem, refuse, type Candidate, type Intent, type Kernel, type Reader, type RecordRow, type Result } from '@entente/kernel';
import { versionsAsked, withVersions, type ConfirmStep, type DeclineStep, type Need, type Step, type WriteStep } from '../plan/step.ts';

/** `waiting`: something of the other side is not held here yet; `done` also when it had been done before. */
export type Outcome = 'done' | 'waiting';

/** Does a step, if what it needs is here. Doing it again changes nothing. */
export async function performStep(kernel: Kernel, coop: string, step: Step): Promise<Result<Outcome>> {
  const reader = kernel.reader(step.by);
  const rows = await reader.many(coop, neededRecords(step));
  if (!step.needs.every((need) => isMet(need, rows))) return ok('waiting');
  if ('confirm' in step) return confirm(kernel, coop, step, reader);
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

async function confirm(kernel: Kernel, coop: string, step: ConfirmStep, reader: Reader): Promise<Result<Outcome>> {
  const intents: Intent[] = [];
  for (const { record, agreed } of step.confirm) {
    const candidates = await reader.candidates(coop, record);
    if (candidates.filter((one) => isTheirs(one, kernel.party) && one.consents.some(({ party }) => party === kernel.party)).length >= agreed) continue;
    const open = candidates.find((one) => one.status === 'open' && isTheirs(one, kernel.party) && (one.on === null) === (agreed === 1));
    if (!open) return ok('waiting');
    intents.push({ verb: 'consent', record, h: open.h });
  }
  return intents.length === 0 ? ok('done') : commit(kernel, coop, step, intents);
}

async function decline(kernel: Kernel, coop: string, step: DeclineStep, reader: Reader): Promise<Result<Outcome>> {
  const { record, reason } = step.decline;
  const theirs = (await reader.candidates(coop, record)).filter((one) => isTheirs(one, kernel.party));
  if (theirs.some((one) => one.rejects.some(({ party }) => party === kernel.party))) return ok('done');
  const open = theirs.find((one) => one.status === 'open');
  return open ? commit(kernel, coop, step, [{ verb: 'reject', record, h: open.h, reason }]) : ok('waiting');
}

const isTheirs = (candidate: Candidate, party: string) => candidate.proposals.length > 0 && candidate.proposals.every((one) => one.party !== party);

async function commit(kernel: Kernel, coop: string, step: Step, intents: readonly Intent[]): Promise<Result<Outcome>> {
  const committed = await kernel.commit(intents, { coop, by: step.by, note: step.note, idempotency: step.id });
  if (committed.ok) return ok('done');
  return refuse(...committed.problems.map((one) => problem(one.id, [step.id, ...one.path], one.params)));
}
