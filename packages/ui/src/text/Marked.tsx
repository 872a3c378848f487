import { createContext, type ComponentChildren, type VNode } from 'preact';
import { useContext } from 'preact/hooks';

/** From where to where something stands in a text. */
export type MarkedPart = readonly [from: number, to: number];
export type LookThrough = (text: string) => readonly MarkedPart[];

const SoughtContext = createContext<LookThrough>(() => []);

/** What a reader has searched for, for everything inside: titles of records mark it. */
export function Sought({ look, children }: { readonly look: LookThrough; readonly children: ComponentChildren }): VNode {
  return <SoughtContext.Provider value={look}>{children}</SoughtContext.Provider>;
}

/** A text with parts of it marked: those given, else what the reader has searched for. */
export function Marked({ text, marks }: { readonly text: string; readonly marks?: readonly MarkedPart[] }): VNode {
  const look = useContext(SoughtContext);
  const parts = marks ?? look(text);
  return <>{parts.map(([from, to], at) => <>{text.slice(parts[at - 1]?.[1] ?? 0, from)}<mark class="sought">{text.slice(from, to)}</mark></>)}{text.slice(parts.at(-1)?.[1] ?? 0)}</>;
}
