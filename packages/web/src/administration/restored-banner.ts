/** A node that was restored says so on every page. */
import type { Lang } from '@entente/text';
import type { FlashMessage } from '@entente/ui';
import type { Web } from '../web.ts';
import { restoredWords } from '../words/restored.ts';

/** What stands on top of every page while this node signs nothing. */
export async function restoredBanner(web: Web, lang: Lang): Promise<readonly FlashMessage[]> {
  const { state, waitsFor, lost } = await web.kernel.standing();
  if (state === 'ok') return [];
  const t = restoredWords.t(lang);
  return [{ kind: 'problem', text: t(state === 'unsafe' ? 'banner-unsafe' : waitsFor.length === 0 && lost.length > 0 ? 'banner-lost' : 'banner') }];
}
