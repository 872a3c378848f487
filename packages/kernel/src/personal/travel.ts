/** How personal values reach the other parties of a cooperation: beside the journals, one by one, each held against its commitment. */
import type { Kernel } from '../contract.ts';
import type { Context } from '../context.ts';
import type { Database } from '../database/index.ts';
import { run } from '../store/index.ts';
import { writing } from '../transaction.ts';
import { commitmentTo, seal, type PersonalValue } from './seal.ts';
import { personalValues } from './store.ts';

export interface TravelParts {
  readonly database: Database;
  readonly contexts: ReadonlyMap<string, Context>;
  readonly nodeKey: Uint8Array | undefined;
  readonly stored: () => string;
  /** A node that was restored may hold what was erased since: it gives nothing away and shows nothing. */
  readonly closed: () => boolean;
}

const isParty = ({ cooperation }: Context, party: string): boolean => cooperation.parties.some(({ id }) => id === party);

export function travelOf({ database, contexts, nodeKey, stored, closed }: TravelParts): Kernel['personal'] {
  const { kysely } = database;
  return {
    async missing(coop, limit, after = '') {
      const context = contexts.get(coop);
      if (!context || !nodeKey || !isParty(context, context.party)) return [];
      return run<{ commitment: string; party: string }>(kysely, `select distinct on (m.commitment) m.commitment, m.party from personal_mark m
        where m.coop = $1 and m.audience = 'joint' and not m.erased and m.commitment > $3
          and not exists (select 1 from personal p where p.coop = m.coop and p.commitment = m.commitment) order by m.commitment, m.party limit $2`, [coop, limit, after]);
    },
    async of(coop, records) {
      const rows = await run<{ commitment: string }>(kysely, `select distinct commitment from personal_mark where coop = $1 and record = any($2::uuid[]) and audience = 'joint' and not erased order by 1`, [coop, records]);
      return rows.map(({ commitment }) => commitment);
    },
    async give(coop, commitments, to) {
      const context = contexts.get(coop);
      if (!context || closed() || !isParty(context, to)) return new Map();
      const named = await run<{ commitment: string }>(kysely, `select distinct commitment from personal_mark where coop = $1 and commitment = any($2::text[]) and audience = 'joint' and not erased`, [coop, commitments]);
      return personalValues(kysely, nodeKey, coop, named.map(({ commitment }) => commitment));
    },
    async take(coop, commitment, given) {
      const context = contexts.get(coop);
      if (!context || !nodeKey || !fitsCommitment(commitment, given)) return false;
      return writing(database, context, async ({ handle }) => {
        const [mark] = await run<{ record: string }>(handle, `select record::text as record from personal_mark where coop = $1 and commitment = $2 and audience = 'joint' and not erased order by record limit 1`, [coop, commitment]);
        if (!mark) return false;
        await run(handle, `insert into personal (coop, commitment, record, sealed, stored) values ($1, $2, $3::uuid, $4, $5::timestamptz) on conflict do nothing`, [coop, commitment, mark.record, seal(nodeKey, coop, commitment, given), stored()]);
        return true;
      });
    },
  };
}

/** Whether a value with its key is the one that was committed to. */
export function fitsCommitment(commitment: string, given: PersonalValue): boolean {
  try {
    return given.key.length === 32 && commitmentTo(given) === commitment;
  } catch {
    // What has no canonical form was never committed to.
    return false;
  }
}
