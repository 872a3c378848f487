/** How a node that was restored comes to itself: read-only, until every peer has shown what it holds of our journals. */
import type { VerifierKey } from '@entente/verify';
import type { Person } from '../contract.ts';
import type { Context } from '../context.ts';
import type { Database } from '../database/index.ts';
import { DatabaseProblem, explain } from '../database/problem.ts';
import { openNote } from '../admit/bundle.ts';
import type { AdmitTools } from '../admit/admit.ts';
import { ownRecorded } from '../admit/project.ts';
import type { Projector } from '../admit/projector.ts';
import type { KernelKeys } from '../options.ts';
import { ok, problem, refuse, type Result } from '../problem.ts';
import { writing } from '../transaction.ts';
import type { JournalPlace } from '../contract.ts';
import { writeExcuses } from './excuse.ts';
import type { Guard } from './guard.ts';
import { relearn, type Learned } from './relearn.ts';
import { ownSizes, type Excuse, type Restoring } from './state.ts';

export interface Standing {
  /** `ok`; `restored`: read-only, learning our own acts again; `unsafe`: the disk refused the high-water file, start the node again. */
  readonly state: 'ok' | 'restored' | 'unsafe';
  readonly because: Restoring['because'] | null;
  readonly since: string | null;
  /** Peers that have not shown their copy of our journals yet. */
  readonly waitsFor: readonly { readonly coop: string; readonly peer: string }[];
  /** Own acts the high-water file names and no mirror has given back yet, by journal. Nothing else is ever written at their places unasked. */
  readonly lost: readonly { readonly journal: string; readonly from: number; readonly to: number }[];
  readonly excused: readonly Excuse[];
}

export interface Recovery {
  standing(): Promise<Standing>;
  /**
   * Takes back leaves of our own journal from a peer's mirror, up to the checkpoint it shows, or with a proof a stretch that
   * ends before it. Leaves held are skipped.
   */
  relearn(journal: Omit<JournalPlace, 'party'>, from: number, leaves: readonly Uint8Array[], note: string, proof?: readonly Uint8Array[]): Promise<Result<Learned>>;
  /**
   * A peer's mirror of our journals was read to its end, or it says it holds nothing. The last one opens the node again.
   * Said again it only looks whether all is there by now.
   */
  mirrorAnswered(coop: string, peer: string): Promise<void>;
  /** An administrator goes on without a peer that is gone for good; the act that says so is written when the node opens. */
  excuse(peer: string, by: Person, reason: string): Promise<Result<null>>;
  /** An administrator's word that acts no mirror holds are lost; said in an act too. */
  acceptLoss(by: Person, reason: string): Promise<Result<null>>;
}

export interface RecoveryParts {
  readonly guard: Guard;
  readonly database: Database;
  readonly contexts: ReadonlyMap<string, Context>;
  readonly party: string;
  readonly peers: readonly string[] | undefined;
  readonly keys: KernelKeys;
  readonly tools: AdmitTools;
  readonly projectors: ReadonlyMap<string, Projector>;
}

export function recoveryOf(parts: RecoveryParts): Recovery {
  const { guard, database, contexts, party, keys, tools, projectors } = parts;
  const { kysely } = database;
  const peersIn = ({ cooperation }: Context): string[] => [...cooperation.parties.map(({ id }) => id), ...cooperation.observers]
    .filter((id) => id !== party && (parts.peers === undefined ? cooperation.parties.some((each) => each.id === id) : parts.peers.includes(id)));
  const waiting = ({ answered, excused }: Restoring) => [...contexts].flatMap(([coop, context]) => peersIn(context)
    .filter((peer) => !answered.includes(`${coop}/${peer}`) && !excused.some((each) => each.peer === peer)).map((peer) => ({ coop, peer })));
  const lostOf = async ({ due, loss }: Restoring) => {
    const sizes = await ownSizes(kysely, party);
    return loss ? [] : Object.entries(due).flatMap(([journal, to]) => ((sizes[journal] ?? 0) < to ? [{ journal, from: sizes[journal] ?? 0, to }] : []));
  };

  /** Opens the node when nothing is missing any more. */
  const tryEnd = async (): Promise<void> => {
    const state = guard.restoring;
    if (!state || waiting(state).length > 0 || (await lostOf(state)).length > 0) return;
    for (const projector of projectors.values()) await projector.caughtUp();
    const said = [...state.excused, ...(state.loss ? [{ ...state.loss, peer: party }] : [])];
    // First the acts, then the end: whoever is interrupted between them says it twice rather than never.
    if (said.length > 0) for (const context of contexts.values()) await sayIn(context, said);
    await guard.end();
  };
  const sayIn = async (context: Context, said: readonly Excuse[]): Promise<void> => {
    const here = said.filter(({ peer }) => peer === party || peersIn(context).includes(peer));
    if (here.length === 0 || !context.cooperation.parties.some(({ id }) => id === party)) return;
    await writing(database, context, async (work, journals) => writeExcuses(work, await ownRecorded(work, journals), here, { context, signer: keys.journal, now: tools.now(), stored: tools.stored() }));
  };
  const administrator = (by: Person, reason: string) => {
    if (by.party !== party || !by.roles.includes('administrator')) return refuse(problem('policy.role'));
    return reason.trim() === '' || reason.length > 4_000 ? refuse(problem('field.required', ['reason'])) : null;
  };
  const own: readonly VerifierKey[] = [keys.journal.key, ...(keys.own ?? [])];
  let turn: Promise<unknown> = Promise.resolve();
  /** Several mirrors are read at once, and an administrator speaks meanwhile: one after the other, so that none undoes another. */
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const next = turn.then(act, act);
    turn = next;
    return next;
  };

  return {
    async standing() {
      const { restoring } = guard;
      if (!restoring) return { state: guard.closed ? 'unsafe' : 'ok', because: null, since: null, waitsFor: [], lost: [], excused: [] };
      return { state: 'restored', because: restoring.because, since: restoring.since, waitsFor: waiting(restoring), lost: await lostOf(restoring), excused: restoring.excused };
    },
    async relearn({ coop, audience }, from, leaves, note, proof) {
      const context = contexts.get(coop);
      if (!context) return refuse(problem('coop.unknown', [], { coop }));
      if (!guard.restoring) return refuse(problem('journal.own', [], { party }));
      const journal = { coop, party, audience };
      const opened = await openNote(journal, note, context, own, tools.witnesses);
      if (!opened.ok) return opened;
      return inTurn(async () => {
        try {
          const result = await kysely.transaction().execute((trx) => relearn(trx, journal, { from, leaves, proof }, opened.value, tools));
          if (result.ok) await projectors.get(coop)?.caughtUp();
          return result;
        } catch (error) {
          const known = explain(error);
          if (known instanceof DatabaseProblem) return refuse(known.problem);
          throw known;
        }
      });
    },
    mirrorAnswered: (coop, peer) => inTurn(async () => {
      const state = guard.restoring;
      if (!state) return;
      if (!state.answered.includes(`${coop}/${peer}`)) await guard.keep({ ...state, answered: [...state.answered, `${coop}/${peer}`] });
      await tryEnd();
    }),
    excuse: (peer, by, reason) => inTurn(async () => {
      const wrong = administrator(by, reason);
      if (wrong) return wrong;
      const state = guard.restoring;
      if (!state) return refuse(problem('node.not-restored'));
      if (!waiting(state).some((each) => each.peer === peer)) return refuse(problem('peer.unknown', [], { peer }));
      await guard.keep({ ...state, excused: [...state.excused, { peer, by: by.id, reason, at: tools.now().toString({ fractionalSecondDigits: 3 }) }] });
      await tryEnd();
      return ok(null);
    }),
    acceptLoss: (by, reason) => inTurn(async () => {
      const wrong = administrator(by, reason);
      if (wrong) return wrong;
      const state = guard.restoring;
      // Only when all have answered is it known what is lost.
      if (!state) return refuse(problem('node.not-restored'));
      if (waiting(state).length > 0) return refuse(problem('node.restored'));
      await guard.keep({ ...state, loss: { by: by.id, reason, at: tools.now().toString({ fractionalSecondDigits: 3 }) } });
      await tryEnd();
      return ok(null);
    }),
  };
}
