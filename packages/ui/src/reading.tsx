/** Who reads a page: the language, the parties of the cooperation shown, and which of them is the reader's own. */
import type { Lang } from '@entente/text';
import { createContext, type ComponentChildren, type VNode } from 'preact';
import { useContext } from 'preact/hooks';

/** A party as the reader's language calls it. Names and colours are data of the cooperation, never code. */
export interface PartyName {
  readonly id: string;
  readonly name: string;
  /** Used where room is short (labels of voices, table heads). */
  readonly short?: string;
}

export interface Reader {
  readonly lang: Lang;
  readonly parties: readonly PartyName[];
  /** Id of the reader's own party; absent on public pages. */
  readonly mine?: string;
  /** Why this node signs nothing now and until when, in the reader's words; absent while it signs. */
  readonly closed?: string;
}

const ReaderContext = createContext<Reader | undefined>(undefined);

/** Sets language, parties and whether anything is signed for everything inside; `Page` does it for a whole page. */
export function Reading({ lang, parties = [], mine, closed, children }: Partial<Reader> & { readonly lang: Lang; readonly children: ComponentChildren }): VNode {
  return <ReaderContext.Provider value={{ lang, parties, ...(mine === undefined ? {} : { mine }), ...(closed === undefined ? {} : { closed }) }}>{children}</ReaderContext.Provider>;
}

/** The reader of the page being drawn. Throws outside `Page` and `Reading`: a page in the wrong language must not slip through. */
export function useReader(): Reader {
  const reader = useContext(ReaderContext);
  if (!reader) throw new Error('@entente/ui: draw components inside <Page> or <Reading lang>');
  return reader;
}

export const useLang = (): Lang => useReader().lang;

/** A party by id, with its short name; an unknown id is shown as it is. */
export function useParty(id: string): { readonly id: string; readonly name: string; readonly short: string; readonly mine: boolean } {
  const { parties, mine } = useReader();
  const found = parties.find((party) => party.id === id);
  const name = found?.name ?? id;
  return { id, name, short: found?.short ?? name, mine: id === mine };
}
