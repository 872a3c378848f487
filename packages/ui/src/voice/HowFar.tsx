import type { ComponentChildren, VNode } from 'preact';
import { useReader } from '../reading.tsx';
import { useWords } from '../words.ts';
import type { PartyState } from './PartyStates.tsx';
import { State } from './State.tsx';
import { Joint, PartyLabel } from './Voice.tsx';

export interface NextStep {
  /** Who has to act; all parties are told as one. */
  readonly parties: readonly string[];
  readonly what: ComponentChildren;
  readonly href: string;
}

export interface HowFarProps {
  readonly states?: readonly PartyState[];
  readonly next?: readonly NextStep[];
}

/** Under the title of a record: how far each side says it is, and who has to act next. */
export function HowFar({ states = [], next = [] }: HowFarProps): VNode | null {
  const w = useWords();
  if (states.length === 0 && next.length === 0) return null;
  return (
    <div class="how-far">
      {states.length > 0 && <p>{states.map(({ party, is, label }) => <span key={party}><PartyLabel party={party} /> <State is={is}>{label}</State></span>)}</p>}
      {next.length > 0 && <p class="next"><b>{w('next-step')}</b>{next.map((step) => <span key={`${step.parties.join(' ')} ${step.href}`}><Who parties={step.parties} /> <a href={step.href}>{step.what}</a></span>)}</p>}
    </div>
  );
}

function Who({ parties }: { readonly parties: readonly string[] }): VNode {
  const all = useReader().parties;
  if (all.length > 1 && all.every(({ id }) => parties.includes(id))) return <Joint inline />;
  return <>{parties.map((party) => <PartyLabel key={party} party={party} />)}</>;
}
