import { bulk, rowsInto, type Statement } from '../store/index.ts';
import type { Cells } from './cells.ts';

const MOVE_TALLY = bulk('tally as t', { coop: 'text', kind: 'text', within: 'text', at: 'text', by: 'text', value: 'text', audience: 'text', standing: 'text', party: 'text', n: 'int' },
  'on conflict (coop, kind, within, at, by, value, audience, standing, party) do update set n = t.n + excluded.n');

/** Moves the tallies as the records moved. The caller holds the cooperation's revision row. */
export const tallying = (coop: string, cells: Cells): Statement[] => rowsInto(MOVE_TALLY, cells.moved().map((cell) => ({ coop, ...cell })));

/** What is counted is what stands in the records of this revision: said by whoever counted all of them. */
export const believed = (coop: string, definition: string): Statement => ({ text: 'update revision set tallied = n, tallied_by = $2 where coop = $1', values: [coop, definition] });
