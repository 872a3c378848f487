import type { Context, FileParts } from '@entente/web';
import { activityElement, type Publisher } from './activity.ts';
import { gatherActivities } from './gather.ts';
import { element, written } from './xml.ts';

export const IATI_VERSION = '2.03';

/** Who publishes: this node's party, under the identifier given, else that of its configuration (org-id.guide); without one, a name of this cooperation. */
export const publisherOf = ({ cooperation, party }: Pick<Context, 'cooperation' | 'party'>, ref?: string): Publisher =>
  ({ cooperation, party, ref: ref ?? party.orgId ?? `${party.id}-ENTENTE-${cooperation.id}` });

/** The activity file of the cooperation (IATI 2.03), in every language its texts have. */
export async function iatiFile(ctx: Context, ref?: string): Promise<FileParts> {
  const corpus = await gatherActivities(ctx);
  const publisher = publisherOf(ctx, ref);
  const made = corpus.activities.map((row) => row.at).toSorted().at(-1) ?? Temporal.Now.instant().toString();
  const root = element('iati-activities', { version: IATI_VERSION, 'generated-datetime': `${made.slice(0, 19)}Z` }, ...corpus.activities.map((row) => activityElement(row, corpus, publisher)));
  return { name: `iati-${ctx.cooperation.id}.xml`, type: 'application/xml; charset=utf-8', bytes: `<?xml version="1.0" encoding="UTF-8"?>\n${written(root)}\n` };
}
