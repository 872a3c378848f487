import { equalBytes, toHex, type OpenCheckpoint } from '@entente/verify';
import type { NoteTaken } from '../contract.ts';
import type { Context } from '../context.ts';
import { journalsOf } from '../journal/append.ts';
import type { JournalName } from '../journal/name.ts';
import { keepCheckpoint } from '../journal/checkpoint.ts';
import { rootAt } from '../journal/hashes.ts';
import { ok, problem, refuse, type Result } from '../problem.ts';
import { run, type Handle } from '../store/index.ts';
import type { AdmitTools } from './admit.ts';
import { forkFound } from './fork.ts';
import { withoutStrangers } from './witness.ts';

export interface GivenNote { readonly journal: JournalName; readonly note: string; readonly opened: OpenCheckpoint }

/**
 * Takes what another node shows of a journal: a signed checkpoint with cosignatures. They are kept where the checkpoint is
 * of the tree held here; where it is not, its party has signed two histories, and two of its peers have just found out.
 */
export async function takeNote(handle: Handle, context: Context, { journal, note, opened }: GivenNote, tools: AdmitTools): Promise<Result<NoteTaken>> {
  const row = (await journalsOf(handle, journal.coop)).find((each) => each.party === journal.party && each.audience === journal.audience);
  const held = row?.size ?? 0;
  const own = journal.party === context.party;
  // Somebody holds more of our journal than we do: we are not what we were.
  if (opened.size > held) return own ? refuse(problem('journal.ahead', [], { audience: journal.audience, size: opened.size, held })) : ok({ size: opened.size, cosigned: {}, held: false });
  if (own && !equalBytes(await rootAt(handle, journal, opened.size), opened.root)) return refuse(problem('journal.own-fork', [], { audience: journal.audience, size: opened.size }));
  const fork = own ? null : await forkFound(handle, journal, opened, note, row, tools.stored);
  if (fork) return refuse(fork);
  const { text, cosigned } = withoutStrangers(opened, tools.witnesses);
  if (Object.keys(cosigned).length > 0 && opened.size > 0) {
    const kept = await keepCheckpoint(handle, journal, { size: opened.size, root: toHex(opened.root), note: text, cosigned, stored: tools.stored() });
    await run(handle, 'update journal set checkpoint = $4 where coop = $1 and party = $2 and audience = $3 and size = $5 and checkpoint is not null', [journal.coop, journal.party, journal.audience, kept, opened.size]);
  }
  return ok({ size: opened.size, cosigned, held: true });
}
