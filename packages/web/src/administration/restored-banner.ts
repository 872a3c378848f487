/** A node that was restored, or whose disk failed, says so on every page and offers nothing that it would refuse. */
import type { Cooperation } from '@entente/kernel';
import { type Lang, pick } from '@entente/text';
import type { FlashMessage } from '@entente/ui';
import type { Web } from '../web.ts';
import { restoredWords } from '../words/restored.ts';

/** What pages say while this node signs nothing; empty while it signs. */
export interface Closed {
  /** On top of every page. */
  readonly banner: readonly FlashMessage[];
  /** In place of every button that would make an act: why, and until when. */
  readonly closed?: string;
}

/** Whether this node signs, as pages say it. Parties are named as they are in this cooperation. */
export async function closedNow(web: Web, lang: Lang, { parties }: Pick<Cooperation, 'parties'>): Promise<Closed> {
  const { state, waitsFor, lost } = await web.kernel.standing();
  if (state === 'ok') return { banner: [] };
  const t = restoredWords.t(lang);
  const banner = t(state === 'unsafe' ? 'banner-unsafe' : waitsFor.length === 0 && lost.length > 0 ? 'banner-lost' : 'banner');
  const nameOf = (id: string): string => pick(parties.find((party) => party.id === id)?.name ?? {}, lang)?.text ?? id;
  const waiting = [...new Set(waitsFor.map(({ peer }) => peer))].map(nameOf).join(', ');
  return { banner: [{ kind: 'problem', text: banner }], closed: state === 'unsafe' ? t('closed-unsafe') : waiting === '' ? t('closed-lost') : t('closed', { parties: waiting }) };
}
