import type { VNode } from 'preact';
import { useParty } from '../reading.tsx';
import type { StateName } from './State.tsx';

export interface PartyState {
  readonly party: string;
  readonly is: StateName;
  /** The state in the reader's words. */
  readonly label: string;
}

/** What each side says of one thing, as small marks where room is short: the party's rule and the shape of the state, named by ear and on hover. */
export function PartyStates({ states }: { readonly states: readonly PartyState[] }): VNode {
  return <span class="party-states">{states.map((each) => <Mark key={each.party} state={each} />)}</span>;
}

function Mark({ state: { party, is, label } }: { readonly state: PartyState }): VNode {
  const { short } = useParty(party);
  const said = `${short}: ${label}`;
  return <span data-party={party} title={said}><span class={`state s-${is}`}><span class="unseen">{said}</span></span></span>;
}
