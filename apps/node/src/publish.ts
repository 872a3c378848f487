/** The public journals that a running node holds as a folder of static files, which any web server serves and anyone can check. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFiles, copyFiles, copyJournal, filesIn, type JournalFiles } from '@entente/exchange';
import { keyOwner, parseCheckpoint, parseNote, parseVerifierKey, type VerifierKey } from '@entente/verify';
import type { Keyring } from './keys.ts';

export interface Published {
  readonly journal: string;
  /** Acts in the copy. */
  readonly size: number;
  /** Files of this run, tiles and attached files alike. */
  readonly written: number;
  /** Attached files the node does not have. */
  readonly missing: number;
  /** What is wrong with the copy when it is checked again, entry by entry; null when nothing. */
  readonly fault: string | null;
}

interface Health { readonly party: string; readonly journals: readonly { readonly coop: string; readonly party: string; readonly audience: string; readonly size: number }[] }

/** What a node says of its keys, and of those of the parties whose journals it mirrors. */
interface Said extends Keyring { readonly others?: Keyring }

/**
 * Brings a folder level with the public journals a node holds, its party's own and those it mirrors (docs/decisions/0022), under
 * the paths of the node itself, with the keys it names and the files they name, and checks the whole copy again. Done again,
 * only what is new is fetched. Throws an Error when the node does not answer.
 */
export async function publishFrom(url: string, folder: string): Promise<readonly Published[]> {
  const health = JSON.parse(await textOf(url, '/healthz')) as Health;
  const keys = await textOf(url, '/exchange/keys');
  const said = JSON.parse(keys) as Said;
  mkdirSync(join(folder, 'exchange'), { recursive: true });
  writeFileSync(join(folder, 'exchange', 'keys'), keys);
  const published: Published[] = [];
  for (const { coop, party } of health.journals.filter((each) => each.audience === 'public' && each.size > 0)) {
    const own = party === health.party;
    const path = `exchange/${encodeURIComponent(coop)}/${own ? '' : `mirror/${encodeURIComponent(party)}/`}public`;
    const made = await publishJournal(`${url.replace(/\/$/u, '')}/${path}`, join(folder, path), own ? statedIn(said, party) : statedIn(said.others, party));
    if (made) published.push({ journal: `${coop}/${party}/public`, ...made });
  }
  return published;
}

/** Null while the node holds nothing of it that was signed: a long journal that is still being taken in. */
async function publishJournal(from: string, into: string, journal: readonly VerifierKey[]): Promise<Omit<Published, 'journal'> | null> {
  const source = over(from);
  const copied = await copyJournal(source, into);
  if (copied.size === 0) return null;
  const files = await copyFiles(filesIn(into), copied.size, source, into);
  const note = parseNote((await filesIn(into)('checkpoint')) ?? new Uint8Array());
  const checkpoint = note.ok ? parseCheckpoint(note.value.text) : note;
  const checked = await checkFiles(filesIn(into), { journal, origin: checkpoint.ok ? checkpoint.value.origin : '' });
  return { size: copied.size, written: copied.written + files.written, missing: files.missing.length, fault: checked.fault === null ? null : `${checked.fault} ${checked.detail}` };
}

/** Keys of a party that stand by themselves, and those a root states. Whether they are the party's is for whoever reads the copy to compare. */
const statedIn = ({ anchors, statements }: Keyring = { anchors: [], statements: [] }, party: string): readonly VerifierKey[] =>
  [...anchors, ...statements.map((statement) => statement.split('\n')[1] ?? '')].map((vkey) => parseVerifierKey(vkey)).flatMap((each) => (each.ok && keyOwner(each.value.name)?.party === party ? [each.value] : []));

async function textOf(url: string, path: string): Promise<string> {
  const response = await fetch(new URL(path, url), { redirect: 'error' });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.text();
}

/** Milliseconds to wait when the node asks for patience and names no time. */
const PATIENCE = 1_000;

const over = (base: string): JournalFiles => async (path) => {
  for (;;) {
    const response = await fetch(`${base}/${path}`, { redirect: 'error' });
    if (response.status === 429) {
      const seconds = Number(response.headers.get('retry-after'));
      await new Promise((resolve) => { setTimeout(resolve, Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 60) * 1_000 : PATIENCE); });
      continue;
    }
    if (response.status === 404) return null;
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }
};
