/** What was found against peers, and how work goes on once somebody has looked. */
import type { Accusation, Kernel } from '../contract.ts';
import type { Context } from '../context.ts';
import type { Database } from '../database/index.ts';
import { ok, problem, refuse } from '../problem.ts';
import { instantText, run } from '../store/index.ts';

interface FaultsParts { readonly database: Database; readonly contexts: ReadonlyMap<string, Context>; readonly party: string; readonly now: () => Temporal.Instant }

export function faultsOf({ database: { kysely }, contexts, party: own, now }: FaultsParts): Pick<Kernel, 'accusations' | 'acknowledge'> {
  return {
    accusations: (coop) => run<Accusation>(kysely, `select id::text as id, coop, party, audience, fault, body, ${instantText('found')} as found, looked from evidence where coop = $1 order by evidence.found desc, id desc`, [coop]),
    async acknowledge(coop, party, by, reason) {
      if (!contexts.has(coop)) return refuse(problem('coop.unknown', [], { coop }));
      if (by.party !== own || !by.roles.includes('administrator')) return refuse(problem('policy.role'));
      if (!reason.trim()) return refuse(problem('field.required', ['reason']));
      return kysely.transaction().execute(async (trx) => {
        const looked = JSON.stringify({ by: by.id, at: now().toString({ fractionalSecondDigits: 3 }), reason: reason.trim() });
        const rows = await run(trx, 'update evidence set looked = $3::jsonb where coop = $1 and party = $2 and looked is null returning 1', [coop, party, looked]);
        const flagged = await run(trx, 'update peer set fault = null where coop = $1 and party = $2 and fault is not null returning 1', [coop, party]);
        return rows.length + flagged.length === 0 ? refuse(problem('peer.no-evidence', [], { party })) : ok({ evidence: rows.length });
      });
    },
  };
}
